using SupportPipeline.Outages.Audience;

namespace SupportPipeline.Outages.Notices;

/// <summary>What a notice tells.</summary>
public enum NoticeKind
{
    /// <summary>Something is broken.</summary>
    Opening,

    /// <summary>How far it is.</summary>
    Update,

    /// <summary>It is over.</summary>
    Resolution,

    /// <summary>Work that is planned.</summary>
    Maintenance,

    /// <summary>Something we said was wrong.</summary>
    Correction,
}

/// <summary>How far a notice is.</summary>
public enum NoticeState
{
    /// <summary>Its audience is being written down.</summary>
    Freezing,

    /// <summary>Everything is fixed, and it waits for a word.</summary>
    AwaitingApproval,

    /// <summary>It goes out.</summary>
    Sending,

    /// <summary>It was stopped and can go on.</summary>
    Paused,

    /// <summary>Everybody it could reach was told.</summary>
    Done,

    /// <summary>It was stopped for good.</summary>
    Cancelled,
}

/// <summary>How one recipient stands. The numbers are stored.</summary>
public enum RecipientState : byte
{
    /// <summary>Still to be told.</summary>
    Planned = 0,

    /// <summary>The mail service is being asked.</summary>
    Claimed = 1,

    /// <summary>The mail service took it.</summary>
    Submitted = 2,

    /// <summary>The mail service was asked and nobody knows its answer.</summary>
    Unknown = 3,

    /// <summary>The recipient's server took it.</summary>
    Delivered = 4,

    /// <summary>The recipient's server refused it, or the mail service did not try.</summary>
    Bounced = 5,

    /// <summary>The address gets no mail.</summary>
    Suppressed = 6,

    /// <summary>Not told, for a reason of ours.</summary>
    Skipped = 7,

    /// <summary>Not told, because the notice was cancelled.</summary>
    Cancelled = 8,

    /// <summary>The mail service refused the address.</summary>
    Failed = 9,
}

/// <summary>One broadcast about an incident.</summary>
public sealed record Notice
{
    /// <summary>The id, in order of time.</summary>
    public required string Id { get; init; }

    /// <summary>The incident.</summary>
    public required string IncidentId { get; init; }

    /// <summary>What it tells.</summary>
    public required NoticeKind Kind { get; init; }

    /// <summary>How far it is.</summary>
    public required NoticeState State { get; init; }

    /// <summary>Whom it is for.</summary>
    public required AudienceRule Audience { get; init; }

    /// <summary>Who wrote it.</summary>
    public required string Author { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>After this it tells nobody anything any more.</summary>
    public required DateTimeOffset ValidUntil { get; init; }

    /// <summary>Binds an approval to texts, audience rule and frozen audience; null while the audience is being frozen.</summary>
    public string? ContentHash { get; init; }

    /// <summary>The texts alone, before anything is frozen.</summary>
    public required string TextHash { get; init; }

    /// <summary>Which attempt to freeze is the one that counts.</summary>
    public string? Frozen { get; init; }

    /// <summary>When the audience was frozen.</summary>
    public DateTimeOffset? FrozenAt { get; init; }

    /// <summary>How many addresses the audience has.</summary>
    public int Count { get; init; }

    /// <summary>In how many slices.</summary>
    public int Slices { get; init; }

    /// <summary>Who approved it.</summary>
    public string? ApprovedBy { get; init; }

    /// <summary>When it was approved.</summary>
    public DateTimeOffset? ApprovedAt { get; init; }

    /// <summary>Why one person alone sent it to so many.</summary>
    public string? BreakGlass { get; init; }

    /// <summary>The newer notice that takes its place.</summary>
    public string? SupersededBy { get; init; }

    /// <summary>Why it was stopped; a value of <see cref="NoticeReason"/>.</summary>
    public string? Reason { get; init; }

    /// <summary>When it stopped by itself the last time; on-call staff hear of it once.</summary>
    public DateTimeOffset? StoppedAt { get; init; }

    /// <summary>Whether it goes on although many mails bounce, because somebody looked and said so.</summary>
    public bool IgnoresBounces { get; init; }

    /// <summary>When it was stopped, or everybody was told.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Whether slices may still have something to do.</summary>
    public bool IsActive => State is NoticeState.Sending or NoticeState.Paused or NoticeState.Freezing or NoticeState.AwaitingApproval;
}

/// <summary>What a notice says in one language.</summary>
/// <param name="Subject">The subject.</param>
/// <param name="Text">The text part, with <see cref="NoticeMailWriter.Greeting"/> and <see cref="NoticeMailWriter.ManageLink"/> to be filled in.</param>
public sealed record NoticeText(string Subject, string Text);

/// <summary>One recipient as it was frozen.</summary>
/// <param name="Address">The address.</param>
/// <param name="Name">The name, when known.</param>
public sealed record NoticeRecipient(string Address, string? Name);

/// <summary>A part of an audience: one language, one request to the mail service. How each recipient stands is one byte.</summary>
public sealed record NoticeSlice
{
    /// <summary>The notice.</summary>
    public required string NoticeId { get; init; }

    /// <summary>Its number, from 0.</summary>
    public required int Number { get; init; }

    /// <summary>The language of its recipients.</summary>
    public required string Language { get; init; }

    /// <summary>How each recipient stands, in the order of the frozen audience.</summary>
    public required IReadOnlyList<RecipientState> States { get; init; }

    /// <summary>Why, for those about whom there is something to say; values of <see cref="NoticeReason"/>.</summary>
    public IReadOnlyDictionary<int, string> Reasons { get; init; } = new Dictionary<int, string>();

    /// <summary>How often the mail service was asked.</summary>
    public int Attempt { get; init; }

    /// <summary>Since when the mail service is being asked.</summary>
    public DateTimeOffset? ClaimedAt { get; init; }

    /// <summary>Since when nobody knows its answer.</summary>
    public DateTimeOffset? UnknownSince { get; init; }

    /// <summary>How many times in a row the mail service was not there.</summary>
    public int Failures { get; init; }

    /// <summary>At most so many are asked for at once, while somebody is looked for whom the mail service refuses without saying whom; 0 for all.</summary>
    public int Part { get; init; }

    /// <summary>Whether anybody is in a state.</summary>
    public bool Has(RecipientState state) => States.Contains(state);
}
