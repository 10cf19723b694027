using System.Text.Json;

namespace SupportPipeline.LocalHost.Load;

/// <summary>Counts the cases that <c>GET /api/cases</c> lists, page by page.</summary>
internal static class CaseCount
{
    private const int PageSize = 100;

    /// <summary>How many there are; each is counted once, however often it is listed.</summary>
    public static async Task<int> ReadAsync(HttpClient client, Uri cases, CancellationToken cancellationToken)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        string? cursor = null;
        do
        {
            var query = $"?limit={PageSize}{(cursor is null ? string.Empty : $"&cursor={Uri.EscapeDataString(cursor)}")}";
            await using var body = await client.GetStreamAsync(new Uri(cases, query), cancellationToken);
            using var page = await JsonDocument.ParseAsync(body, cancellationToken: cancellationToken);
            foreach (var item in page.RootElement.GetProperty("items").EnumerateArray())
            {
                ids.Add(item.GetProperty("id").GetString()!);
            }

            cursor = page.RootElement.TryGetProperty("next", out var next) ? next.GetString() : null;
        } while (cursor is not null);
        return ids.Count;
    }
}
