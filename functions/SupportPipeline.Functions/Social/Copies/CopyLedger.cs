using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Azure.Data.Tables;
using SupportPipeline.Platform;
using SupportPipeline.Social.Mentions;

namespace SupportPipeline.Social.Copies;

/// <summary>
/// What the processes tell each other of posts that copies are known by: rows in the order of writing, many posts in each. Partition
/// <c>copies|brand|yyyyMMdd</c> of <see cref="StorageNames.MentionIndexTable"/>.
/// </summary>
public sealed class CopyLedger(TableServiceClient tables)
{
    /// <summary>More of a text is not needed to know a copy of it.</summary>
    private const int MaxText = 1_000;

    /// <summary>Characters of a row; the platform allows 32,768 in a property.</summary>
    private const int MaxRow = 30_000;

    /// <summary>How late a row may become visible after the time it is written under: other clocks, retries.</summary>
    private static readonly TimeSpan s_overlap = TimeSpan.FromSeconds(10);

    private readonly TableClient _index = tables.GetTableClient(StorageNames.MentionIndexTable);

    /// <summary>Writes posts. The same batch again writes rows that say the same.</summary>
    internal async Task AddAsync(
        string brand,
        IReadOnlyList<CopyFirst> firsts,
        string batch,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var part = 0;
        foreach (var together in Parts(firsts))
        {
            var row = new TableEntity(
                PartitionOf(brand, now.UtcDateTime),
                string.Create(CultureInfo.InvariantCulture, $"{Ticks(now)}|{batch}|{part++:D3}")
            )
            {
                ["Posts"] = $"[{together}]",
            };
            await _index.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellationToken);
        }
    }

    /// <summary>Reads what was written since a place; what was read before is not read again.</summary>
    /// <param name="brand">Whose.</param>
    /// <param name="place">The place; null to read from <paramref name="since"/> on.</param>
    /// <param name="since">What is older is not wanted.</param>
    /// <param name="now">Now.</param>
    /// <param name="cancellationToken">The caller gives up.</param>
    /// <returns>The posts, and the place to go on from.</returns>
    internal async Task<(IReadOnlyList<CopyFirst> Firsts, LedgerPlace Place)> ReadAsync(
        string brand,
        LedgerPlace? place,
        DateTimeOffset since,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var from = place is null ? since : place.ReadUntil - s_overlap;
        var (start, again) = (Ticks(from), Ticks(now - s_overlap));
        var (found, seen) = (new List<CopyFirst>(), new HashSet<string>(StringComparer.Ordinal));
        for (var day = from.UtcDateTime.Date; day <= now.UtcDateTime.Date; day = day.AddDays(1))
        {
            var filter = TableClient.CreateQueryFilter($"PartitionKey eq {PartitionOf(brand, day)} and RowKey ge {start}");
            await foreach (var row in _index.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
            {
                if (string.CompareOrdinal(row.RowKey, again) >= 0)
                {
                    seen.Add(row.RowKey);
                }

                if (place?.Seen.Contains(row.RowKey) != true)
                {
                    found.AddRange(JsonSerializer.Deserialize(row.GetString("Posts"), CopyJson.Default.ListEntry)!.Select(ToFirst));
                }
            }
        }

        return (found, new(now, seen));
    }

    private static IEnumerable<string> Parts(IReadOnlyList<CopyFirst> firsts)
    {
        var part = new StringBuilder();
        foreach (var first in firsts)
        {
            var text = first.Print.Text.Length <= MaxText ? first.Print.Text : first.Print.Text[..MaxText];
            var entry = JsonSerializer.Serialize(new(first.Id, first.Group, first.Key, text), CopyJson.Default.Entry);
            if (part.Length > 0 && part.Length + entry.Length + 3 > MaxRow)
            {
                yield return part.ToString();
                part.Clear();
            }

            part.Append(part.Length > 0 ? "," : "").Append(entry);
        }

        yield return part.ToString();
    }

    private static CopyFirst ToFirst(Entry entry) => new(entry.Id, entry.Group, entry.Key, CopyPrint.OfNormal(entry.Text));

    private static string Ticks(DateTimeOffset at) => at.UtcTicks.ToString("D19", CultureInfo.InvariantCulture);

    private static string PartitionOf(string brand, DateTime day) =>
        string.Create(CultureInfo.InvariantCulture, $"copies|{brand}|{day:yyyyMMdd}");

    internal sealed record Entry(MentionId Id, string Group, string Key, string Text);
}

/// <summary>How far a process has read.</summary>
/// <param name="ReadUntil">When it read.</param>
/// <param name="Seen">The rows of the last seconds, which are read again in case others appear among them.</param>
internal sealed record LedgerPlace(DateTimeOffset ReadUntil, IReadOnlySet<string> Seen);

/// <summary>The JSON of the ledger.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(List<CopyLedger.Entry>))]
internal sealed partial class CopyJson : JsonSerializerContext;
