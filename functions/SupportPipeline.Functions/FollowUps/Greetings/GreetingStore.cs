using System.Globalization;
using Azure;
using Azure.Data.Tables;
using SupportPipeline.Platform;

namespace SupportPipeline.FollowUps.Greetings;

/// <summary>Whom to greet (<c>greet|customer</c>), and who clicked that they want no more greetings (<c>unsubscribed|address hash</c>).</summary>
public sealed class GreetingStore(TableServiceClient tables)
{
    private const string FactsKey = "facts";
    private const string UnsubscribedKey = "greetings";

    private readonly TableClient _rows = tables.GetTableClient(StorageNames.FollowUpsTable);

    /// <summary>Keeps what is known.</summary>
    internal Task KeepAsync(GreetingFacts facts, CancellationToken cancellationToken) =>
        _rows.UpsertEntityAsync(
            new TableEntity(Partition(facts.CustomerId), FactsKey)
            {
                ["Email"] = facts.Address.Value,
                ["Name"] = facts.Name,
                ["Language"] = facts.Language,
                ["HasConsent"] = facts.HasConsent,
                ["Birthday"] = facts.Birthday?.ToString("O", CultureInfo.InvariantCulture),
                ["CustomerSince"] = facts.CustomerSince?.ToString("O", CultureInfo.InvariantCulture),
                ["TimeZone"] = facts.TimeZone,
                ["QuietFrom"] = facts.QuietFrom?.ToString("HH:mm", CultureInfo.InvariantCulture),
                ["QuietUntil"] = facts.QuietUntil?.ToString("HH:mm", CultureInfo.InvariantCulture),
            },
            TableUpdateMode.Replace,
            cancellationToken
        );

    /// <summary>Forgets a customer.</summary>
    internal Task ForgetAsync(string customerId, CancellationToken cancellationToken) =>
        _rows.DeleteEntityAsync(Partition(customerId), FactsKey, ETag.All, cancellationToken);

    /// <summary>What is known of a customer; null when nothing is.</summary>
    internal async Task<GreetingFacts?> FindAsync(string customerId, CancellationToken cancellationToken)
    {
        var found = await _rows.GetEntityIfExistsAsync<TableEntity>(Partition(customerId), FactsKey, cancellationToken: cancellationToken);
        return found.HasValue && EmailAddress.TryParse(found.Value!.GetString("Email"), out var address)
            ? new()
            {
                CustomerId = customerId,
                Address = address,
                Name = found.Value.GetString("Name"),
                Language = found.Value.GetString("Language") ?? "und",
                HasConsent = found.Value.GetBoolean("HasConsent") ?? false,
                Birthday = Day(found.Value.GetString("Birthday")),
                CustomerSince = Day(found.Value.GetString("CustomerSince")),
                TimeZone = found.Value.GetString("TimeZone"),
                QuietFrom = Hour(found.Value.GetString("QuietFrom")),
                QuietUntil = Hour(found.Value.GetString("QuietUntil")),
            }
            : null;
    }

    /// <summary>Notes that an address wants no more greetings; noting it again changes nothing.</summary>
    internal Task UnsubscribeAsync(string addressHash, DateTimeOffset at, CancellationToken cancellationToken) =>
        _rows.UpsertEntityAsync(
            new TableEntity("unsubscribed|" + addressHash, UnsubscribedKey) { ["At"] = at },
            TableUpdateMode.Replace,
            cancellationToken
        );

    /// <summary>Whether an address wants no more greetings.</summary>
    internal async Task<bool> HasUnsubscribedAsync(EmailAddress address, CancellationToken cancellationToken) =>
        (
            await _rows.GetEntityIfExistsAsync<TableEntity>(
                "unsubscribed|" + address.Hash,
                UnsubscribedKey,
                cancellationToken: cancellationToken
            )
        ).HasValue;

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.ParseExact(text, "O", CultureInfo.InvariantCulture);

    private static TimeOnly? Hour(string? text) => text is null ? null : TimeOnly.ParseExact(text, "HH:mm", CultureInfo.InvariantCulture);

    private static string Partition(string customerId) => "greet|" + customerId;
}
