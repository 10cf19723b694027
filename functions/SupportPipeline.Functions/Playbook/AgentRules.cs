namespace SupportPipeline.Playbook;

/// <summary>What follows from what an agent says about a case: a draft of the right reply, and what is scheduled with it.</summary>
internal static class AgentRules
{
    public static void Apply(PlanBuilder plan)
    {
        if (plan.Facts.Mark is not { } mark)
        {
            return;
        }

        var (scenario, template) = Of(mark);
        plan.Reply(scenario, template, PlaybookReason.AgentMark);
        plan.Schedule(scenario);
        switch (mark)
        {
            case AgentMark.CustomersMistake:
                plan.Change(scenario, "usability-finding", PlaybookReason.AgentMark);
                break;
            case AgentMark.NotPossible:
                plan.FollowUp(scenario, FollowUpKind.WaitingList, null, PlaybookReason.PlaybookSchedule);
                break;
            case AgentMark.NotKnownYet:
                plan.FollowUp(scenario, FollowUpKind.ProgressNote, null, PlaybookReason.PlaybookSchedule);
                break;
            case AgentMark.Solved:
                plan.NoChange(scenario, "close", PlaybookReason.OnlyCustomerCloses);
                break;
        }

        plan.Silence(PlaybookReason.PersonSends);
    }

    /// <summary>The row of the playbook and the template that belong to what an agent says.</summary>
    public static (Scenario Scenario, string Template) Of(AgentMark mark) =>
        mark switch
        {
            AgentMark.OurMistake => (Scenario.OurMistake, "our-mistake"),
            AgentMark.CustomersMistake => (Scenario.CustomersMistake, "how-to"),
            AgentMark.NotPossible => (Scenario.RequestNotPossible, "request-declined"),
            AgentMark.NotKnownYet => (Scenario.NotKnownYet, "answer-promised"),
            AgentMark.Solved => (Scenario.Solved, "confirm-solved"),
            AgentMark.UnknownFeature => (Scenario.UnknownFeature, "feature-research"),
            AgentMark.SuggestionDecided => (Scenario.Suggestion, "suggestion-decided"),
            AgentMark.ItemAvailable => (Scenario.RequestNotPossible, "waiting-list-available"),
            _ => throw new InvalidOperationException("An agent's mark has no row in the playbook."),
        };
}
