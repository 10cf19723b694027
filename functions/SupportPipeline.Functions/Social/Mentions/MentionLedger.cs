using System.Collections.Concurrent;
using Azure;
using Azure.Data.Tables;
using SupportPipeline.Platform;
using SupportPipeline.Social.Mentions.Trend;

namespace SupportPipeline.Social.Mentions;

/// <summary>
/// Writes new mentions: each with the first entry of its timeline, with the counts of its quarter of an hour, and with the count of the mention it is a copy
/// of, in one entity-group transaction. So a mention is counted exactly once, whatever is delivered twice. In a process one transaction at a time goes to a
/// partition; what comes meanwhile goes together into the next one.
/// </summary>
public sealed class MentionLedger(TableServiceClient tables, MentionStore store, TimeProvider clock)
{
    private const int MaxActions = 100;
    private const int MaxCharacters = 1_000_000;
    private const int MaxAttempts = 8;
    private const int AtOnce = 8;

    /// <summary>Sorts before every entry that begins with a time.</summary>
    private const string FirstEntry = "0|received";

    private readonly TableClient _mentions = tables.GetTableClient(StorageNames.MentionsTable);
    private readonly ConcurrentDictionary<string, LedgerPartition> _partitions = new(StringComparer.Ordinal);

    /// <summary>Stores new mentions.</summary>
    /// <returns>They, and the earlier ones that they are copies of, as they stand now.</returns>
    internal async Task<IReadOnlyList<Mention>> AddAsync(IReadOnlyList<Mention> mentions, CancellationToken cancellationToken)
    {
        var waiting = mentions.Select(mention => new NewMention(mention)).ToList();
        foreach (var together in waiting.GroupBy(one => one.Mention.Id.Partition, StringComparer.Ordinal))
        {
            Enqueue(together.Key, [.. together]);
        }

        var stored = await Task.WhenAll(waiting.Select(one => one.Stored.Task)).WaitAsync(cancellationToken);
        return [.. stored.SelectMany(one => one).GroupBy(mention => mention.Id).Select(same => same.Last())];
    }

    private void Enqueue(string key, List<NewMention> mentions)
    {
        while (true)
        {
            var partition = _partitions.GetOrAdd(key, static _ => new());
            lock (partition.Lock)
            {
                if (partition.IsRetired)
                {
                    continue;
                }

                partition.Waiting.AddRange(mentions);
                if (!partition.IsWriting)
                {
                    partition.IsWriting = true;
                    _ = WriteAllAsync(key, partition);
                }

                return;
            }
        }
    }

    private async Task WriteAllAsync(string key, LedgerPartition partition)
    {
        // Leaves the lock of who called.
        await Task.Yield();
        while (true)
        {
            List<NewMention> batch;
            lock (partition.Lock)
            {
                partition.AnswerKnown();
                batch = Take(partition);
                if (batch.Count == 0)
                {
                    partition.IsWriting = false;
                    partition.IsRetired = true;
                    _partitions.TryRemove(new(key, partition));
                    return;
                }
            }

            try
            {
                await StoreAsync(key, partition, batch).ConfigureAwait(false);
            }
            catch (Exception exception)
            {
                // Every caller sees the failure and its queue message comes again.
                partition.Forget();
                batch.ForEach(one => one.Stored.TrySetException(exception));
            }
        }
    }

    /// <summary>As many as one transaction takes: two rows each, one for each quarter of an hour, one for each earlier mention it is a copy of.</summary>
    private static List<NewMention> Take(LedgerPartition partition)
    {
        var (actions, characters) = (0, 0);
        var (ids, others) = (new HashSet<MentionId>(), new HashSet<object>());
        var count = 0;
        foreach (var one in partition.Waiting)
        {
            actions += 2 + (others.Add(MentionCountRows.SlotOf(one.Mention.Id.At)) ? 1 : 0);
            actions += one.Mention.CopyOf is { } first && others.Add(first) ? 1 : 0;
            characters += one.Mention.Post.Text.Length + 3_000;

            // A mention that was delivered twice at once waits until it is stored.
            if (!ids.Add(one.Mention.Id) || (count > 0 && (actions > MaxActions || characters > MaxCharacters)))
            {
                break;
            }

            count++;
        }

        var batch = partition.Waiting.GetRange(0, count);
        partition.Waiting.RemoveRange(0, count);
        return batch;
    }

