using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using SupportPipeline.Cases;
using SupportPipeline.Platform;

namespace SupportPipeline.Testing;

/// <summary>Replies in the outbox, without the message and the case around them.</summary>
internal static class OutboxRows
{
    public static Reply Approved(string address = "mia@customer.example") =>
        new()
        {
            Id = "acknowledgement-" + Ids.Next(),
            CaseId = Ids.Next(),
            Scenario = "acknowledgement",
            State = ReplyState.Approved,
            To = Emails.Address(address),
            ToName = "Mia Jones",
            Subject = "Re: Blender stopped",
            Text = "We have it.",
            Html = "<p>We have it.</p>",
            Language = "en",
            CauseId = Ids.Next(),
            InReplyTo = "first@mail.example",
            References = [],
            CreatedAt = Ids.Time,
            Reason = ReasonCode.FirstMessage,
        };

    /// <summary>Puts a reply into storage.</summary>
    public static async Task<StoredReply> StoreAsync(ServiceProvider services, Reply reply)
    {
        var response = await Table(services).AddEntityAsync(CaseRows.FromReply(reply));
        return new(reply, response.Headers.ETag!.Value);
    }

    /// <summary>The reply as it stands now.</summary>
    public static async Task<StoredReply> ReadAsync(ServiceProvider services, Reply reply) =>
        (await services.GetRequiredService<Outbox>().FindAsync(reply.CaseId, reply.Id, CancellationToken.None))!;

    /// <summary>The timeline of the reply's case.</summary>
    public static async Task<IReadOnlyList<TimelineEvent>> EventsAsync(ServiceProvider services, Reply reply)
    {
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {reply.CaseId.Value} and RowKey ge {CaseRows.EventPrefix} and RowKey lt {CaseRows.EventPrefix + "~"}"
        );
        var events = new List<TimelineEvent>();
        await foreach (var row in Table(services).QueryAsync<TableEntity>(filter))
        {
            events.Add(CaseRows.ToEvent(row));
        }

        return events;
    }

    private static TableClient Table(ServiceProvider services) =>
        services.GetRequiredService<TableServiceClient>().GetTableClient(StorageNames.CasesTable);
}
