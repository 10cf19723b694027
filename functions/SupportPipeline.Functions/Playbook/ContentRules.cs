using SupportPipeline.Platform;
using SupportPipeline.Triage;

namespace SupportPipeline.Playbook;

/// <summary>What follows from what the customer wants.</summary>
internal static class ContentRules
{
    /// <summary>A solved case is closed by the customer's own word, and by nothing else.</summary>
    public static void Thanks(PlanBuilder plan)
    {
        var intent = plan.Facts.Triage.Intent;
        if (plan.Facts.OpensCase || !intent.Is(Intent.ConfirmsSolved))
        {
            return;
        }

        plan.Recognise(Scenario.Thanks);
        if (plan.Facts.Case.IsSolved)
        {
            plan.Change(Scenario.Thanks, "close", PlaybookReason.SaysSolved, ConductRules.Words(intent.Evidence));
            plan.Reply(Scenario.Thanks, "closed-confirmed", PlaybookReason.SaysSolved);
        }
        else if (plan.Facts.Case.IsClosed)
        {
            plan.NoChange(Scenario.Thanks, "reopen", PlaybookReason.SaysSolved);
        }
        else
        {
            plan.NoChange(Scenario.Thanks, "close", PlaybookReason.NotMarkedSolved);
        }
    }

    /// <summary>Reopened with higher urgency; the second time a supervisor takes over.</summary>
    public static void StillBroken(PlanBuilder plan)
    {
        var intent = plan.Facts.Triage.Intent;
        if (!intent.Is(Intent.NotSolved) || plan.Facts.OpensCase)
        {
            return;
        }

        var again = plan.Facts.Case.Reopenings > 0;
        var words = ConductRules.Words(intent.Evidence);
        if (plan.Facts.Case.IsReopeningCapReached)
        {
            plan.Recognise(Scenario.StillBroken);
            NotReopened(plan, Scenario.StillBroken, "reopen", words);
            plan.NoReply(Scenario.StillBroken, "reopened-supervisor", PlaybookReason.ReopeningCapReached, words);
            return;
        }

        plan.Change(Scenario.StillBroken, "reopen", again ? PlaybookReason.ReopenedAgain : PlaybookReason.SaysNotSolved, words);
        if (again)
        {
            plan.Escalate(Scenario.StillBroken, "supervisor", PlaybookReason.ReopenedAgain, words);
        }

        plan.Reply(
            Scenario.StillBroken,
            again ? "reopened-supervisor" : "reopened",
            again ? PlaybookReason.ReopenedAgain : PlaybookReason.SaysNotSolved,
            words
        );
    }

    /// <summary>What is known is said, once per incident; a report nobody else made is acknowledged as one.</summary>
    public static void Outage(PlanBuilder plan)
    {
        var intent = plan.Facts.Triage.Intent;
        if (plan.Facts.Incident is { } incident)
        {
            plan.Recognise(Scenario.Outage);
            plan.Change(Scenario.Outage, "link-incident", PlaybookReason.MatchesIncident, incident.Id);
            plan.FollowUp(Scenario.Outage, FollowUpKind.IncidentUpdates, incident.NextUpdateBy, PlaybookReason.MatchesIncident);
            if (plan.Facts.Case.IncidentId == incident.Id)
            {
                plan.NoReply(Scenario.Outage, "outage-known", PlaybookReason.ToldOfIncident, incident.Id);
            }
            else
            {
                plan.Reply(Scenario.Outage, "outage-known", PlaybookReason.MatchesIncident, incident.Component);
            }
        }
        else if (intent.Is(Intent.OutageReport))
        {
            plan.NoChange(Scenario.Outage, "link-incident", PlaybookReason.NoOpenIncident);
            Received(plan, Intent.OutageReport, Scenario.Outage, "outage-reported", PlaybookReason.ReportsOutage);
        }
    }

    public static void Cancellation(PlanBuilder plan) =>
        Received(plan, Intent.Cancel, Scenario.Cancellation, "cancellation-received", PlaybookReason.WantsToCancel);

    public static void Refund(PlanBuilder plan) =>
        Received(plan, Intent.Refund, Scenario.Refund, "refund-received", PlaybookReason.WantsRefund);

    public static void Suggestion(PlanBuilder plan)
    {
        var style = plan.Facts.Triage.Style;
        if (style.Is(Style.Constructive))
        {
            Received(plan, Scenario.Suggestion, "suggestion-received", PlaybookReason.BringsIdea, ConductRules.Words(style.Evidence));
            plan.FollowUp(Scenario.Suggestion, FollowUpKind.SuggestionOutcome, null, PlaybookReason.PlaybookSchedule);
        }
    }

