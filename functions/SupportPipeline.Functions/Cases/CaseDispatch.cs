using SupportPipeline.FollowUps;
using SupportPipeline.Replies;

namespace SupportPipeline.Cases;

/// <summary>
/// What follows a change of a case outside its partition: list views, wake-ups, replies. All of it may be done again. Where nobody calls again after a
/// crash (an agent's click), what must not be forgotten is announced before the commit; an announcement without its change finds nothing to do.
/// </summary>
public sealed class CaseDispatch(CaseNotes notes, FollowUpSchedule schedule, ReplyDelivery delivery, ReplyAnnouncer announcer)
{
    /// <summary>Announces before the commit: the wake-ups, and every reply that is to go out.</summary>
    internal async Task AnnounceAsync(CaseChange change, CancellationToken cancellationToken)
    {
        await schedule.AddAsync(Added(change.Case, change.Before), cancellationToken);
        var approved = change.Replies.Concat(change.Moved.Select(moved => moved.After)).Where(reply => reply.State == ReplyState.Approved);
        foreach (var reply in approved)
        {
            await announcer.AnnounceAsync(reply, cancellationToken);
        }
    }

    /// <summary>Dispatches after the commit.</summary>
    /// <param name="after">The case as it stands now.</param>
    /// <param name="before">The case before; null when it was just opened.</param>
    /// <param name="replies">Replies to be sent; those that are not approved are left alone.</param>
    /// <param name="isAnnounced">Whether <see cref="AnnounceAsync"/> went before.</param>
    /// <param name="cancellationToken">Stops between two effects.</param>
    internal async Task DispatchAsync(
        CaseSnapshot after,
        CaseSnapshot? before,
        IReadOnlyList<StoredReply> replies,
        bool isAnnounced,
        CancellationToken cancellationToken
    )
    {
        var noted = notes.UpdateAsync(after, before, cancellationToken);
        var scheduled = isAnnounced ? Task.CompletedTask : schedule.AddAsync(Added(after, before), cancellationToken);
        var removed = before is null ? Task.CompletedTask : schedule.RemoveAsync(Added(before, after), cancellationToken);
        await DeliverAsync(replies, Task.WhenAll(noted, scheduled, removed), cancellationToken);
    }

    /// <summary>
    /// Dispatches what a message caused that stood in its case already: its process died somewhere after the commit, and how the case stood before is not
    /// known any more. Everything the case asks for now is written again.
    /// </summary>
    /// <param name="now">The case as it stands.</param>
    /// <param name="madeVersion">The version of the case that the message made; null when that is not known.</param>
    /// <param name="replies">The replies it caused.</param>
    /// <param name="cancellationToken">Stops between two effects.</param>
    internal Task DispatchAgainAsync(
        CaseSnapshot now,
        int? madeVersion,
        IReadOnlyList<StoredReply> replies,
        CancellationToken cancellationToken
    )
    {
        var noted = notes.RepairAsync(now, madeVersion, cancellationToken);
        var scheduled = schedule.AddAsync(Added(now, null), cancellationToken);
        return DeliverAsync(replies, Task.WhenAll(noted, scheduled), cancellationToken);
    }

    /// <summary>Brings the lists of a case up to date, whatever they say.</summary>
    internal Task RepairListsAsync(CaseSnapshot now, CancellationToken cancellationToken) => notes.RepairListsAsync(now, cancellationToken);

    private async Task DeliverAsync(IReadOnlyList<StoredReply> replies, Task others, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var reply in replies)
            {
                if (await delivery.DeliverAsync(reply, cancellationToken) is { } wait)
                {
                    await announcer.PostponeAsync(reply.Reply, wait, cancellationToken);
                }
            }
        }
        finally
        {
            await others;
        }
    }

    /// <summary>The wake-ups of one snapshot that the other does not have.</summary>
    private static List<FollowUp> Added(CaseSnapshot snapshot, CaseSnapshot? other) =>
        [
            .. snapshot
                .FollowUps.Where(followUp => other?.FollowUps.Contains(followUp) != true)
                .Select(followUp => new FollowUp(followUp.At, followUp.Kind, followUp.Cause, snapshot.Id)),
        ];
}
