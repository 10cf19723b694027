using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SupportPipeline.Cases;
using SupportPipeline.Platform;
using SupportPipeline.Replies.DeliveryEvents;

namespace SupportPipeline.Replies;

/// <summary>Looks at replies whose outcome is unknown: loads what <see cref="UnknownRules"/> decides on, and moves them.</summary>
public sealed partial class UnknownReplies(
    ReplyRecords records,
    DeliveryEventFlow flow,
    IOptions<RepliesOptions> options,
    TimeProvider clock,
    ILogger<UnknownReplies> logger
)
{
    /// <summary>Looks at one.</summary>
    /// <returns>The reply when it is to be sent again, or how long to wait; neither when a person has to look.</returns>
    internal async Task<(StoredReply? Again, TimeSpan? Wait)> LookAsync(StoredReply stored, CancellationToken cancellationToken)
    {
        var (reply, now) = (stored.Reply, clock.GetUtcNow());
        var isYoung = reply.UnknownSince + options.Value.UnknownWait > now;
        var latest = isYoung ? null : await flow.LatestAsync(cancellationToken);
        switch (UnknownRules.Decide(reply, latest, options.Value, now))
        {
            case UnknownVerdict.Wait wait:
                return (null, wait.After);
            case UnknownVerdict.WaitAnew anew:
                await records.TryWaitAnewAsync(stored, cancellationToken);
                return (null, anew.After);
            case UnknownVerdict.SendAgain again:
                Log.SentAgain(logger, reply.CaseId, reply.Id);
                return (
                    await records.TryReopenAsync(stored, ReplyState.Approved, "reply-sent-again", again.Reason, cancellationToken),
                    null
                );
            case UnknownVerdict.GiveBack giveBack:
                Log.GivenBack(logger, reply.CaseId, reply.Id, giveBack.Reason);
                await records.TryReopenAsync(stored, ReplyState.Drafted, "reply-returned", giveBack.Reason, cancellationToken);
                return (null, null);
            default:
                throw new InvalidOperationException("A verdict nobody has thought of.");
        }
    }

    private static partial class Log
    {
        [LoggerMessage(304, LogLevel.Information, "The mail service never had reply {ReplyId} of case {CaseId}; it is sent again.")]
        public static partial void SentAgain(ILogger logger, TimeOrderedId caseId, string replyId);

        [LoggerMessage(305, LogLevel.Warning, "Reply {ReplyId} of case {CaseId} waits for a person: {Reason}.")]
        public static partial void GivenBack(ILogger logger, TimeOrderedId caseId, string replyId, string reason);
    }
}
