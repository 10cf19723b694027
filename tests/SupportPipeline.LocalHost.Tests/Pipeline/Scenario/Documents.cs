namespace SupportPipeline.LocalHost.Tests.Pipeline.Scenario;

// What callers of the API read, written down a second time here: a member that is renamed breaks these tests as it would break them.
internal sealed record CaseList(IReadOnlyList<ListedCase> Items, string? Next);

internal sealed record ListedCase(
    string Id,
    string Number,
    string Subject,
    string State,
    int Urgency,
    string Language,
    string? CustomerName,
    string? CustomerAddress,
    DateTimeOffset OpenedAt,
    DateTimeOffset LastMessageAt,
    int MessageCount
);

internal sealed record ReadCase(
    string Id,
    string Number,
    string Subject,
    string State,
    int Urgency,
    string Team,
    string Language,
    Person Customer,
    int MessageCount,
    string? LinkedCaseId,
    IReadOnlyList<Entry> Timeline,
    IReadOnlyList<ReplyRead> Replies
)
{
    public string? IncidentId { get; init; }

    public string? CustomerId { get; init; }

    public string? EscalatedTo { get; init; }

    public IReadOnlyList<Message> Messages => [.. Timeline.Where(entry => entry.Type == "message").Select(entry => entry.Message!)];

    public IReadOnlyList<Entry> Events => [.. Timeline.Where(entry => entry.Type == "event")];

    public Message OnlyMessage => Assert.Single(Messages);

    public ReplyRead OnlyReply => Assert.Single(Replies);
}

internal sealed record Person(string? Name, string? Address);

internal sealed record Entry(DateTimeOffset At, string Type, string? Kind, string? Reason, string? Evidence, Message? Message);

internal sealed record Message(
    string Id,
    string Channel,
    Person From,
    string Subject,
    string Text,
    string OwnWords,
    bool IsTextCut,
    string Language,
    string? ExternalId,
    IReadOnlyList<Attached> Attachments,
    IReadOnlyList<Decided> Decisions,
    Understood Triage,
    string TriagedText,
    Planned Plan
)
{
    /// <summary>All decisions in their order, each as <c>kind result reason</c>, and what the plan says about replies.</summary>
    public IReadOnlyList<string> Decided =>
        [
            .. Decisions
                .Where(decision => decision.Kind != "content")
                .Select(decision => $"{decision.Kind} {decision.Result} {decision.Reason}"),
            .. Plan.Steps.Where(step => step.Kind == "reply").Select(step => $"{step.What} {step.Result} {step.Reason}"),
        ];

    /// <summary>What was odd about it.</summary>
    public IReadOnlyList<string> Noted => [.. Decisions.Where(decision => decision.Kind == "content").Select(decision => decision.Reason)];
}

internal sealed record Attached(string FileName, string ContentType, long Length);

internal sealed record Decided(string Kind, string Result, string Reason, string? Evidence);

/// <summary>What was understood of a message: the dimensions the tests look at.</summary>
internal sealed record Understood(
    string Language,
    string Sentiment,
    string Intent,
    string Topic,
    string Style,
    string Conduct,
    string Threat,
    int Urgency,
    bool? Complaint,
    IReadOnlyList<Words> Evidence,
    string Engine,
    string? FallbackReason
);

/// <summary>Words that a value rests on.</summary>
internal sealed record Words(string Dimension, string Text, int Offset, int Length, string Source);

/// <summary>What was decided about a message.</summary>
internal sealed record Planned(
    string Scenario,
    int Urgency,
    string Trend,
    string Team,
    DateTimeOffset AnswerBy,
    IReadOnlyList<PlannedStep> Steps
);

/// <summary>One decision of a plan.</summary>
internal sealed record PlannedStep(
    string Kind,
    string What,
    string Result,
    string Reason,
    string Scenario,
    DateTimeOffset? At,
    string? Evidence
);

internal sealed record ReplyRead(
    string Id,
    string Scenario,
    string State,
    string To,
    string Subject,
    string Text,
    string Language,
    int Attempts,
    string Reason,
    string? ProviderMessageId
);

internal sealed record SentMail(
    string To,
    string From,
    string Subject,
    string Text,
    string Html,
    IReadOnlyDictionary<string, string> Headers,
    IReadOnlyDictionary<string, string> CustomArgs,
    string MessageId
)
{
    public string ExternalId => Headers["Message-ID"].Trim('<', '>');

    /// <summary>The address alone, without name.</summary>
    public string ReplyAddress => Headers["Reply-To"].Split('<', '>') is [_, var address, ..] ? address : Headers["Reply-To"];
}
