using SupportPipeline.Platform;

namespace SupportPipeline.Cases;

/// <summary>The replies of cases, as delivery sees them: find one, move it forward.</summary>
public sealed class Outbox(CaseStore cases)
{
    private const int MaxTries = 5;

    /// <summary>A reply; null when there is none.</summary>
    internal Task<StoredReply?> FindAsync(TimeOrderedId caseId, string replyId, CancellationToken cancellationToken) =>
        cases.LoadReplyAsync(caseId, replyId, cancellationToken);

    /// <summary>Moves a reply and says so on the timeline; null when somebody else moved it in between.</summary>
    internal Task<StoredReply?> TryMoveAsync(
        StoredReply before,
        Reply after,
        TimelineEvent? happening,
        CancellationToken cancellationToken
    ) => cases.UpdateReplyAsync(before, after, happening, cancellationToken);

    /// <summary>
    /// Records what has happened outside: it is true whatever the row says by now, unless the row already knows more.
    /// Not cancellable, because the mail cannot be called back.
    /// </summary>
    /// <returns>False when the row knew more, or there is none any more.</returns>
    internal async Task<bool> RecordAsync(StoredReply before, Func<Reply, Reply> move, Func<Reply, TimelineEvent?> describe)
    {
        var current = before;
        for (var attempt = 0; attempt < MaxTries; attempt++)
        {
            var after = move(current.Reply);
            if (await cases.UpdateReplyAsync(current, after, describe(after), CancellationToken.None) is not null)
            {
                return true;
            }

            var reloaded = await cases.LoadReplyAsync(before.Reply.CaseId, before.Reply.Id, CancellationToken.None);
            if (reloaded is null || !MayMove(reloaded.Reply.State, after.State))
            {
                return false;
            }

            current = reloaded;
        }

        throw new InvalidOperationException("The outcome of a reply could not be recorded because others kept changing it.");
    }

    /// <summary>Only what is still to be sent can move anywhere; what was unknown can turn out to be sent; everything else stands.</summary>
    private static bool MayMove(ReplyState from, ReplyState to) =>
        from == ReplyState.Approved || (from == ReplyState.Unknown && to == ReplyState.Sent);
}