    /// <summary>Somebody who stays calm, waits long or writes again, and talks of leaving, hears from a person first.</summary>
    public static void LeavingQuietly(PlanBuilder plan)
    {
        var facts = plan.Facts;
        var style = facts.Triage.Style;
        if (
            !style.Is(Style.Passive)
            || !(facts.Case.MessageCount > 0 || CaseMood.WaitsLong(facts) || facts.Triage.Urgency.Evidence.Count > 0)
        )
        {
            return;
        }

        plan.Reply(Scenario.LeavingQuietly, "reach-out", PlaybookReason.LeavingQuietly, ConductRules.Words(style.Evidence));
        plan.Schedule(Scenario.LeavingQuietly);
    }

    public static void UnknownFeature(PlanBuilder plan)
    {
        if (
            plan.Facts.Triage.Intent.Value is Intent.Question or Intent.HowTo
            && !plan.Facts.Triage.Complaint.Best
            && ProductTerms.FirstUnknown(plan.Facts.OwnWords, plan.Facts.Organisation) is { } term
        )
        {
            plan.Reply(Scenario.UnknownFeature, "feature-research", PlaybookReason.UnknownProductTerm, term);
        }
    }

    /// <summary>Whether a request can be met is an agent's decision.</summary>
    public static void Request(PlanBuilder plan)
    {
        var intent = plan.Facts.Triage.Intent;
        if (intent.Is(Intent.Request))
        {
            plan.NoReply(Scenario.RequestNotPossible, "request-declined", PlaybookReason.AgentDecides, ConductRules.Words(intent.Evidence));
        }
    }

    public static void Praise(PlanBuilder plan)
    {
        var intent = plan.Facts.Triage.Intent;
        if (intent.Is(Intent.Praise))
        {
            plan.Reply(Scenario.Praise, "praise-thanks", PlaybookReason.PraisesUs, ConductRules.Words(intent.Evidence));
            plan.NoReply(Scenario.Praise, "survey", PlaybookReason.NoSurveyAfterPraise);
        }
    }

    public static void Unsubscribe(PlanBuilder plan)
    {
        var intent = plan.Facts.Triage.Intent;
        if (intent.Is(Intent.Unsubscribe))
        {
            plan.Flag(Scenario.Unsubscribe, "no-campaigns", null, PlaybookReason.WantsNoMail);
            plan.Reply(Scenario.Unsubscribe, "unsubscribed", PlaybookReason.WantsNoMail, ConductRules.Words(intent.Evidence));
        }
    }

    /// <summary>A case that was solved or closed is open again when the customer writes anything but thanks: nobody looks into closed ones.</summary>
    public static void WritesAgain(PlanBuilder plan)
    {
        var facts = plan.Facts;
        if (
            facts.Mark is null
            && (facts.Case.IsSolved || facts.Case.IsClosed)
            && facts.Triage.Intent.Value is not (Intent.ConfirmsSolved or Intent.NotSolved or Intent.Unsubscribe)
        )
        {
            if (facts.Case.IsReopeningCapReached)
            {
                NotReopened(plan, plan.Scenario, "open-again", null);
            }
            else
            {
                plan.Change(plan.Scenario, "open-again", PlaybookReason.WritesAgain);
            }
        }
    }

    /// <summary>Two robots, or a person and a robot, can open a case again and again: in the end a supervisor looks, and it stays as it is.</summary>
    private static void NotReopened(PlanBuilder plan, Scenario scenario, string change, string? words)
    {
        plan.NoChange(scenario, change, PlaybookReason.ReopeningCapReached);
        plan.Escalate(scenario, "supervisor", PlaybookReason.ReopeningCapReached, words);
    }

    private static void Received(PlanBuilder plan, Intent wanted, Scenario scenario, string template, string reason)
    {
        var intent = plan.Facts.Triage.Intent;
        if (intent.Is(wanted))
        {
            Received(plan, scenario, template, reason, ConductRules.Words(intent.Evidence));
        }
    }

    /// <summary>That a matter was received is said in answer to the message that opens the case; later a person answers.</summary>
    private static void Received(PlanBuilder plan, Scenario scenario, string template, string reason, string? words)
    {
        if (plan.Facts.OpensCase)
        {
            plan.Reply(scenario, template, reason, words);
        }
        else
        {
            plan.Recognise(scenario);
            plan.NoReply(scenario, template, ReasonCode.CaseAlreadyAcknowledged, words);
        }
    }
}
