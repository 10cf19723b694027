using SupportPipeline.Platform;

namespace SupportPipeline.LocalHost.Audit;

/// <summary>Accepted means kept: every payload ends as one message of one case, as a duplicate of one, or as a dead letter.</summary>
internal static class MessageRules
{
    /// <summary>Whether a payload has no trace but itself, so that only its content can tell whether it was ever accepted.</summary>
    public static bool IsAlone(Evidence evidence) =>
        evidence.Has<PayloadKept>()
        && !evidence.Has<MessageStored>()
        && !evidence.Has<DuplicateNoted>()
        && !evidence.Has<MessageQueued>()
        && !evidence.Has<MessageDead>();

    public static IEnumerable<string> EndsSomewhere(Evidence evidence)
    {
        // What was answered with 2xx is lost even when its sender, for reasons of its own, sent it twice.
        var cameAgain = evidence.Has<PayloadRepeated>() && !evidence.Has<PostAnswered>();
        if (IsAlone(evidence) && !cameAgain && !IsYoung(evidence))
        {
            yield return evidence.One<MessageClaimed>() is { } claim
                ? $"was accepted and claimed for case {claim.Case}, where it is not, and nothing will bring it there."
                : $"was accepted and is in no case, on no queue and no dead letter ({evidence.One<PayloadKept>()!.Blob}).";
        }
    }

    public static IEnumerable<string> AnsweredIsKept(Evidence evidence)
    {
        if (evidence.Has<PostAnswered>() && !evidence.Has<PayloadKept>())
        {
            yield return "was answered with 2xx, and its payload is not kept.";
        }
    }

    public static IEnumerable<string> ClaimLeadsToMessage(Evidence evidence)
    {
        // With a payload, EndsSomewhere says it.
        if (
            evidence.One<MessageClaimed>() is { } claim
            && !evidence.Has<PayloadKept>()
            && !evidence.Has<MessageStored>()
            && !IsYoung(evidence)
        )
        {
            yield return $"is claimed for case {claim.Case}, and neither its payload nor the message is there.";
        }
    }

    public static IEnumerable<string> OriginalIsKept(Evidence evidence)
    {
        if (evidence.One<OriginalNamed>() is { } original && !evidence.Has<MessageStored>() && !evidence.Has<MessageQueued>())
        {
            yield return $"is what message {original.Copy} is said to repeat, and is in no case.";
        }
    }

    public static IEnumerable<string> AttachmentsAreKept(Evidence evidence)
    {
        var kept = evidence.All<AttachmentKept>().Select(attachment => attachment.Blob).ToHashSet(StringComparer.Ordinal);
        return evidence
            .All<MessageStored>()
            .SelectMany(stored => stored.Attachments)
            .Where(blob => !kept.Contains(blob))
            .Select(blob => $"has an attachment that is not kept: {blob}.");
    }

    public static IEnumerable<string> StandsInOneCase(Evidence evidence)
    {
        if (evidence.Count<MessageStored>() > 1)
        {
            yield return $"stands in {evidence.Count<MessageStored>()} cases: {string.Join(", ", evidence.All<MessageStored>().Select(stored => stored.Case))}.";
        }
    }

    public static IEnumerable<string> IsClaimedOnce(Evidence evidence)
    {
        var messages = evidence.All<DeliveryClaimed>().Select(claim => claim.Message).Distinct(StringComparer.Ordinal).ToList();
        if (messages.Count > 1)
        {
            yield return $"is one external message and was taken for {messages.Count}: {string.Join(", ", messages)}.";
        }
    }

    public static IEnumerable<string> EndsInOneWay(Evidence evidence)
    {
        if (!evidence.Has<MessageStored>())
        {
            yield break;
        }

        if (evidence.One<DuplicateNoted>() is { } note)
        {
            yield return $"is a message of its own, and case {note.Case} says that it repeats {note.Original}.";
        }

        if (evidence.One<MessageDead>() is { } dead)
        {
            yield return $"stands in a case and is a dead letter too ({dead.Where}).";
        }
    }

    public static IEnumerable<string> HasItsPayload(Evidence evidence)
    {
        if (evidence.One<MessageStored>() is { Payload: { } payload } && !evidence.Has<PayloadKept>() && !IsYoung(evidence))
        {
            yield return $"stands in a case, and the payload it was read from is gone ({payload}).";
        }
    }

    public static IEnumerable<string> StandsWhereClaimed(Evidence evidence)
    {
        if (evidence.One<MessageStored>() is not { Channel: "email" } stored)
        {
            yield break;
        }

        if (evidence.One<MessageClaimed>() is not { } claim)
        {
            if (!IsYoung(evidence))
            {
                yield return $"stands in case {stored.Case} without a claim: an answer to it would not find the case.";
            }
        }
        else if (claim.Case != stored.Case)
        {
            yield return $"stands in case {stored.Case} and is claimed for case {claim.Case}.";
        }
    }

    private static bool IsYoung(Evidence evidence) =>
        TimeOrderedId.TryParse(evidence.Subject.Id, out var id) && evidence.IsYoung(id.CreatedAt);
}
