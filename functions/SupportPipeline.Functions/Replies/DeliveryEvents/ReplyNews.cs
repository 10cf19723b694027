using Microsoft.Extensions.Logging;
using SupportPipeline.Cases;
using SupportPipeline.Platform;

namespace SupportPipeline.Replies.DeliveryEvents;

/// <summary>
/// Writes what was told about one reply: its address is suppressed when it must be, the reply moves, and after a failure an agent has to look. All of it may
/// be done again and changes nothing then. Events of the mail service and reports of mail servers go through here alike.
/// </summary>
public sealed partial class ReplyNews(ToldReplies replies, SuppressionList suppressions, CaseWork cases, ILogger<ReplyNews> logger)
{
    /// <summary>Applies the events about one reply.</summary>
    internal async Task ApplyAsync(
        TimeOrderedId caseId,
        string replyId,
        IReadOnlyList<DeliveryEvent> events,
        CancellationToken cancellationToken
    )
    {
        var needsReply = DeliveryEventRules.NeedsReply(events);
        var reply = needsReply ? await replies.FindAsync(caseId, replyId, cancellationToken) : null;
        if (needsReply && reply is null)
        {
            Log.NotKnown(logger, replyId, caseId);
            return;
        }

        var news = DeliveryEventRules.Decide(reply, events);
        if (news.IsEmpty)
        {
            return;
        }

        // The address first: once the reply says that it bounced, the next one must not go out any more.
        foreach (var suppression in news.Suppressions)
        {
            await suppressions.AddAsync(reply!.To, suppression, cancellationToken);
        }

        if (!await replies.TellAsync(caseId, replyId, news.Fate, news.Happenings, cancellationToken))
        {
            Log.NotKnown(logger, replyId, caseId);
        }
        else if (
            needsReply
            && await cases.ChangeAsync(caseId, history => Attention(history, events), cancellationToken)
                is CaseWorkResult.Unchanged { History.Case: var its }
        )
        {
            await cases.RepairListsAsync(its, cancellationToken);
        }
    }

    /// <summary>A reply that did not arrive is an answer nobody has read: somebody has to look, once for each cause.</summary>
    private static CaseDecision Attention(CaseHistory history, IReadOnlyList<DeliveryEvent> events)
    {
        var cause = events.Where(one => DeliveryEventRules.NeedsReply([one])).MinBy(one => one.Key, StringComparer.Ordinal)!;
        var key = $"attention:{cause.Key}";
        return history.Events.Any(happening => happening.Key == key)
            ? new CaseDecision.Nothing(ReasonCode.AlreadyRecorded)
            : new CaseDecision.Apply(
                CaseChange.Of(history.Stored, history.Case with { EscalatedTo = history.Case.EscalatedTo ?? "agent" }) with
                {
                    Events = [new TimelineEvent(key, cause.At, "needs-attention", BounceRules.Reason(cause))],
                }
            );
    }

    private static partial class Log
    {
        [LoggerMessage(313, LogLevel.Information, "A delivery event is about reply {ReplyId} of case {CaseId}, which is not here.")]
        public static partial void NotKnown(ILogger logger, string replyId, TimeOrderedId caseId);
    }
}