    private async Task StoreAsync(string key, LedgerPartition partition, List<NewMention> batch)
    {
        for (var attempt = 1; batch.Count > 0; attempt++)
        {
            await LoadAsync(key, partition, batch).ConfigureAwait(false);
            var plan = LedgerPlan.Of(partition, batch, clock.GetUtcNow());
            try
            {
                var answers = (
                    await _mentions.SubmitTransactionAsync(plan.Actions(key, FirstEntry), CancellationToken.None).ConfigureAwait(false)
                ).Value;
                plan.Keep(partition, answers);
                foreach (var one in batch)
                {
                    var result = plan.ResultOf(one);
                    partition.Remember(one.Mention.Id, result);
                    one.Stored.TrySetResult(result);
                }

                return;
            }
            catch (RequestFailedException raced) when (raced.Status is 404 or 409 or 412 && attempt < MaxAttempts)
            {
                // Another process counted or an agent acted in between, or some of these are stored already: look again.
                partition.Forget();
                batch = await WithoutStoredAsync(batch).ConfigureAwait(false);
            }
        }
    }

    /// <summary>
    /// Those that are stored answer as they stand now, with what they are copies of: whoever stored them may have died before anybody looked at them.
    /// </summary>
    private async Task<List<NewMention>> WithoutStoredAsync(List<NewMention> batch)
    {
        var found = await LoadAllAsync(batch.Select(one => (one.Mention.Id, one.Mention.CopyOf is not null))).ConfigureAwait(false);
        var firsts = await LoadAllAsync(
                found.Values.Select(mention => mention.CopyOf).OfType<MentionId>().Distinct().Select(first => (first, false))
            )
            .ConfigureAwait(false);
        foreach (var one in batch)
        {
            if (found.TryGetValue(one.Mention.Id, out var mention))
            {
                one.Stored.TrySetResult(mention.CopyOf is { } of && firsts.TryGetValue(of, out var first) ? [mention, first] : [mention]);
            }
        }

        return [.. batch.Where(one => !found.ContainsKey(one.Mention.Id))];
    }

    private async Task<ConcurrentDictionary<MentionId, Mention>> LoadAllAsync(IEnumerable<(MentionId Id, bool IsCopy)> mentions)
    {
        var found = new ConcurrentDictionary<MentionId, Mention>();
        await Parallel
            .ForEachAsync(
                mentions,
                new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
                async (mention, cancellation) =>
                {
                    if (await store.LoadAsync(mention.Id, mention.IsCopy, cancellation) is { } stored)
                    {
                        found[mention.Id] = stored.Mention;
                    }
                }
            )
            .ConfigureAwait(false);
        return found;
    }

    private async Task LoadAsync(string key, LedgerPartition partition, List<NewMention> batch)
    {
        foreach (
            var slot in batch
                .Select(one => MentionCountRows.SlotOf(one.Mention.Id.At))
                .Distinct()
                .Where(slot => !partition.Counts.ContainsKey(slot))
        )
        {
            var found = await _mentions
                .GetEntityIfExistsAsync<TableEntity>(key, MentionCountRows.KeyOf(slot), cancellationToken: CancellationToken.None)
                .ConfigureAwait(false);
            partition.Counts[slot] = found.HasValue ? (MentionCountRows.ToCounts(found.Value!), found.Value!.ETag) : (new(), null);
        }

        var own = batch.Select(one => one.Mention.Id).ToHashSet();
        foreach (var first in batch.Select(one => one.Mention.CopyOf).OfType<MentionId>().Distinct())
        {
            if (!own.Contains(first) && !partition.Firsts.ContainsKey(first))
            {
                partition.Firsts[first] = await store.LoadAsync(first, CancellationToken.None).ConfigureAwait(false);
            }
        }
    }
}
