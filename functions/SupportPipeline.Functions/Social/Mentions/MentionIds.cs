using System.Collections.Concurrent;
using Azure;
using Azure.Data.Tables;
using Microsoft.Extensions.Options;
using SupportPipeline.Platform;
using SupportPipeline.Social.Receiving;

namespace SupportPipeline.Social.Mentions;

/// <summary>
/// Leads from a platform's id to the mention it became: what makes the same post received twice one mention. A claim is an insert that fails when
/// somebody was there before, never a look and then a write. Claims go to storage up to a hundred at a time.
/// </summary>
public sealed class MentionIds(TableServiceClient tables, IOptions<ReceivingOptions> options)
{
    private const int MaxTogether = 100;
    private const int AtOnce = 8;

    /// <summary>So many claims of this process are remembered: what came in by the door here is mostly processed here.</summary>
    private const int MaxRemembered = 20_000;

    private readonly ConcurrentDictionary<string, MentionId> _claimedHere = new(StringComparer.Ordinal);
    private readonly TableClient _index = tables.GetTableClient(StorageNames.MentionIndexTable);

    /// <summary>What makes a post unique.</summary>
    internal static string KeyOf(SocialPlatform platform, string source, string externalId) =>
        StableHash.Of(KebabCase.NameOf(platform), source, externalId);

    /// <summary>Claims keys for mentions that are about to be stored. Claiming again with the same mention changes nothing.</summary>
    /// <returns>By key, the mention that has it: the caller's own or an earlier one.</returns>
    internal async Task<IReadOnlyDictionary<string, ClaimedMention>> ClaimAsync(
        IEnumerable<KeyValuePair<string, MentionId>> wanted,
        CancellationToken cancellationToken
    )
    {
        var claimed = new Dictionary<string, ClaimedMention>(StringComparer.Ordinal);
        var shards = wanted.DistinctBy(one => one.Key, StringComparer.Ordinal).GroupBy(one => PartitionOf(one.Key), StringComparer.Ordinal);
        foreach (var together in shards.SelectMany(shard => shard.Chunk(MaxTogether)))
        {
            // A claim is never given back, so the word of this process stays true.
            var known = together.ToLookup(one => _claimedHere.TryGetValue(one.Key, out var id) && id == one.Value);
            foreach (var one in known[true])
            {
                claimed[one.Key] = new(one.Value, null);
            }

            await ClaimAsync([.. known[false]], claimed, cancellationToken);
        }

        return claimed;
    }

    /// <summary>The mention that has a key; null when none has.</summary>
    internal async Task<ClaimedMention?> FindAsync(string key, CancellationToken cancellationToken)
    {
        var found = await _index.GetEntityIfExistsAsync<TableEntity>(PartitionOf(key), key, cancellationToken: cancellationToken);
        return found.HasValue ? Read(found.Value!) : null;
    }

    /// <summary>Notes that a post was deleted on its platform, also when it was never received: a copy of it that comes late is not to be stored.</summary>
    internal Task DeletedAsync(string key, DateTimeOffset? at, CancellationToken cancellationToken)
    {
        _claimedHere.TryRemove(key, out _);
        return _index.UpsertEntityAsync(
            new TableEntity(PartitionOf(key), key) { ["DeletedAt"] = at ?? DateTimeOffset.UnixEpoch },
            TableUpdateMode.Merge,
            cancellationToken
        );
    }

    private async Task ClaimAsync(
        List<KeyValuePair<string, MentionId>> together,
        Dictionary<string, ClaimedMention> claimed,
        CancellationToken cancellationToken
    )
    {
        // Repeated deliveries are rare: first all at once, and a look at what is there only when something is.
        while (together.Count > 0 && !await TryInsertAsync(together, cancellationToken))
        {
            var found = new TableEntity?[together.Count];
            await Parallel.ForEachAsync(
                Enumerable.Range(0, together.Count),
                new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
                async (place, cancellation) =>
                {
                    var key = together[place].Key;
                    var row = await _index.GetEntityIfExistsAsync<TableEntity>(PartitionOf(key), key, cancellationToken: cancellation);
                    found[place] = row.HasValue ? row.Value : null;
                }
            );
            foreach (var row in found.OfType<TableEntity>())
            {
                claimed[row.RowKey] = Read(row);
            }

            together = together.FindAll(one => !claimed.ContainsKey(one.Key));
        }

        if (_claimedHere.Count > MaxRemembered)
        {
            _claimedHere.Clear();
        }

        foreach (var one in together)
        {
            claimed[one.Key] = new(one.Value, null);
            _claimedHere[one.Key] = one.Value;
        }
    }

    private async Task<bool> TryInsertAsync(List<KeyValuePair<string, MentionId>> together, CancellationToken cancellationToken)
    {
        var rows = together.ConvertAll(one => new TableEntity(PartitionOf(one.Key), one.Key) { ["Mention"] = one.Value.ToString() });
        try
        {
            if (rows.Count == 1)
            {
                await _index.AddEntityAsync(rows[0], cancellationToken);
            }
            else
            {
                var actions = rows.Select(row => new TableTransactionAction(TableTransactionActionType.Add, row));
                await _index.SubmitTransactionAsync(actions, cancellationToken);
            }

            return true;
        }
        catch (RequestFailedException taken) when (taken.Status == 409)
        {
            return false;
        }
    }

    private static ClaimedMention Read(TableEntity row) =>
        new(
            row.GetString("Mention") is { } text ? MentionId.Parse(text) : null,
            row.GetDateTimeOffset("DeletedAt") is { } deleted && deleted > DateTimeOffset.UnixEpoch ? deleted : null
        );

    private string PartitionOf(string key) => $"id|{StableHash.Shard(key, options.Value.IdShards):D3}";
}

/// <summary>Who has an external id.</summary>
/// <param name="Id">The mention; null when the post was deleted before it was received.</param>
/// <param name="DeletedAt">When it was deleted on its platform; null when it was not.</param>
internal sealed record ClaimedMention(MentionId? Id, DateTimeOffset? DeletedAt);
