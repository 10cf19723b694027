using SupportPipeline.Platform;
using SupportPipeline.Triage;

namespace SupportPipeline.Playbook;

/// <summary>Collects the steps of a plan and keeps the rules that hold for all of them: one answer per message, no automatic mail where the playbook forbids it.</summary>
internal sealed class PlanBuilder(PlaybookFacts facts)
{
    private readonly List<PlanStep> _steps = [];
    private Scenario? _scenario;
    private string? _silencedBy;
    private string? _onlyAcknowledgedBy;

    public PlaybookFacts Facts => facts;

    /// <summary>How the mood of the case moved.</summary>
    public SentimentTrend Trend { get; } = CaseMood.Trend(facts.Case.Moods, CaseMood.Of(facts.Triage));

    public IReadOnlyList<PlanStep> Steps => _steps;

    /// <summary>The situation recognised first.</summary>
    public Scenario Scenario => _scenario ?? Scenario.General;

    /// <summary>Whether a reply goes out by itself.</summary>
    public bool Answers { get; private set; }

    /// <summary>Notes the situation.</summary>
    public void Recognise(Scenario scenario) => _scenario ??= scenario;

    /// <summary>From here on nothing goes out by itself.</summary>
    public void Silence(string reason) => _silencedBy ??= reason;

    /// <summary>From here on only the acknowledgement goes out by itself.</summary>
    public void AcknowledgeOnly(string reason) => _onlyAcknowledgedBy ??= reason;

    /// <summary>Plans a reply as far as policy, caps and the message allow.</summary>
    public void Reply(Scenario scenario, string template, string reason, string? evidence = null)
    {
        Recognise(scenario);
        var automation = AutomationPolicy.Of(template, facts.Organisation);
        if (automation == Automation.Off)
        {
            Add(StepKind.Reply, template, "not-sent", PlaybookReason.TemplateOff, scenario);
        }
        else if (automation == Automation.Draft)
        {
            Add(StepKind.Reply, template, "draft", reason, scenario, evidence: evidence);
        }
        else if (Obstacle(template) is { } obstacle)
        {
            Add(StepKind.Reply, template, "not-sent", obstacle, scenario, evidence: evidence);
        }
        else
        {
            Answers = true;
            Add(StepKind.Reply, template, "send", reason, scenario, evidence: evidence);
        }
    }

    /// <summary>Notes that a reply is not given.</summary>
    public void NoReply(Scenario scenario, string template, string reason, string? evidence = null) =>
        Add(StepKind.Reply, template, "not-sent", reason, scenario, evidence: evidence);

    public void FollowUp(Scenario scenario, FollowUpKind kind, DateTimeOffset? at, string reason) =>
        Add(StepKind.FollowUp, KebabCase.NameOf(kind), "scheduled", reason, scenario, at);

    /// <summary>Tells somebody; of a message that threatens and is angry besides, a supervisor hears once.</summary>
    public void Escalate(Scenario scenario, string to, string reason, string? evidence = null)
    {
        if (to != "supervisor" || !_steps.Exists(step => step.Kind == StepKind.Escalation && step.What == to))
        {
            Add(StepKind.Escalation, to, "told", reason, scenario, evidence: evidence);
        }
    }

    public void Flag(Scenario scenario, string flag, DateTimeOffset? until, string reason) =>
        Add(StepKind.Flag, flag, "set", reason, scenario, until);

    public void Change(Scenario scenario, string what, string reason, string? evidence = null) =>
        Add(StepKind.Case, what, "done", reason, scenario, evidence: evidence);

    public void NoChange(Scenario scenario, string what, string reason) => Add(StepKind.Case, what, "not-done", reason, scenario);

    /// <summary>Schedules what the row says.</summary>
    public void Schedule(Scenario scenario)
    {
        foreach (var (kind, after) in ScenarioTable.Row(scenario).Schedule.Where(entry => entry.After > TimeSpan.Zero))
        {
            FollowUp(
                scenario,
                kind,
                facts.Organisation.Calendar.Add(facts.ReceivedAt + after, TimeSpan.Zero),
                PlaybookReason.PlaybookSchedule
            );
        }
    }

    /// <summary>Why nothing may go out by itself now; null when it may.</summary>
    private string? Obstacle(string template) =>
        Answers ? PlaybookReason.AnsweredAlready
        : _silencedBy is not null ? _silencedBy
        : template != "acknowledgement" && _onlyAcknowledgedBy is not null ? _onlyAcknowledgedBy
        : !facts.AutomaticEnabled ? ReasonCode.AutomaticRepliesOff
        : facts.Case.AutomaticReplies >= facts.CaseCap ? ReasonCode.CaseCapReached
        : null;

    private void Add(
        StepKind kind,
        string what,
        string result,
        string reason,
        Scenario scenario,
        DateTimeOffset? at = null,
        string? evidence = null
    ) => _steps.Add(new(kind, what, result, reason, scenario, at, evidence));
}
