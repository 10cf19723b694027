using SupportPipeline.Platform;
using SupportPipeline.Playbook;

namespace SupportPipeline.Cases.Agents;

/// <summary>Why an agent may close a case; everything else is closed by the customer's word, or by silence after a warning.</summary>
internal static class CloseReasons
{
    public const string CustomerConfirmed = "customer-confirmed";
    public const string Duplicate = "duplicate";
    public const string Spam = "spam";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [CustomerConfirmed, "no-answer-needed", Duplicate, Spam];
}

/// <summary>What agents do to a case as a whole. Pure.</summary>
internal static class CaseActs
{
    private const int MaxNameLength = 100;
    private const int MaxSubjectLength = 500;
    private static readonly string[] EscalationTargets = ["supervisor", "legal", "security"];

    /// <summary>Gives the case to somebody, or to nobody.</summary>
    public static CaseDecision Assign(CaseHistory history, AssignRequest asked, AgentAct act)
    {
        var to =
            asked.To == "me" ? act.By
            : asked.To is { Length: <= MaxNameLength } named ? StoredText.CleanLine(named, MaxNameLength)
            : asked.To;
        return to is { Length: 0 or > MaxNameLength }
                ? AgentAct.Invalid("to-invalid", $"to is 'me', a name of 1 to {MaxNameLength} characters, or null.")
            : to == history.Case.Assignee ? new CaseDecision.Nothing(ReasonCode.ByAgent)
            : act.Change(history, history.Case with { Assignee = to }, to is null ? "unassigned" : "assigned", to, asked.Note);
    }

    /// <summary>Writes a note for colleagues.</summary>
    public static CaseDecision Note(CaseHistory history, NoteRequest asked, AgentAct act) =>
        AgentAct.IsBlank(asked.Text)
            ? AgentAct.Invalid("text-missing", "text is what colleagues should know.")
            : act.Change(history, history.Case, "note", null, asked.Text);

    /// <summary>Asks somebody else to look.</summary>
    public static CaseDecision Escalate(CaseHistory history, EscalateRequest asked, AgentAct act)
    {
        var to = asked.To ?? EscalationTargets[0];
        return !EscalationTargets.Contains(to, StringComparer.Ordinal)
                ? AgentAct.Invalid("to-invalid", $"to is one of {string.Join(", ", EscalationTargets)}.")
            : AgentAct.IsBlank(asked.Note) ? AgentAct.Invalid("note-missing", "note says why somebody else has to look.")
            : act.Change(history, history.Case with { EscalatedTo = to }, "escalated", to, asked.Note);
    }

    /// <summary>Closes without asking the customer, which few reasons allow.</summary>
    public static CaseDecision Close(CaseHistory history, CloseRequest asked, AgentAct act)
    {
        if (!CloseReasons.All.Contains(asked.Reason, StringComparer.Ordinal))
        {
            return AgentAct.Invalid(
                "reason-invalid",
                $"reason is one of {string.Join(", ", CloseReasons.All)}. Otherwise mark the case as solved: the customer is asked, and the case closes by itself."
            );
        }

        if (history.Case.State == CaseState.Closed)
        {
            return new CaseDecision.Nothing(ReasonCode.CaseClosed);
        }

        var closed = CaseSchedule.AtClosing(history.Case) with
        {
            State = CaseState.Closed,
            ClosedAt = act.At,
            WaitingSince = null,
            EscalatedTo = null,
            HeldReason = null,
            IsConfirmed = asked.Reason == CloseReasons.CustomerConfirmed,
        };
        return act.Change(history, closed, "closed", asked.Reason, asked.Note);
    }

    /// <summary>Opens a solved or closed case again.</summary>
    public static CaseDecision Reopen(CaseHistory history, WhyRequest asked, AgentAct act) =>
        history.Case switch
        {
            { State: CaseState.Open } => new CaseDecision.Nothing(ReasonCode.ByAgent),
            { State: CaseState.Held } => AgentAct.Conflict("case-held", "The case is held; release it."),
            var its => act.Change(
                history,
                CaseSchedule.Without(CaseSchedule.AtClosing(its), FollowUpKind.Survey) with
                {
                    State = CaseState.Open,
                    IsConfirmed = false,
                    AutomaticReopenings = 0,
                },
                "reopened",
                null,
                asked.Note
            ),
        };

    /// <summary>Changes urgency, team or subject.</summary>
    public static CaseDecision Update(CaseHistory history, UpdateRequest asked, AgentAct act, Organisation organisation)
    {
        var its = history.Case;
        if (asked.Urgency is not (null or >= 1 and <= 4))
        {
            return AgentAct.Invalid("urgency-invalid", "urgency is a whole number from 1 (now) to 4 (whenever).");
        }

        if (asked.Team is { } team && !organisation.Teams.Any(one => one.Name == team))
        {
            return AgentAct.Invalid("team-unknown", $"team is one of {string.Join(", ", organisation.Teams.Select(one => one.Name))}.");
        }

        if (asked.Subject is { } subject && (AgentAct.IsBlank(subject) || subject.Length > MaxSubjectLength))
        {
            return AgentAct.Invalid("subject-invalid", $"subject has 1 to {MaxSubjectLength} characters.");
        }

        var after = its with
        {
            Urgency = asked.Urgency ?? its.Urgency,
            Team = asked.Team ?? its.Team,
            Subject = asked.Subject is { } better ? StoredText.CleanLine(better, MaxSubjectLength) : its.Subject,
        };
        return after == its
            ? new CaseDecision.Nothing(ReasonCode.ByAgent)
            : act.Change(history, after, "changed", Difference(its, after), asked.Note);
    }

    private static string Difference(CaseSnapshot before, CaseSnapshot after)
    {
        var changes = new List<string>();
        if (before.Urgency != after.Urgency)
        {
            changes.Add($"urgency {before.Urgency} -> {after.Urgency}");
        }

        if (before.Team != after.Team)
        {
            changes.Add($"team {before.Team} -> {after.Team}");
        }

        if (before.Subject != after.Subject)
        {
            changes.Add($"subject {before.Subject} -> {after.Subject}");
        }

        return string.Join("; ", changes);
    }
}
