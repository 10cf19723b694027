using SupportPipeline.Platform;
using SupportPipeline.Triage;

namespace SupportPipeline.Playbook;

/// <summary>
/// The playbook: from what was understood, the case, incidents and the calendar to a plan. Pure. The rules stand in the order in which they
/// are asked; the first that answers a message is its only automatic answer.
/// </summary>
internal static class PlaybookRules
{
    private static readonly Action<PlanBuilder>[] InOrder =
    [
        AgentRules.Apply,
        ConductRules.Threat,
        ConductRules.Abuse,
        ConductRules.FlaggedAbusive,
        ContentRules.Thanks,
        ContentRules.StillBroken,
        ContentRules.Outage,
        ConductRules.VeryAngry,
        ContentRules.Cancellation,
        ContentRules.Refund,
        ContentRules.Suggestion,
        ContentRules.LeavingQuietly,
        ContentRules.UnknownFeature,
        ContentRules.Request,
        ContentRules.Praise,
        ContentRules.Unsubscribe,
        ContentRules.WritesAgain,
        RaiseUrgency,
        Acknowledge,
        Promise,
        Look,
    ];

    /// <summary>Decides.</summary>
    public static Plan Decide(PlaybookFacts facts)
    {
        var builder = new PlanBuilder(facts);
        var urgency =
            facts.Automatic is null ? CaseMood.Urgency(facts, builder.Trend)
            : facts.OpensCase ? 4
            : facts.Case.Urgency;
        var team = facts.Organisation.TeamFor(KebabCase.NameOf(facts.Triage.Topic.Value ?? Topic.Other)).Name;
        if (facts.Automatic is { } automatic)
        {
            // Loops come first: nothing else may turn a robot's mail into an answer.
            builder.NoReply(Scenario.General, "acknowledgement", automatic.Reason, automatic.Evidence);
        }
        else if (facts.HeldReason is { } held)
        {
            builder.NoReply(Scenario.General, "acknowledgement", held);
        }
        else if (facts.IsFromPublic)
        {
            builder.NoReply(Scenario.General, "acknowledgement", PlaybookReason.AnsweredInPublic);
        }
        else if (facts.Sender is null)
        {
            builder.NoReply(Scenario.General, "acknowledgement", ReasonCode.SenderUnknown);
        }
        else
        {
            foreach (var rule in InOrder)
            {
                rule(builder);
            }
        }

        return new(builder.Scenario, urgency, builder.Trend, team, AnswerBy(facts, urgency), builder.Steps);
    }

    /// <summary>The time we promise: the goal of the urgency, rounded up to the hour, because nobody promises 14:03.</summary>
    private static DateTimeOffset AnswerBy(PlaybookFacts facts, int urgency)
    {
        var by = facts.Organisation.AnswerBy(facts.ReceivedAt, urgency);
        var rest = by.UtcTicks % TimeSpan.TicksPerHour;
        return rest == 0 ? by : by.AddTicks(TimeSpan.TicksPerHour - rest);
    }

    /// <summary>Says what made the case more urgent than the words of the message.</summary>
    private static void RaiseUrgency(PlanBuilder plan)
    {
        var facts = plan.Facts;
        var raising = CaseMood.Raising(facts, plan.Trend).ToList();
        if (
            raising.Count > 0
            && facts.Triage.Urgency.Best > 1
            && CaseMood.Urgency(facts, plan.Trend) is var urgency
            && (facts.OpensCase || urgency < facts.Case.Urgency)
        )
        {
            plan.Change(plan.Scenario, "raise-urgency", PlaybookReason.UrgencyRaised, string.Join("; ", raising));
        }
    }

    /// <summary>Whatever the message is, its first is acknowledged at once.</summary>
    private static void Acknowledge(PlanBuilder plan)
    {
        if (!plan.Facts.OpensCase)
        {
            if (!plan.Answers)
            {
                plan.NoReply(Scenario.General, "acknowledgement", ReasonCode.CaseAlreadyAcknowledged);
            }
        }
        else if (!plan.Answers)
        {
            plan.Reply(Scenario.General, "acknowledgement", ReasonCode.FirstMessage);
        }
    }

    /// <summary>Every reply that names a time is a promise: the agent is reminded before it, the supervisor told after it.</summary>
    private static void Promise(PlanBuilder plan)
    {
        var promises = plan.Steps.Any(step =>
            step is { Kind: StepKind.Reply, Result: "send" }
            && ScenarioTable.RowOfTemplate(step.What).Schedule.Any(entry => entry.Kind == FollowUpKind.PromiseReminder)
        );
        if (!promises)
        {
            return;
        }

        var facts = plan.Facts;
        var by = AnswerBy(facts, CaseMood.Urgency(facts, plan.Trend));
        var before = TimeSpan.FromTicks(Math.Min((by - facts.ReceivedAt).Ticks / 4, TimeSpan.TicksPerHour * 2));
        plan.FollowUp(plan.Scenario, FollowUpKind.PromiseReminder, by - before, PlaybookReason.AnswerPromised);
        plan.FollowUp(plan.Scenario, FollowUpKind.PromiseEscalation, by, PlaybookReason.AnswerPromised);
    }

    /// <summary>What a person should look at whatever else happens.</summary>
    private static void Look(PlanBuilder plan)
    {
        var triage = plan.Facts.Triage;
        foreach (var dimension in UnsureOf(triage))
        {
            plan.Escalate(plan.Scenario, "agent", PlaybookReason.TriageUnsure, dimension);
        }

        if (plan.Trend == SentimentTrend.Worsening && triage.Sentiment.Best == Sentiment.Negative)
        {
            plan.Escalate(plan.Scenario, "supervisor", PlaybookReason.MoodWorsening);
        }
    }

    private static IEnumerable<string> UnsureOf(MessageTriage triage)
    {
        if (triage.Sentiment.IsUnsure)
        {
            yield return "sentiment";
        }

        if (triage.Intent.IsUnsure)
        {
            yield return "intent";
        }

        if (triage.Topic.IsUnsure)
        {
            yield return "topic";
        }

        if (triage.Style.IsUnsure)
        {
            yield return "style";
        }

        if (triage.Conduct.IsUnsure)
        {
            yield return "conduct";
        }

        if (triage.Threat.IsUnsure)
        {
            yield return "threat";
        }

        if (triage.Complaint.IsUnsure)
        {
            yield return "complaint";
        }
    }
}
