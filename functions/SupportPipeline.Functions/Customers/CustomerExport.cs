using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using SupportPipeline.Cases;
using SupportPipeline.Platform;

namespace SupportPipeline.Customers;

/// <summary>Everything about one person as one JSON document, written as it is read: one case in memory at a time.</summary>
public sealed class CustomerExport(CustomerProfiles profiles, CustomerCases cases, CustomerDesk desk, CaseWork work, TimeProvider clock)
{
    private const int PageSize = 200;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>Answers <see cref="ExportCustomer"/>.</summary>
    internal async Task<IResult> ExportAsync(HttpRequest request, string id, CancellationToken cancellationToken)
    {
        if (desk.Refuse(request) is { } refusal)
        {
            return refusal;
        }

        return await profiles.FindAsync(id, cancellationToken) is { } profile
            ? Results.Stream(
                stream => WriteAsync(stream, profile.Customer, cancellationToken),
                "application/json",
                $"{profile.Customer.Id}.json"
            )
            : CustomerDesk.NoCustomer();
    }

    private async Task WriteAsync(Stream stream, CustomerRecord profile, CancellationToken cancellationToken)
    {
        await using var writer = new Utf8JsonWriter(stream);
        writer.WriteStartObject();
        writer.WriteString("exportedAt", clock.GetUtcNow());
        writer.WritePropertyName("customer");
        Write(writer, await profiles.DescribeAsync(profile, cancellationToken));
        writer.WriteStartArray("cases");
        var members = await profiles.MembersAsync(profile, cancellationToken);
        var attachments = new List<ExportedAttachment>();
        TimeOrderedId? after = null;
        IReadOnlyList<TimeOrderedId> page;
        do
        {
            page = await cases.IdsAsync(members, after, PageSize, cancellationToken);
            foreach (var caseId in page)
            {
                if (await work.ReadAsync(caseId, cancellationToken) is { } history)
                {
                    Write(writer, CaseDocument.Of(history));
                    attachments.AddRange(ExportedAttachment.Of(history));
                    await writer.FlushAsync(cancellationToken);
                }

                after = caseId;
            }
        } while (page.Count == PageSize);

        writer.WriteEndArray();
        writer.WritePropertyName("attachments");
        Write(writer, attachments);
        writer.WriteEndObject();
    }

    /// <summary>As bytes: the serializer would flush the writer itself, synchronously, which the server forbids.</summary>
    private static void Write<T>(Utf8JsonWriter writer, T value) =>
        writer.WriteRawValue(JsonSerializer.SerializeToUtf8Bytes(value, Json), skipInputValidation: true);

    /// <summary>An attachment in the list at the end.</summary>
    private sealed record ExportedAttachment(string CaseId, string MessageId, string FileName, string ContentType, long Length, string Blob)
    {
        public static IEnumerable<ExportedAttachment> Of(CaseHistory history) =>
            from message in history.Messages
            from attachment in message.Attachments
            select new ExportedAttachment(
                history.Case.Id.Value,
                message.Id.Value,
                attachment.FileName,
                attachment.ContentType,
                attachment.Length,
                attachment.Blob
            );
    }
}
