using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using SupportPipeline.Platform;

namespace SupportPipeline.Social.Mentions.Desk;

/// <summary>Searches that are kept: partition <c>search|</c> and whose, a row for each.</summary>
public sealed class MentionSearches(TableServiceClient tables)
{
    /// <summary>So many searches one person, or all together, may keep.</summary>
    internal const int MaxSearches = 100;

    private const string Shared = "shared";
    private const string Document = "Document";

    private readonly TableClient _searches = tables.GetTableClient(StorageNames.SocialAlertsTable);

    /// <summary>The search of a name: one's own, or else a shared one; null when there is none.</summary>
    internal async Task<MentionSearch?> FindAsync(string person, string name, CancellationToken cancellationToken)
    {
        foreach (var partition in (string[])[PartitionOf(person, false), PartitionOf(person, true)])
        {
            var found = await _searches.GetEntityIfExistsAsync<TableEntity>(partition, KeyOf(name), cancellationToken: cancellationToken);
            if (found.HasValue)
            {
                return Read(found.Value!);
            }
        }

        return null;
    }

    /// <summary>The searches of one person, or the shared ones, by name.</summary>
    internal async Task<IReadOnlyList<MentionSearch>> ListAsync(string person, bool shared, CancellationToken cancellationToken)
    {
        var found = new List<MentionSearch>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {PartitionOf(person, shared)}");
        await foreach (var row in _searches.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            found.Add(Read(row));
        }

        return [.. found.OrderBy(search => search.Name, StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>Keeps a search; one of the same name is replaced.</summary>
    internal Task SaveAsync(MentionSearch search, CancellationToken cancellationToken)
    {
        var row = new TableEntity(PartitionOf(search.By, search.Shared), KeyOf(search.Name))
        {
            [Document] = JsonSerializer.Serialize(search, MentionSearchJson.Default.MentionSearch),
        };
        return _searches.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellationToken);
    }

    /// <summary>Throws a search away.</summary>
    internal Task DeleteAsync(string person, string name, bool shared, CancellationToken cancellationToken) =>
        _searches.DeleteEntityAsync(PartitionOf(person, shared), KeyOf(name), ETag.All, cancellationToken);

    private static MentionSearch Read(TableEntity row) =>
        JsonSerializer.Deserialize(row.GetString(Document), MentionSearchJson.Default.MentionSearch)!;

    /// <summary>A person is named by a hash: names may hold what a key must not.</summary>
    private static string PartitionOf(string person, bool shared) => $"search|{(shared ? Shared : StableHash.Of("person", person))}";

    private static string KeyOf(string name) => StableHash.Of(name.ToUpperInvariant());
}
