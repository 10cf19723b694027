using System.Globalization;
using Azure.Core;

namespace Azure.Data.Tables.Wire;

#nullable enable

/// <summary>The OData options of a query.</summary>
internal static class QueryOptions
{
    public static void Append(RequestUriBuilder uri, string? filter, int? top, IEnumerable<string>? select)
    {
        if (!string.IsNullOrEmpty(filter))
        {
            uri.AppendQuery("$filter", filter, escapeValue: true);
        }

        if (top is { } count)
        {
            uri.AppendQuery("$top", count.ToString(CultureInfo.InvariantCulture), escapeValue: false);
        }

        if (select is not null && string.Join(',', select) is { Length: > 0 } columns)
        {
            uri.AppendQuery("$select", columns, escapeValue: true);
        }
    }
}
