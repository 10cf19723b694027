using Azure;
using Azure.Data.Tables;
using SupportPipeline.Social.Mentions.Trend;
using SupportPipeline.Social.Receiving;

namespace SupportPipeline.Social.Mentions;

/// <summary>A mention that is to be stored, and who waits for it.</summary>
internal sealed record NewMention(Mention Mention)
{
    /// <summary>Set when it is stored: the mention as it stands, and the one it is a copy of.</summary>
    public TaskCompletionSource<IReadOnlyList<Mention>> Stored { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>What a process knows of a partition while it writes to it. Only the loop that writes touches the counts and the firsts.</summary>
internal sealed class LedgerPartition
{
    private const int MaxRemembered = 2_000;

    private readonly Dictionary<MentionId, IReadOnlyList<Mention>> _stored = [];
    private readonly Queue<MentionId> _order = new();

    /// <summary>Guards what waits.</summary>
    public Lock Lock { get; } = new();

    /// <summary>What waits.</summary>
    public List<NewMention> Waiting { get; } = [];

    /// <summary>Whether the loop that writes runs.</summary>
    public bool IsWriting { get; set; }

    /// <summary>Whether it was taken out: get the next one.</summary>
    public bool IsRetired { get; set; }

    /// <summary>Counts by slot; without a version where there is no row yet.</summary>
    public Dictionary<int, (MentionCounts Counts, ETag? ETag)> Counts { get; } = [];

    /// <summary>Mentions that copies came of; null where there is none.</summary>
    public Dictionary<MentionId, StoredMention?> Firsts { get; } = [];

    /// <summary>Answers those that wait for a mention that this process has just stored: a delivery that comes twice mostly does so at once.</summary>
    public void AnswerKnown() =>
        Waiting.RemoveAll(one => _stored.TryGetValue(one.Mention.Id, out var known) && one.Stored.TrySetResult(known));

    /// <summary>Remembers what was stored; the oldest are forgotten first.</summary>
    public void Remember(MentionId id, IReadOnlyList<Mention> result)
    {
        if (!_stored.TryAdd(id, result))
        {
            return;
        }

        _order.Enqueue(id);
        if (_order.Count > MaxRemembered)
        {
            _stored.Remove(_order.Dequeue());
        }
    }

    /// <summary>Forgets what it knew, because somebody else has changed it.</summary>
    public void Forget()
    {
        Counts.Clear();
        Firsts.Clear();
    }
}

/// <summary>One transaction with new mentions.</summary>
internal sealed class LedgerPlan
{
    private readonly List<Mention> _new = [];
    private readonly Dictionary<int, (MentionCounts Counts, ETag? ETag)> _counts = [];
    private readonly Dictionary<MentionId, StoredMention> _firsts = [];

    /// <summary>Plans it.</summary>
    public static LedgerPlan Of(LedgerPartition known, IReadOnlyList<NewMention> batch, DateTimeOffset now)
    {
        var plan = new LedgerPlan();
        var places = new Dictionary<MentionId, int>();
        foreach (var mention in batch.Select(one => one.Mention))
        {
            places[mention.Id] = plan._new.Count;
            plan._new.Add(mention);
            var slot = MentionCountRows.SlotOf(mention.Id.At);
            var (counts, version) = plan._counts.TryGetValue(slot, out var counted) ? counted : known.Counts[slot];
            plan._counts[slot] = (counts.Plus(mention), version);
        }

        foreach (var copy in batch.Select(one => one.Mention))
        {
            if (copy.CopyOf is not { } of)
            {
                continue;
            }

            if (places.TryGetValue(of, out var place))
            {
                plan._new[place] = MentionDrafting.WithCopy(plan._new[place], copy, now);
            }
            else if ((plan._firsts.GetValueOrDefault(of) ?? known.Firsts.GetValueOrDefault(of)) is { } stored)
            {
                plan._firsts[of] = stored with { Mention = MentionDrafting.WithCopy(stored.Mention, copy, now) };
            }
        }

        return plan;
    }

    /// <summary>The rows.</summary>
    public IEnumerable<TableTransactionAction> Actions(string partition, string firstEntry)
    {
        foreach (var (slot, (counts, version)) in _counts)
        {
            yield return Put(MentionCountRows.From(partition, slot, counts), version);
        }

        foreach (var first in _firsts.Values)
        {
            yield return Put(MentionRows.From(first.Mention), first.ETag);
        }

        foreach (var mention in _new)
        {
            yield return Put(MentionRows.From(mention), null);
            yield return Put(
                MentionRows.From(mention.Id, new MentionEntry(firstEntry, mention.ReceivedAt, "received", null, null, null)),
                null
            );
        }
    }

    /// <summary>Notes the versions that the answers tell, in the order of <see cref="Actions"/>.</summary>
    public void Keep(LedgerPartition known, IReadOnlyList<Response> answers)
    {
        var place = 0;
        foreach (var (slot, (counts, _)) in _counts)
        {
            known.Counts[slot] = (counts, answers[place++].Headers.ETag);
        }

        foreach (var (id, first) in _firsts)
        {
            known.Firsts[id] = first with { ETag = answers[place++].Headers.ETag!.Value };
        }

        foreach (var mention in _new)
        {
            // A storm's first post gets its copies in the next transactions.
            if (mention.Copies > 0)
            {
                known.Firsts[mention.Id] = new(mention, answers[place].Headers.ETag!.Value);
            }

            place += 2;
        }
    }

    /// <summary>What became of a mention, and of the one it is a copy of.</summary>
    public IReadOnlyList<Mention> ResultOf(NewMention one)
    {
        var id = one.Mention.Id;
        var own = _new.Find(mention => mention.Id == id)!;
        return own.CopyOf is not { } of ? [own]
            : _firsts.TryGetValue(of, out var first) ? [own, first.Mention]
            : _new.Find(mention => mention.Id == of) is { } newFirst ? [own, newFirst]
            : [own];
    }

    private static TableTransactionAction Put(TableEntity row, ETag? version) =>
        version is { } known ? new(TableTransactionActionType.UpdateReplace, row, known) : new(TableTransactionActionType.Add, row);
}
