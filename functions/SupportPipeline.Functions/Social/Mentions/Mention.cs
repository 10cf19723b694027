using Azure;
using SupportPipeline.Triage;

namespace SupportPipeline.Social.Mentions;

/// <summary>A public message that names the brand, and what we made of it.</summary>
internal sealed record Mention
{
    /// <summary>The id.</summary>
    public required MentionId Id { get; init; }

    /// <summary>What was said, cleaned and cut to the configured length; no words are left of a deleted one.</summary>
    public required SocialPost Post { get; init; }

    /// <summary>When we heard of it; the moment it counts for is that of the id.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>What was understood of it.</summary>
    public required TriageDocument Triage { get; init; }

    /// <summary>How much it needs somebody, 0 to 100, with the parts it is made of.</summary>
    public required MentionScore Score { get; init; }

    /// <summary>How likely it is spam or a machine's, with reasons.</summary>
    public SpamHints Spam { get; init; } = SpamHints.None;

    /// <summary>About how many people see it; null when the platform says nothing to tell from.</summary>
    public long? Reach { get; init; }

    /// <summary>What copies of it have in common.</summary>
    public required string Group { get; init; }

    /// <summary>The mention of the same day that it is a copy of; null for the first.</summary>
    public MentionId? CopyOf { get; init; }

    /// <summary>How many copies of it came that day.</summary>
    public int Copies { get; init; }

    /// <summary>Who wrote copies, by a hash of the account, each once; at most <see cref="MaxCopyAuthors"/>.</summary>
    public IReadOnlyList<string> CopyAuthors { get; init; } = [];

    /// <summary>So many authors of copies are told apart.</summary>
    public const int MaxCopyAuthors = 50;

    /// <summary>How many people see it and its copies.</summary>
    public long? ReachWithCopies { get; init; }

    /// <summary>How far it is.</summary>
    public MentionState State { get; init; }

    /// <summary>Who looks after it, as signed in; null for nobody.</summary>
    public string? Assignee { get; init; }

    /// <summary>Why it needs nothing.</summary>
    public string? IgnoredBecause { get; init; }

    /// <summary>The case it became.</summary>
    public string? CaseId { get; init; }

    /// <summary>When its author last changed it.</summary>
    public DateTimeOffset? EditedAt { get; init; }

    /// <summary>When it was deleted on the platform.</summary>
    public DateTimeOffset? DeletedAt { get; init; }

    /// <summary>When it was first answered.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>Who is writing an answer just now.</summary>
    public MentionWriter? Writer { get; init; }

    /// <summary>Rises with every change.</summary>
    public int Version { get; init; } = 1;
}

/// <summary>How far a mention is.</summary>
internal enum MentionState
{
    /// <summary>Nobody has looked at it.</summary>
    New,

    /// <summary>Somebody looks after it.</summary>
    Assigned,

    /// <summary>It was answered on the platform.</summary>
    Answered,

    /// <summary>It became a case.</summary>
    Converted,

    /// <summary>It needs nothing.</summary>
    Ignored,
}

/// <summary>Who is writing an answer, so that no second person does.</summary>
/// <param name="By">As signed in.</param>
/// <param name="Until">Until when that counts without another word.</param>
internal sealed record MentionWriter(string By, DateTimeOffset Until);

/// <summary>A number from 0 to 100 and what it is made of.</summary>
/// <param name="Value">The number.</param>
/// <param name="Parts">Each part in words that can be shown, the largest first.</param>
internal sealed record MentionScore(int Value, IReadOnlyList<string> Parts);

/// <summary>How likely something is spam or a machine's.</summary>
/// <param name="Value">0 to 1.</param>
/// <param name="Reasons">Why, as codes.</param>
internal sealed record SpamHints(double Value, IReadOnlyList<string> Reasons)
{
    /// <summary>Nothing speaks for it.</summary>
    public static SpamHints None { get; } = new(0, []);

    /// <summary>From here on it is called likely.</summary>
    public const double Likely = 0.7;
}

/// <summary>A mention as it stands in storage.</summary>
internal sealed record StoredMention(Mention Mention, ETag ETag);

/// <summary>Something that happened to a mention.</summary>
/// <param name="Key">Makes the entry unique within the mention; the same act again is the same entry. It begins with the time, so that entries sort.</param>
/// <param name="At">When.</param>
/// <param name="Kind">What, for example <c>assigned</c>.</param>
/// <param name="Reason">A reason code, when there is one.</param>
/// <param name="By">Who, as signed in; null when the software did.</param>
/// <param name="Note">In that person's words, or what it was about.</param>
internal sealed record MentionEntry(string Key, DateTimeOffset At, string Kind, string? Reason, string? By, string? Note)
{
    /// <summary>The key of an entry.</summary>
    /// <param name="at">When.</param>
    /// <param name="unique">What tells it from others of the same moment.</param>
    public static string KeyOf(DateTimeOffset at, string unique) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{at.UtcDateTime:yyyyMMdd'T'HHmmssfffffff}|{unique}");
}

/// <summary>A change of a mention, stored as a whole.</summary>
/// <param name="Before">As it was loaded.</param>
/// <param name="After">As it is to be; its version is one higher.</param>
internal sealed record MentionChange(StoredMention Before, Mention After)
{
    /// <summary>New entries of the timeline.</summary>
    public IReadOnlyList<MentionEntry> Entries { get; init; } = [];

    /// <summary>Answers that are new or changed.</summary>
    public IReadOnlyList<Replies.PublicReply> Replies { get; init; } = [];
}

/// <summary>Everything about a mention.</summary>
/// <param name="Stored">The mention.</param>
/// <param name="Entries">Its timeline, oldest first.</param>
/// <param name="Replies">The answers to it, oldest first.</param>
internal sealed record MentionHistory(StoredMention Stored, IReadOnlyList<MentionEntry> Entries, IReadOnlyList<Replies.PublicReply> Replies)
{
    /// <summary>The mention.</summary>
    public Mention Mention => Stored.Mention;
}
