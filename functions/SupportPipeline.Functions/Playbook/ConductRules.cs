using SupportPipeline.Triage;

namespace SupportPipeline.Playbook;

/// <summary>What follows from how we are treated: threats, insults, anger.</summary>
internal static class ConductRules
{
    /// <summary>How intense criticism must be before the customer counts as very angry.</summary>
    private const double VeryAngryFrom = 0.68;

    /// <summary>Whether soothing comes before solving.</summary>
    public static bool IsVeryAngry(MessageTriage triage) =>
        triage.Sentiment.Is(Sentiment.Negative) && (triage.Intensity >= VeryAngryFrom || triage.Style.Is(Style.Aggressive));

    /// <summary>The right people hear of a threat at once; the customer gets one neutral note and then a person.</summary>
    public static void Threat(PlanBuilder plan)
    {
        var triage = plan.Facts.Triage;
        var (to, reason, template) = triage.Threat.Value switch
        {
            Triage.Threat.Legal => ("legal", PlaybookReason.LegalThreat, "holding-note"),
            Triage.Threat.Physical => ("security", PlaybookReason.PhysicalThreat, "holding-note"),
            Triage.Threat.SelfHarm => ("duty-manager", PlaybookReason.SelfHarmRisk, "holding-note-care"),
            _ => default,
        };
        if (to is null)
        {
            return;
        }

        var words = Words(triage.Threat.Evidence);
        plan.Recognise(Scenario.Threat);
        plan.Escalate(Scenario.Threat, to, reason, words);
        plan.Escalate(Scenario.Threat, "supervisor", reason);
        plan.Change(Scenario.Threat, "preserve-evidence", reason, words);
        if (plan.Facts.Case.HasHoldingNote)
        {
            plan.NoReply(Scenario.Threat, template, PlaybookReason.NoFurtherAutomaticMail);
        }
        else
        {
            plan.Reply(Scenario.Threat, template, reason, words);
        }

        plan.Silence(PlaybookReason.NoFurtherAutomaticMail);
    }

    /// <summary>One polite, firm request; if it goes on, a person ends the contact with the door left open.</summary>
    public static void Abuse(PlanBuilder plan)
    {
        var triage = plan.Facts.Triage;
        if (!triage.Conduct.Is(Conduct.Abusive))
        {
            return;
        }

        var words = Words(triage.Conduct.Evidence);
        var warned = plan.Facts.Case.AbuseWarnings > 0 || plan.Facts.IsFlaggedAbusive;
        plan.Recognise(Scenario.Abusive);
        plan.Flag(Scenario.Abusive, "abusive", plan.Facts.ReceivedAt + plan.Facts.Organisation.AbusiveFlag, PlaybookReason.AbusiveConduct);
        plan.FollowUp(
            Scenario.Abusive,
            FollowUpKind.FlagExpiry,
            plan.Facts.ReceivedAt + plan.Facts.Organisation.AbusiveFlag,
            PlaybookReason.PlaybookSchedule
        );
        plan.Escalate(Scenario.Abusive, "supervisor", warned ? PlaybookReason.AbusiveAgain : PlaybookReason.AbusiveConduct, words);
        plan.Reply(
            Scenario.Abusive,
            warned ? "contact-ended" : "boundary",
            warned ? PlaybookReason.AbusiveAgain : PlaybookReason.AbusiveConduct,
            words
        );
        plan.Silence(PlaybookReason.NoFurtherAutomaticMail);
    }

    /// <summary>Who insulted staff lately gets an acknowledgement, and everything else from a person.</summary>
    public static void FlaggedAbusive(PlanBuilder plan)
    {
        if (plan.Facts.IsFlaggedAbusive)
        {
            plan.AcknowledgeOnly(PlaybookReason.CustomerFlagged);
        }
    }

    /// <summary>First soothe; a supervisor sees it, and a person sends the second answer.</summary>
    public static void VeryAngry(PlanBuilder plan)
    {
        var triage = plan.Facts.Triage;
        if (!IsVeryAngry(triage))
        {
            return;
        }

        plan.Escalate(Scenario.VeryAngry, "supervisor", PlaybookReason.SupervisorLooks, Words(triage.Sentiment.Evidence));
        if (plan.Facts.OpensCase)
        {
            plan.Reply(Scenario.VeryAngry, "very-angry", PlaybookReason.VeryAngry, Words(triage.Sentiment.Evidence));
        }
        else
        {
            plan.Recognise(Scenario.VeryAngry);
            plan.NoReply(Scenario.VeryAngry, "very-angry", PlaybookReason.PersonSends);
        }

        plan.Silence(PlaybookReason.NoFurtherAutomaticMail);
    }

    /// <summary>The words a finding rests on, for the plan.</summary>
    public static string? Words(IReadOnlyList<Evidence> evidence) =>
        evidence.Count == 0 ? null : string.Join("; ", evidence.Take(3).Select(found => found.Text));
}
