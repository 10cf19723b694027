using SupportPipeline.Cases;
using SupportPipeline.LocalHost.Email;
using SupportPipeline.LocalHost.Sink;

namespace SupportPipeline.LocalHost.Demo;

/// <summary>What really came of a step, as a customer and an agent can see it.</summary>
internal sealed record StepOutcome
{
    public required DemoStep Step { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The mail that came in.</summary>
    public OutgoingTestEmail? Mail { get; init; }

    /// <summary>What the front door answered; 0 when nothing came in.</summary>
    public int Status { get; init; }

    public string? Refusal { get; init; }

    /// <summary>The id the front door gave the mail.</summary>
    public string? MessageId { get; init; }

    /// <summary>The case the mail is in, as it is after the step.</summary>
    public CaseDocument? Case { get; init; }

    /// <summary>The mails that went out during the step.</summary>
    public IReadOnlyList<SinkMail> Sent { get; init; } = [];

    /// <summary>The mail as it stands in the case; null for a duplicate.</summary>
    public MessageDocument? Message =>
        Case?.Timeline.Select(entry => entry.Message).FirstOrDefault(message => message is not null && message.Id == MessageId);

    /// <summary>What the mail made us write and a person has to send.</summary>
    public IReadOnlyList<ReplyDocument> Drafts =>
        MessageId is null
            ? []
            :
            [
                .. (Case?.Replies ?? []).Where(reply =>
                    reply.State == "drafted" && reply.Id.EndsWith($"-{MessageId}", StringComparison.Ordinal)
                ),
            ];

    public bool IsDuplicate => MessageId is not null && Case is not null && Message is null;

    /// <summary>The decisions on the mail; that it came a second time is one as well.</summary>
    public IReadOnlyList<Decision> Decisions =>
        IsDuplicate
            ?
            [
                .. Case!
                    .Timeline.Where(entry => entry.Kind == DuplicateReceived)
                    .TakeLast(1)
                    .Select(entry => new Decision("thread", entry.Kind!, entry.Reason!)),
            ]
            : Message?.Decisions ?? [];

    /// <summary>The kind of the timeline entry about a mail that came again.</summary>
    public const string DuplicateReceived = "duplicate-received";
}

/// <summary>What has happened before a step: what the people in the story can know when they write.</summary>
internal sealed class SoFar
{
    private readonly List<StepOutcome> _outcomes = [];

    public IReadOnlyList<StepOutcome> Outcomes => _outcomes;

    public StepOutcome Of(string step) => _outcomes.First(outcome => outcome.Step.Name == step);

    /// <summary>The mail that the customer of a step's case got from us.</summary>
    public SinkMail ReplyTo(string step) =>
        Of(step).Sent is [var reply, ..] ? reply : throw new StoryBrokenException($"'{step}' got no reply that could be answered.");

    /// <summary>The number of a step's case.</summary>
    public string NumberOf(string step) => Of(step).Case?.Number ?? throw new StoryBrokenException($"'{step}' has no case.");

    public void Add(StepOutcome outcome) => _outcomes.Add(outcome);
}
