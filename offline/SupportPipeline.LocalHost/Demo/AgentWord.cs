using SupportPipeline.Cases;
using SupportPipeline.LocalHost.Demo.Story;
using SupportPipeline.Playbook;

namespace SupportPipeline.LocalHost.Demo;

/// <summary>
/// Something about a case of the story that does not come through the front door: what an agent says about it, or an incident somebody opens.
/// Agents cannot say it to the app yet; the playbook and the writer of replies know it already and are asked directly.
/// </summary>
/// <param name="Title">What is assumed, for the reader.</param>
/// <param name="Step">The step whose message it is about.</param>
/// <param name="Template">The reply that has to come of it.</param>
/// <param name="State">Whether it may go out by itself.</param>
internal sealed record AgentWord(string Title, string Step, string Template, ReplyState State = ReplyState.Drafted)
{
    /// <summary>What the agent says.</summary>
    public AgentMark? Mark { get; init; }

    /// <summary>Whether an incident is open for what the message is about.</summary>
    public bool IncidentIsOpen { get; init; }

    /// <summary>Whether an agent has marked the case as solved before the message came.</summary>
    public bool IsSolved { get; init; }

    /// <summary>How often the customer has said before that it is not solved.</summary>
    public int Reopenings { get; init; }

    /// <summary>Everything the story assumes.</summary>
    public static IReadOnlyList<AgentWord> All { get; } =
    [
        new("An agent marks: it was our mistake", SampleDay.Simplified, "our-mistake") { Mark = AgentMark.OurMistake },
        new("An agent marks: the customer misunderstood something", SampleDay.Traditional, "how-to") { Mark = AgentMark.CustomersMistake },
        new("An agent marks: the request cannot be met", Scenarios.Request, "request-declined") { Mark = AgentMark.NotPossible },
        new("An agent marks: what was asked for is possible now", Scenarios.Request, "waiting-list-available")
        {
            Mark = AgentMark.ItemAvailable,
        },
        new("An agent marks: the answer has to be found out first", Scenarios.Question, "answer-promised") { Mark = AgentMark.NotKnownYet },
        new("An agent marks: nobody knows this feature yet", Scenarios.Feature, "feature-research") { Mark = AgentMark.UnknownFeature },
        new("An agent marks: it was decided on the idea", Scenarios.Suggestion, "suggestion-decided")
        {
            Mark = AgentMark.SuggestionDecided,
        },
        new("An agent marks: the case is solved", SampleDay.Russian, "confirm-solved") { Mark = AgentMark.Solved },
        new(
            "The same thanks as in the afternoon, on a case that an agent had marked as solved",
            Scenarios.Thanks,
            "closed-confirmed",
            ReplyState.Approved
        )
        {
            IsSolved = true,
        },
        new("The same “still broken” as in the afternoon, for the second time", Scenarios.StillBroken, "reopened-supervisor")
        {
            Reopenings = 1,
        },
        new("Somebody opens an incident for payments before the report comes in", Scenarios.Broken, "outage-known", ReplyState.Approved)
        {
            IncidentIsOpen = true,
        },
    ];
}

/// <summary>What came of an assumption.</summary>
/// <param name="Word">The assumption.</param>
/// <param name="Case">The case it is about.</param>
/// <param name="Plan">What the playbook decided.</param>
/// <param name="Reply">What was written; null when there was nothing to write.</param>
internal sealed record AgentOutcome(AgentWord Word, CaseDocument Case, PlanDocument Plan, ReplyDocument? Reply)
{
    /// <summary>What differs from what the story says; null when nothing does.</summary>
    public string? Difference =>
        Reply is null ? $"nothing was written instead of {Word.Template}"
        : Reply.Scenario != Word.Template ? $"{Reply.Scenario} was written instead of {Word.Template}"
        : !Reply.State.Equals(Word.State.ToString(), StringComparison.OrdinalIgnoreCase)
            ? $"{Reply.Scenario} is {Reply.State} instead of {Word.State}"
        : null;
}
