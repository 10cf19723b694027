using Azure.Core;

namespace Azure.Data.Tables.Wire;

#nullable enable

/// <summary>Where a query goes on: the next partition key and, when there is one, the next row key, as one opaque text.</summary>
internal static class ContinuationToken
{
    private const string NextPartitionKey = "NextPartitionKey";
    private const string NextRowKey = "NextRowKey";
    private const string NextTableName = "NextTableName";

    public static string? OfEntities(Response response)
    {
        var partitionKey = Header(response, NextPartitionKey);
        var rowKey = Header(response, NextRowKey);
        return partitionKey is null && rowKey is null ? null : $"{partitionKey} {rowKey}";
    }

    public static void ContinueEntities(RequestUriBuilder uri, string? token)
    {
        if (string.IsNullOrWhiteSpace(token))
        {
            return;
        }

        var space = token.IndexOf(' ', StringComparison.Ordinal);
        Append(uri, NextPartitionKey, space < 0 ? token : token[..space]);
        Append(uri, NextRowKey, space < 0 ? "" : token[(space + 1)..]);
    }

    public static string? OfTables(Response response) => Header(response, NextTableName);

    public static void ContinueTables(RequestUriBuilder uri, string? token) => Append(uri, NextTableName, token ?? "");

    private static string? Header(Response response, string name) =>
        response.Headers.TryGetValue("x-ms-continuation-" + name, out var value) ? value : null;

    private static void Append(RequestUriBuilder uri, string name, string value)
    {
        if (value.Length > 0)
        {
            uri.AppendQuery(name, value, escapeValue: true);
        }
    }
}
