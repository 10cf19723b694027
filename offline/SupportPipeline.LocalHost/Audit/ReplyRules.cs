using SupportPipeline.Cases;

namespace SupportPipeline.LocalHost.Audit;

/// <summary>One cause, one reply: what the outbox rows say is what the mail service has.</summary>
internal static class ReplyRules
{
    public static IEnumerable<string> ApprovedIsGoingToBeSent(Evidence evidence)
    {
        if (
            evidence.One<ReplyStored>() is { State: ReplyState.Approved } reply
            && !evidence.Has<ReplyQueued>()
            && !evidence.Has<ReplyDead>()
            && !evidence.Scope.QueuesHoldMore
            && !evidence.IsYoung(reply.CreatedAt)
        )
        {
            yield return "is to be sent, and no queue message will ever bring it to be.";
        }
    }

    public static IEnumerable<string> UnknownIsExplained(Evidence evidence)
    {
        if (evidence.One<ReplyStored>() is not { State: ReplyState.Unknown } reply)
        {
            yield break;
        }

        if (!reply.SaysWhy)
        {
            yield return "has an unknown outcome, and the timeline does not say why.";
        }

        if (
            !evidence.Has<ReplyQueued>()
            && !evidence.Has<ReplyDead>()
            && !evidence.Scope.QueuesHoldMore
            && !evidence.IsYoung(reply.CreatedAt)
        )
        {
            yield return "has an unknown outcome, and nothing will ever look at it again.";
        }
    }

    public static IEnumerable<string> SentIsInOutbox(Evidence evidence)
    {
        if (evidence.Scope.KnowsOutbox && evidence.One<ReplyStored>() is { } reply && WasSent(reply) && !evidence.Has<MailAccepted>())
        {
            yield return $"is {Name(reply)}, and the mail service has never had it.";
        }
    }

    public static IEnumerable<string> UnsentIsNotInOutbox(Evidence evidence)
    {
        if (
            evidence.One<ReplyStored>() is { } reply
            && !WasSent(reply)
            && reply.State is not ReplyState.Unknown
            && evidence.Has<MailAccepted>()
            && !evidence.IsYoung(reply.CreatedAt)
        )
        {
            yield return $"is {Name(reply)} ({reply.Reason}), and the mail service has it.";
        }
    }

    public static IEnumerable<string> MailHasReply(Evidence evidence)
    {
        if (!evidence.Has<ReplyStored>() && evidence.One<MailAccepted>() is { } mail)
        {
            yield return $"is not there, and the mail service has it ({mail.ProviderMessageId}).";
        }
    }

    public static IEnumerable<string> HasOneSlot(Evidence evidence)
    {
        if (evidence.Count<SlotTaken>() > 1)
        {
            yield return $"was claimed {evidence.Count<SlotTaken>()} times: {string.Join(", ", evidence.All<SlotTaken>().Select(slot => slot.Slot))}.";
        }
    }

    public static IEnumerable<string> IsSentOnce(Evidence evidence)
    {
        if (evidence.Count<MailAccepted>() > 1)
        {
            yield return $"went out {evidence.Count<MailAccepted>()} times: {string.Join(", ", evidence.All<MailAccepted>().Select(mail => mail.ProviderMessageId))}.";
        }
    }

    public static IEnumerable<string> MessageIdIsUsedOnce(Evidence evidence)
    {
        // Two mails of one reply are IsSentOnce's.
        var replies = evidence.All<MailNamed>().Select(mail => mail.Reply).ToList();
        if (replies.Count > 1 && (replies.Contains(null) || replies.Distinct(StringComparer.Ordinal).Count() > 1))
        {
            yield return $"is the Message-ID of {replies.Count} mails.";
        }
    }

    public static IEnumerable<string> MailNamesItsCause(Evidence evidence)
    {
        if (evidence.All<MailNamed>().Any(mail => mail.Reply is null))
        {
            yield return "went out without saying for which reply.";
        }
    }

    private static bool WasSent(ReplyStored reply) => reply.State is ReplyState.Sent or ReplyState.Delivered or ReplyState.Bounced;

    private static string Name(ReplyStored reply) => reply.State.ToString().ToLowerInvariant();
}
