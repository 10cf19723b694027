using Azure;
using Azure.Data.Tables;
using SupportPipeline.Cases;
using SupportPipeline.LocalHost.Audit;
using SupportPipeline.LocalHost.Sink;
using SupportPipeline.LocalHost.Tests.Pipeline.Scenario;
using SupportPipeline.Platform;
using Desk = SupportPipeline.LocalHost.Tests.Pipeline.Scenario.Desk;
using ReadCase = SupportPipeline.LocalHost.Tests.Pipeline.Scenario.ReadCase;

namespace SupportPipeline.LocalHost.Tests.Audit;

/// <summary>The audit of a whole account, as it should be and with damage that is done to it by hand.</summary>
public sealed class AuditRunTests : IAsyncLifetime
{
    private Desk _desk = null!;

    public async Task InitializeAsync() => _desk = await Desk.OpenAsync();

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Fact]
    public async Task An_account_after_an_ordinary_day_has_no_problem()
    {
        await ADayAsync();

        Assert.Equal(
            [
                "accepted 4",
                "cases 2",
                "messages 3",
                "repeats noted 1",
                "repeats of unanswered requests 0",
                "rejected 0",
                "waiting 0",
                "dead letters 0",
                "replies sent 2",
                "replies drafted 0",
                "replies suppressed 0",
                "replies approved 0",
                "replies unknown 0",
                "recipients of notices 0",
                "recipients told 0",
                "recipients unknown 0",
                "recipients repeated by the rule for lost answers 0",
                "recipients not told for a reason 0",
                "recipients waiting 0",
                "duplicates-of-messages 0",
                "duplicate replies 0",
                "duplicate notices 0",
                "lost 0",
                "unexplained 0",
                "mails in the outbox 2",
            ],
            await AuditAsync()
        );
    }

    [Fact]
    public async Task A_payload_that_was_kept_and_never_answered_is_no_loss_once_its_sender_came_again()
    {
        var maria = new Customer(_desk, "maria@customer.example");
        var post = maria.Letter().ToPost();
        var twin = await KeepOnlyPayloadAsync(post);

        Assert.Contains(
            $"lost: message {twin.Id} was accepted and is in no case, on no queue and no dead letter ({twin.Blob}).",
            await AuditAsync()
        );

        await _desk.TakeInAsync(post.ToContent());
        await _desk.IdleAsync();

        var lines = await AuditAsync();
        Assert.Equal(["accepted 1", "repeats of unanswered requests 1", "lost 0"], [lines[0], lines[4], lines[22]]);
    }

    [Fact]
    public async Task Every_damage_is_found()
    {
        var (first, second, copy) = await ADayAsync();
        var cases = Table(StorageNames.CasesTable);
        var views = Table(StorageNames.CaseViewsTable);
        var listed = await OnlyAsync(views, first.Id, "open|");
        var number = await OnlyAsync(views, second.Id, "number|");
        var secondMessage = CaseRows.MessagePrefix + second.Id;
        var reply = CaseRows.ReplyPrefix + first.OnlyReply.Id;

        // Not in any order that matters: each is a different place.
        await views.AddEntityAsync(new TableEntity(listed) { RowKey = "1" + listed.RowKey[1..] });
        await views.DeleteEntityAsync(number.PartitionKey, number.RowKey);
        await cases.DeleteEntityAsync(second.Id, secondMessage);
        await cases.UpdateEntityAsync(new TableEntity(first.Id, reply) { ["State"] = "Approved" }, ETag.All);
        var unread = new TableEntity(second.Id, CaseRows.EventPrefix + "not-a-time");
        await cases.AddEntityAsync(unread);
        var alone = await KeepOnlyPayloadAsync(new Customer(_desk, "tom@customer.example").Letter().ToPost());

        var lines = await AuditAsync();

        Assert.Equal(
            new[]
            {
                $"lost: message {alone.Id} was accepted and is in no case, on no queue and no dead letter ({alone.Blob}).",
                $"lost: message {second.Id} was accepted and claimed for case {second.Id}, where it is not, and nothing will bring it there.",
                $"lost: message {second.Id} is what message {copy} is said to repeat, and is in no case.",
                $"lost: reply {first.Id}/{first.OnlyReply.Id} is to be sent, and no queue message will ever bring it to be.",
                $"unexplained: case {first.Id} is in the list {listed.PartitionKey[..^3]} 2 times: {listed.PartitionKey}/1{listed.RowKey[1..]}, {listed.PartitionKey}/{listed.RowKey}.",
                $"unexplained: case {first.Id} differs from its list row {listed.PartitionKey}/1{listed.RowKey[1..]}: urgency.",
                $"unexplained: reply {first.Id}/{first.OnlyReply.Id} is approved (accepted-by-mail-service), and the mail service has it.",
                $"unexplained: case {second.Id} is not found by its number {second.Number.Replace("-", "", StringComparison.Ordinal)}.",
                $"unexplained: case {second.Id} says it has 1 messages and has 0.",
                $"unexplained: other {second.Id}/evt|not-a-time cannot be read: IndexOutOfRangeException",
            }.Order(StringComparer.Ordinal),
            lines.Skip(25).Order(StringComparer.Ordinal)
        );
    }

    /// <summary>Two customers; one of them writes again, and one mail comes twice.</summary>
    private async Task<(ReadCase First, ReadCase Second, string Copy)> ADayAsync()
    {
        var maria = new Customer(_desk, "maria@customer.example");
        var first = await maria.OpensAsync(maria.Letter() with { Attachments = [("a.txt", "text/plain", [1, 2, 3])] });
        await maria.SendsAsync(
            maria.Letter() with
            {
                To = (await maria.OnlyMailAsync()).ReplyAddress,
                Text = "One thing more: it is the invoice of July.",
            }
        );
        var joris = new Customer(_desk, "joris@customer.example");
        var letter = joris.Letter();
        var second = await joris.OpensAsync(letter);
        return (await _desk.CaseAsync(first.Id), second, await joris.SendsAsync(letter));
    }

    private async Task<(string Id, string Blob)> KeepOnlyPayloadAsync(InboundPost post)
    {
        var id = TimeOrderedId.Create(Judged.Now, new byte[10]).Value;
        var blob = $"2026/07/06/{id}";
        await _desk
            .Blobs(StorageNames.RawMessagesContainer)
            .GetBlobClient(blob)
            .UploadAsync(
                BinaryData.FromBytes(post.ToBytes()),
                new Azure.Storage.Blobs.Models.BlobUploadOptions { HttpHeaders = new() { ContentType = post.ContentType } }
            );
        return (id, blob);
    }

    private async Task<IReadOnlyList<string>> AuditAsync()
    {
        var mails = System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(
            _desk.Run.Services.GetService(typeof(MailSink)) is MailSink sink ? sink.Mails() : [],
            SinkJson.Legible.IReadOnlyListSinkMail
        );
        using var outbox = new MemoryStream(mails);
        var account = AuditAccount.Open(_desk.Run.StorageConnectionString);
        var report = await AuditSetup.Of(account, outbox, null, DateTimeOffset.MaxValue).RunAsync(CancellationToken.None);
        return [.. AuditText.Lines(report)];
    }

    private TableClient Table(string name) => new(_desk.Run.StorageConnectionString, name);

    private static async Task<TableEntity> OnlyAsync(TableClient views, string caseId, string prefix)
    {
        var found = new List<TableEntity>();
        await foreach (var row in views.QueryAsync<TableEntity>())
        {
            if (
                row.PartitionKey.StartsWith(prefix, StringComparison.Ordinal)
                && (row.RowKey.EndsWith(caseId, StringComparison.Ordinal) || row.GetString("CaseId") == caseId)
            )
            {
                found.Add(row);
            }
        }

        return Assert.Single(found);
    }
}
