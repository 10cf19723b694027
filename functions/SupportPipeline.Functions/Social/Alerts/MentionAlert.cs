using SupportPipeline.Social.Spikes;

namespace SupportPipeline.Social.Alerts;

/// <summary>Something in public that somebody is to know of.</summary>
internal sealed record MentionAlert
{
    /// <summary>The id; the same cause always has the same.</summary>
    public required string Id { get; init; }

    /// <summary>What it is.</summary>
    public required AlertKind Kind { get; init; }

    /// <summary>Whose.</summary>
    public required string Brand { get; init; }

    /// <summary>How bad it is.</summary>
    public required SpikeSeverity Severity { get; init; }

    /// <summary>When it was found.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Where the window begins that it is about.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>Where that window ends.</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>Why, in one sentence with numbers.</summary>
    public required string Why { get; init; }

    /// <summary>What was counted.</summary>
    public double? Observed { get; init; }

    /// <summary>What is usual.</summary>
    public double? Expected { get; init; }

    /// <summary>How often it was told before of the same event; 0 for the first.</summary>
    public int Repeats { get; init; }

    /// <summary>What it rests on.</summary>
    public required AlertEvidence Evidence { get; init; }

    /// <summary>Why nobody is told; null when somebody is. A value of <see cref="SocialReason"/>.</summary>
    public string? NotTold { get; init; }

    /// <summary>Who said that they look after it.</summary>
    public string? AcknowledgedBy { get; init; }

    /// <summary>When they said so.</summary>
    public DateTimeOffset? AcknowledgedAt { get; init; }

    /// <summary>By channel, how telling went.</summary>
    public IReadOnlyDictionary<string, AlertDelivery> Deliveries { get; init; } =
        new Dictionary<string, AlertDelivery>(StringComparer.Ordinal);
}

/// <summary>What an alert is about.</summary>
internal enum AlertKind
{
    /// <summary>Many more mentions than usual.</summary>
    CountSpike,

    /// <summary>Many more negative mentions than usual.</summary>
    NegativeSpike,

    /// <summary>A larger part of the mentions is negative than usual.</summary>
    MoodShift,

    /// <summary>A complaint that many people see.</summary>
    ViralComplaint,

    /// <summary>Somebody important is unhappy.</summary>
    KeyAccount,
}

/// <summary>What an alert rests on.</summary>
/// <param name="Mentions">The ids of mentions behind it, those that need somebody most first; at most 50.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Authors">By how many people.</param>
/// <param name="NegativeShare">Which part of those whose mood is known is negative; null when there are fewer than five.</param>
/// <param name="Reach">About how many people saw them.</param>
/// <param name="Groups">What was said most.</param>
/// <param name="Platforms">Where, most first.</param>
/// <param name="Languages">In which languages, most first.</param>
internal sealed record AlertEvidence(
    IReadOnlyList<string> Mentions,
    int Count,
    int Authors,
    double? NegativeShare,
    long Reach,
    IReadOnlyList<AlertGroup> Groups,
    IReadOnlyList<string> Platforms,
    IReadOnlyList<string> Languages
);

/// <summary>Mentions that say the same.</summary>
/// <param name="MentionId">One of them.</param>
/// <param name="Text">The beginning of its words.</param>
/// <param name="Url">Where it can be seen.</param>
/// <param name="Count">How many there are.</param>
internal sealed record AlertGroup(string MentionId, string Text, Uri? Url, int Count);

/// <summary>How telling one channel went.</summary>
/// <param name="State">How far it is.</param>
/// <param name="At">When that was noted.</param>
/// <param name="Tries">How often it was tried.</param>
/// <param name="Detail">What the channel said; nothing personal.</param>
internal sealed record AlertDelivery(AlertDeliveryState State, DateTimeOffset At, int Tries, string? Detail);

/// <summary>How far telling a channel is.</summary>
internal enum AlertDeliveryState
{
    /// <summary>Somebody is telling it.</summary>
    Claimed,

    /// <summary>It took it.</summary>
    Sent,

    /// <summary>It refused it, or could not be reached for too long.</summary>
    Failed,

    /// <summary>It was asked, and no answer came.</summary>
    Unknown,

    /// <summary>It was not there; it is tried again.</summary>
    Waiting,
}
