using SupportPipeline.Cases;
using SupportPipeline.Platform;

namespace SupportPipeline.FollowUps.Waiting;

/// <summary>
/// Waiting lists: who wants to hear when something becomes available, and telling them once. The reply has a deterministic id, and a case leaves the list
/// after it was told, so a run that was cut off is simply repeated.
/// </summary>
public sealed class WaitingLists(WaitingListStore store, CaseWork work, CaseReplies replies, Organisation organisation, TimeProvider clock)
{
    /// <summary>The most who are told in one call; the answer says how many are left.</summary>
    internal const int MaxPerCall = 200;

    private const int AtOnce = 8;
    private const string Template = "waiting-list-available";

    /// <summary>Puts a case on the list of an item; joining again changes nothing. False when the item has no usable name.</summary>
    public async Task<bool> JoinAsync(string item, TimeOrderedId caseId, CancellationToken cancellationToken)
    {
        if (WaitingItem.Of(item) is not { } wanted)
        {
            return false;
        }

        await store.JoinAsync(wanted, caseId, clock.GetUtcNow(), cancellationToken);
        return true;
    }

    /// <summary>Tells those who wait, longest first.</summary>
    /// <returns>How many were told now, how many needed nothing, and whether some are left; null when nobody ever waited for it.</returns>
    internal async Task<WaitingListRun?> TellAsync(WaitingItem asked, string by, string? note, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(asked, cancellationToken) is not { } item)
        {
            return null;
        }

        var waiters = await store.WaitersAsync(item, MaxPerCall + 1, cancellationToken);
        var (told, skipped) = (0, 0);
        await Parallel.ForEachAsync(
            waiters.Take(MaxPerCall),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (waiter, cancellation) =>
            {
                var result = await work.ChangeAsync(
                    waiter.CaseId,
                    history => Tell(history, item, waiter, by, note, clock.GetUtcNow()),
                    cancellation
                );
                if (result is not CaseWorkResult.Unchanged { Reason: FollowUpReason.CaseIsHeld })
                {
                    await store.LeaveAsync(item, waiter.CaseId, CancellationToken.None);
                }

                _ = result is CaseWorkResult.Changed ? Interlocked.Increment(ref told) : Interlocked.Increment(ref skipped);
            }
        );
        return new(item.Name, told, skipped, waiters.Count > MaxPerCall);
    }

    /// <summary>One reply per case and place on the list.</summary>
    private CaseDecision Tell(CaseHistory history, WaitingItem item, Waiter waiter, string by, string? note, DateTimeOffset now)
    {
        var cause = $"{item.Key}-{waiter.JoinedAt.UtcTicks}";
        if (history.Case.State == CaseState.Held)
        {
            return new CaseDecision.Nothing(FollowUpReason.CaseIsHeld);
        }

        if (history.Replies.Any(stored => stored.Reply.Id == $"{Template}-{cause}"))
        {
            return new CaseDecision.Nothing(FollowUpReason.ToldBefore);
        }

        var values = new Dictionary<string, string>(StringComparer.Ordinal) { ["item"] = item.Name };
        if (replies.Write(history, Template, cause, null, now, values) is not { } written)
        {
            return new CaseDecision.Nothing(FollowUpReason.NobodyToWriteTo);
        }

        // By default the playbook leaves this reply to a person; a person has just said that it is so.
        var isOrdered = written.State == ReplyState.Drafted && written.Reason == Playbook.PlaybookReason.PlaybookSchedule;
        var reply =
            isOrdered && !organisation.Automation.ContainsKey(Template)
                ? written with
                {
                    State = ReplyState.Approved,
                    Reason = ReasonCode.ByAgent,
                }
                : written;
        var told = new TimelineEvent($"waiting-list:{cause}", now, "waiting-list-told", FollowUpReason.ItemAvailable, item.Name, by, note);
        var after =
            reply.State == ReplyState.Drafted ? history.Case with { EscalatedTo = history.Case.EscalatedTo ?? "agent" } : history.Case;
        return new CaseDecision.Apply(CaseChange.Of(history.Stored, after) with { Replies = [reply], Events = [told] });
    }
}

/// <summary>How telling a waiting list went.</summary>
/// <param name="Item">The item.</param>
/// <param name="Told">Who was told now.</param>
/// <param name="Skipped">Who needed nothing: told before, held, or nobody to write to.</param>
/// <param name="IsMore">Whether some are left: call again.</param>
internal sealed record WaitingListRun(string Item, int Told, int Skipped, bool IsMore);
