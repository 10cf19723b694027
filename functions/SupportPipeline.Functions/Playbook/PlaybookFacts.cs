using SupportPipeline.Intake;
using SupportPipeline.Platform;
using SupportPipeline.Triage;

namespace SupportPipeline.Playbook;

/// <summary>Everything the playbook looks at.</summary>
internal sealed record PlaybookFacts
{
    /// <summary>What was understood of the message.</summary>
    public required MessageTriage Triage { get; init; }

    /// <summary>The customer's own words.</summary>
    public required string OwnWords { get; init; }

    /// <summary>Why the message is automatic mail; null when a person wrote it.</summary>
    public AutomaticMailFinding? Automatic { get; init; }

    /// <summary>Whom an answer would go to.</summary>
    public Mailbox? Sender { get; init; }

    /// <summary>Whether it was said in public: whoever answers it does so there.</summary>
    public bool IsFromPublic { get; init; }

    /// <summary>Why the message is held; null when it is not.</summary>
    public string? HeldReason { get; init; }

    /// <summary>Whether the customer comes first.</summary>
    public bool IsVip { get; init; }

    /// <summary>Whether the customer's record says that they insulted staff lately.</summary>
    public bool IsFlaggedAbusive { get; init; }

    /// <summary>Whether the message opens a case.</summary>
    public required bool OpensCase { get; init; }

    /// <summary>When the message was received.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The case before the message.</summary>
    public CaseFacts Case { get; init; } = new();

    /// <summary>The open incident that the message matches.</summary>
    public IncidentFacts? Incident { get; init; }

    /// <summary>What an agent says about the case.</summary>
    public AgentMark? Mark { get; init; }

    /// <summary>How many people may have read the message; 1 for mail.</summary>
    public int Reach { get; init; } = 1;

    /// <summary>Whether anything may go out by itself.</summary>
    public bool AutomaticEnabled { get; init; } = true;

    /// <summary>How many automatic replies a case may have.</summary>
    public int CaseCap { get; init; } = 5;

    /// <summary>Who we are and how we work.</summary>
    public required Organisation Organisation { get; init; }
}

/// <summary>A case as the playbook sees it.</summary>
internal sealed record CaseFacts
{
    /// <summary>Whether an agent has marked it as solved.</summary>
    public bool IsSolved { get; init; }

    /// <summary>Whether it is closed.</summary>
    public bool IsClosed { get; init; }

    /// <summary>1 (now) to 4 (whenever).</summary>
    public int Urgency { get; init; } = 4;

    /// <summary>How many messages the customer has written before.</summary>
    public int MessageCount { get; init; }

    /// <summary>How many automatic replies there were.</summary>
    public int AutomaticReplies { get; init; }

    /// <summary>How often the customer said that it was not solved.</summary>
    public int Reopenings { get; init; }

    /// <summary>How often it was reopened since an agent last worked on it.</summary>
    public int AutomaticReopenings { get; init; }

    /// <summary>How often it may be, before a supervisor has to look instead.</summary>
    public int ReopeningCap { get; init; } = 3;

    /// <summary>Whether it is solved or closed and must not be opened by a message once more.</summary>
    public bool IsReopeningCapReached => (IsSolved || IsClosed) && AutomaticReopenings >= ReopeningCap;

    /// <summary>How often the customer was asked to stop insulting.</summary>
    public int AbuseWarnings { get; init; }

    /// <summary>Whether the holding note after a threat went out.</summary>
    public bool HasHoldingNote { get; init; }

    /// <summary>The incident whose customers were told.</summary>
    public string? IncidentId { get; init; }

    /// <summary>Since when the customer waits for a person; null when nobody is waiting.</summary>
    public DateTimeOffset? WaitingSince { get; init; }

    /// <summary>Praise minus criticism of the messages so far, oldest first, each from -1 to 1.</summary>
    public IReadOnlyList<double> Moods { get; init; } = [];
}

/// <summary>An open incident.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Component">What is broken, as customers know it.</param>
/// <param name="Summary">What is known, in the customer's language.</param>
/// <param name="NextUpdateBy">When the next news comes; null when none was promised.</param>
internal sealed record IncidentFacts(string Id, string Component, string Summary, DateTimeOffset? NextUpdateBy);

/// <summary>What an agent says about a case.</summary>
public enum AgentMark
{
    /// <summary>It was our mistake.</summary>
    OurMistake,

    /// <summary>The customer misunderstood something.</summary>
    CustomersMistake,

    /// <summary>The request cannot be met.</summary>
    NotPossible,

    /// <summary>The answer has to be found out first.</summary>
    NotKnownYet,

    /// <summary>The case is solved.</summary>
    Solved,

    /// <summary>Nobody knows the feature.</summary>
    UnknownFeature,

    /// <summary>The idea was decided on.</summary>
    SuggestionDecided,

    /// <summary>What the customer waited for is available.</summary>
    ItemAvailable,
}
