using SupportPipeline.Intake;
using SupportPipeline.Platform;

namespace SupportPipeline.Playbook;

/// <summary>Whether a message is acknowledged at once and automatically. Pure.</summary>
internal static class AcknowledgementRule
{
    /// <summary>Decides. Loops come first: nothing else may turn a robot's mail into an answer.</summary>
    public static AcknowledgementDecision Decide(AcknowledgementFacts facts)
    {
        if (facts.Automatic is { } automatic)
        {
            return new(false, automatic.Reason, automatic.Evidence);
        }

        if (facts.Sender is null)
        {
            return new(false, ReasonCode.SenderUnknown);
        }

        if (!facts.OpensCase)
        {
            return new(false, ReasonCode.CaseAlreadyAcknowledged);
        }

        if (!facts.IsEnabled)
        {
            return new(false, ReasonCode.AcknowledgementsOff);
        }

        return facts.AutomaticRepliesInCase >= facts.CaseCap ? new(false, ReasonCode.CaseCapReached) : new(true, ReasonCode.FirstMessage);
    }
}

/// <summary>What the rule looks at.</summary>
/// <param name="Automatic">Why the message is automatic mail; null when a person wrote it.</param>
/// <param name="Sender">Whom an answer would go to.</param>
/// <param name="OpensCase">Whether the message opens a case.</param>
/// <param name="AutomaticRepliesInCase">How many automatic replies the case has had.</param>
/// <param name="CaseCap">How many it may have.</param>
/// <param name="IsEnabled">Whether acknowledgements are switched on.</param>
internal sealed record AcknowledgementFacts(
    AutomaticMailFinding? Automatic,
    Mailbox? Sender,
    bool OpensCase,
    int AutomaticRepliesInCase,
    int CaseCap,
    bool IsEnabled
);

/// <summary>The decision and why.</summary>
internal sealed record AcknowledgementDecision(bool IsToBeSent, string Reason, string? Evidence = null);
