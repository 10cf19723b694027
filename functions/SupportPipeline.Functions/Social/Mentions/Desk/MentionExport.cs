using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace SupportPipeline.Social.Mentions.Desk;

/// <summary>The stream as a file, written as it is read: one page of it in memory, however long it is.</summary>
public sealed class MentionExport(MentionPages pages, MentionSearchDesk searches, MentionReading reading, TimeProvider clock)
{
    private const int PageSize = 200;

    /// <summary>Answers <see cref="ExportMentionsCsv"/>.</summary>
    internal Task<IResult> CsvAsync(HttpRequest request, CancellationToken cancellationToken) =>
        ExportAsync(request, WriteCsvAsync, "text/csv; charset=utf-8", "mentions.csv", cancellationToken);

    /// <summary>Answers <see cref="ExportMentionsJson"/>.</summary>
    internal Task<IResult> JsonAsync(HttpRequest request, CancellationToken cancellationToken) =>
        ExportAsync(request, WriteJsonAsync, "application/json", "mentions.json", cancellationToken);

    private async Task<IResult> ExportAsync(
        HttpRequest request,
        Func<Stream, IAsyncEnumerable<MentionDocument>, bool, CancellationToken, Task> write,
        string contentType,
        string name,
        CancellationToken cancellationToken
    )
    {
        if (reading.Refuse(request) is { } refusal)
        {
            return refusal;
        }

        var (query, problem) = await searches.ReadAsync(request, cancellationToken);
        var hasMark = request.Query["bom"] == "true";
        return problem
            ?? Results.Stream(
                stream => write(stream, AllAsync(query!.Filter, cancellationToken), hasMark, cancellationToken),
                contentType,
                name
            );
    }

    private async IAsyncEnumerable<MentionDocument> AllAsync(
        MentionFilter filter,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        MentionPage? page = null;
        do
        {
            page = await pages.ReadAsync(filter, page?.Next, PageSize, cancellationToken);
            foreach (var stored in page.Mentions)
            {
                yield return MentionDocument.Of(stored.Mention, clock.GetUtcNow());
            }
        } while (page.Next is not null);
    }

    private static async Task WriteCsvAsync(
        Stream stream,
        IAsyncEnumerable<MentionDocument> mentions,
        bool hasMark,
        CancellationToken cancellationToken
    )
    {
        await using var writer = new StreamWriter(stream, new UTF8Encoding(hasMark), leaveOpen: true) { NewLine = "\r\n" };
        await writer.WriteLineAsync(MentionCsv.Header.AsMemory(), cancellationToken);
        await foreach (var mention in mentions)
        {
            await writer.WriteLineAsync(MentionCsv.Row(mention).AsMemory(), cancellationToken);
        }
    }

    private static async Task WriteJsonAsync(
        Stream stream,
        IAsyncEnumerable<MentionDocument> mentions,
        bool hasMark,
        CancellationToken cancellationToken
    )
    {
        var before = "["u8.ToArray();
        await foreach (var mention in mentions)
        {
            await stream.WriteAsync(before, cancellationToken);
            await stream.WriteAsync(
                JsonSerializer.SerializeToUtf8Bytes(mention, MentionDeskJson.Default.MentionDocument),
                cancellationToken
            );
            before = ",\n"u8.ToArray();
        }

        await stream.WriteAsync(before is [(byte)'['] ? "[]"u8.ToArray() : "]"u8.ToArray(), cancellationToken);
    }
}
