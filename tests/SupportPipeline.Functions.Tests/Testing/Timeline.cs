using Azure;
using SupportPipeline.Cases;
using SupportPipeline.Platform;
using SupportPipeline.Triage;

namespace SupportPipeline.Testing;

/// <summary>Tells the story of a case, hour by hour, as a history of records.</summary>
internal sealed class Timeline
{
    private readonly List<CaseMessage> _messages = [];
    private readonly List<TimelineEvent> _events = [];
    private readonly List<StoredReply> _replies = [];
    private CaseState _state = CaseState.Open;

    private Timeline(DateTimeOffset openedAt) => Id = Ids.Next(openedAt);

    public TimeOrderedId Id { get; }

    public int Urgency { get; private set; } = 3;

    public CaseHistory History =>
        new(
            new(
                new CaseSnapshot
                {
                    Id = Id,
                    Number = CaseNumber.FromSequence(12),
                    Subject = "Blender",
                    State = _state,
                    Urgency = Urgency,
                    Team = "support",
                    Language = "en",
                    CustomerName = "Mia",
                    CustomerAddress = "mia@example.org",
                    Participants = [],
                    LastMessageAt = _messages[^1].ReceivedAt,
                    MessageCount = _messages.Count,
                },
                new ETag("x")
            ),
            _messages,
            _events,
            _replies
        );

    /// <summary>A person's mail opens the case.</summary>
    public static Timeline Opened(DateTimeOffset at, int urgency = 3, bool automatic = false)
    {
        var timeline = new Timeline(at) { Urgency = urgency };
        return timeline.Message(timeline.Id, urgency, automatic);
    }

    /// <summary>The customer writes again.</summary>
    public Timeline Writes(DateTimeOffset at, int urgency = 3, params string[] changes) => Message(Ids.Next(at), urgency, false, changes);

    /// <summary>A person's answer goes out.</summary>
    public Timeline Answered(DateTimeOffset at, string scenario = "agent-reply") => Sent(at, scenario, "agent@desk.example");

    /// <summary>A machine's answer goes out.</summary>
    public Timeline Acknowledged(DateTimeOffset at) => Sent(at, "acknowledgement", null);

    /// <summary>An agent's question whether it is solved goes out.</summary>
    public Timeline Solved(DateTimeOffset at)
    {
        _state = CaseState.Solved;
        return Answered(at, "confirm-solved");
    }

    /// <summary>Something else happens.</summary>
    public Timeline Happened(DateTimeOffset at, string kind, string reason, string? evidence = null)
    {
        _events.Add(new($"{kind}:{_events.Count}", at, kind, reason, evidence));
        _state = kind == "closed" ? CaseState.Closed : _state;
        return this;
    }

    private Timeline Message(TimeOrderedId id, int urgency, bool automatic, params string[] changes)
    {
        _state =
            changes.Contains("close") ? CaseState.Closed
            : changes.Contains("reopen") ? CaseState.Open
            : _state;
        _messages.Add(
            new()
            {
                Id = id,
                Channel = "email",
                FromName = "Mia",
                FromAddress = "mia@example.org",
                Subject = "Blender",
                Text = "It broke.",
                OwnWords = "It broke.",
                TextBlob = null,
                Language = "en",
                ExternalId = null,
                RawBlob = "raw",
                Attachments = [],
                Decisions = [],
                Triage = TriageDocument.Of(Triages.Plain),
                TriagedText = "It broke.",
                Plan = new(
                    "general",
                    urgency,
                    "steady",
                    "support",
                    id.CreatedAt.AddHours(8),
                    [.. changes.Select(what => new Playbook.PlanStepDocument("case", what, "done", "says-so", "general", null, null))]
                ),
                IsAutomatic = automatic,
            }
        );
        return this;
    }

    private Timeline Sent(DateTimeOffset at, string scenario, string? by)
    {
        var reply = new Reply
        {
            Id = $"{scenario}-{_replies.Count}",
            CaseId = Id,
            Scenario = scenario,
            State = ReplyState.Sent,
            To = Emails.Address("mia@example.org"),
            ToName = "Mia",
            Subject = "Re: Blender",
            Text = "Hello",
            Html = "<p>Hello</p>",
            Language = "en",
            CauseId = Id,
            InReplyTo = null,
            References = [],
            CreatedAt = at,
            SentAt = at,
            Reason = ReasonCode.AcceptedByMailService,
            ApprovedBy = by,
        };
        _replies.Add(new(reply, new ETag("x")));
        return this;
    }
}
