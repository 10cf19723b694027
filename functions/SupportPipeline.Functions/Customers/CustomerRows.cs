using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Azure.Data.Tables;
using SupportPipeline.Platform;

namespace SupportPipeline.Customers;

/// <summary>The rows of a customer's partition: <c>customer</c>, <c>case|inverted ticks|id</c> (newest first), <c>log|ticks|key</c>.</summary>
internal static class CustomerRows
{
    public const string CustomerKey = "customer";
    public const string CasePrefix = "case|";
    public const string LogPrefix = "log|";

    public static TableEntity FromCustomer(CustomerRecord customer) =>
        new(customer.Id, CustomerKey)
        {
            ["Version"] = customer.Version,
            ["Name"] = customer.Name,
            ["IdentityKind"] = customer.Identity?.Kind,
            ["IdentityValue"] = customer.Identity?.Value,
            ["Flags"] = Json(customer.Flags, CustomerJson.Default.IReadOnlyListCustomerFlag),
            ["Preferences"] =
                customer.Preferences == new CustomerPreferences()
                    ? null
                    : JsonSerializer.Serialize(customer.Preferences, CustomerJson.Default.CustomerPreferences),
            ["MergedInto"] = customer.MergedInto,
            ["Merged"] = Json(customer.Merged, CustomerJson.Default.IReadOnlyListMergedCustomer),
            ["LatestCaseId"] = customer.LatestCaseId?.Value,
            ["FirstSeenAt"] = customer.FirstSeenAt,
            ["Erasure"] = customer.Erasure is { } erasure ? JsonSerializer.Serialize(erasure, CustomerJson.Default.CustomerErasure) : null,
            ["ErasedAt"] = customer.ErasedAt,
        };

    public static CustomerRecord ToCustomer(TableEntity row) =>
        new()
        {
            Id = row.PartitionKey,
            Version = row.GetInt32("Version") ?? 1,
            Name = row.GetString("Name"),
            Identity = row.GetString("IdentityKind") is { } kind ? new(kind, row.GetString("IdentityValue") ?? "") : null,
            Flags = List(row, "Flags", CustomerJson.Default.IReadOnlyListCustomerFlag),
            Preferences = row.GetString("Preferences") is { } preferences
                ? JsonSerializer.Deserialize(preferences, CustomerJson.Default.CustomerPreferences)!
                : new(),
            MergedInto = row.GetString("MergedInto"),
            Merged = List(row, "Merged", CustomerJson.Default.IReadOnlyListMergedCustomer),
            LatestCaseId = row.GetString("LatestCaseId") is { } latest ? TimeOrderedId.Parse(latest) : null,
            FirstSeenAt = row.GetDateTimeOffset("FirstSeenAt") ?? default,
            Erasure = row.GetString("Erasure") is { } erasure
                ? JsonSerializer.Deserialize(erasure, CustomerJson.Default.CustomerErasure)
                : null,
            ErasedAt = row.GetDateTimeOffset("ErasedAt"),
        };

    /// <summary>A row that leads to a case. It says nothing about the person, and what it leads to is read fresh.</summary>
    public static TableEntity FromCase(string customerId, TimeOrderedId caseId) => new(customerId, CaseKey(caseId));

    public static TimeOrderedId ToCaseId(TableEntity row) => TimeOrderedId.Parse(row.RowKey[(row.RowKey.LastIndexOf('|') + 1)..]);

    public static string CaseKey(TimeOrderedId caseId) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{CasePrefix}{DateTimeOffset.MaxValue.Ticks - caseId.CreatedAt.UtcTicks:D19}|{caseId}"
        );

    public static TableEntity FromLog(string customerId, CustomerLogEntry entry) =>
        new(customerId, string.Create(CultureInfo.InvariantCulture, $"{LogPrefix}{entry.At.UtcTicks:D19}|{entry.Key}"))
        {
            ["Kind"] = entry.Kind,
            ["Evidence"] = entry.Evidence,
            ["By"] = entry.By,
            ["Note"] = entry.Note,
            ["Version"] = entry.Version,
        };

    public static CustomerLogEntry ToLog(TableEntity row)
    {
        var parts = row.RowKey.Split('|', 3);
        return new(
            parts[2],
            new(long.Parse(parts[1], CultureInfo.InvariantCulture), TimeSpan.Zero),
            row.GetString("Kind"),
            row.GetString("Evidence"),
            row.GetString("By"),
            row.GetString("Note")
        )
        {
            Version = row.GetInt32("Version") ?? 0,
        };
    }

    private static string? Json<T>(IReadOnlyList<T> values, JsonTypeInfo<IReadOnlyList<T>> type) =>
        values.Count == 0 ? null : JsonSerializer.Serialize(values, type);

    private static IReadOnlyList<T> List<T>(TableEntity row, string name, JsonTypeInfo<IReadOnlyList<T>> type) =>
        row.GetString(name) is { } json ? JsonSerializer.Deserialize(json, type) ?? [] : [];
}
