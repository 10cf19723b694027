namespace SupportPipeline.Social.Replies;

/// <summary>What a platform allows in answers by its API. docs/public-replies.md has the table.</summary>
internal sealed record ReplyPolicy
{
    private static readonly TimeSpan s_metaWindow = TimeSpan.FromDays(7);

    private static readonly Dictionary<SocialPlatform, ReplyPolicy> s_all = new()
    {
        [SocialPlatform.X] = new()
        {
            MaxLength = 280,
            Count = PostLength.Weighted,
            CanPublic = true,
            NeedsSummon = true,
        },
        [SocialPlatform.Facebook] = new()
        {
            MaxLength = 8_000,
            MaxPrivateLength = 2_000,
            IsPrivateOnce = true,
            CanPublic = true,
            PrivateWindow = s_metaWindow,
        },
        [SocialPlatform.Instagram] = new()
        {
            MaxLength = 2_200,
            MaxPrivateLength = 1_000,
            IsPrivateOnce = true,
            CanPublic = true,
            PrivateWindow = s_metaWindow,
        },
        [SocialPlatform.Threads] = new() { MaxLength = 500, CanPublic = true },
        [SocialPlatform.Mastodon] = new()
        {
            MaxLength = 500,
            MaxPrivateLength = 500,
            Count = PostLength.Mastodon,
            CanPublic = true,
            IsIdempotent = true,
        },
        [SocialPlatform.Bluesky] = new()
        {
            MaxLength = 300,
            MaxBytes = 3_000,
            Count = PostLength.Graphemes,
            CanPublic = true,
            IsIdempotent = true,
        },
        [SocialPlatform.Telegram] = new() { MaxLength = 4_096, CanPublic = true },
        [SocialPlatform.Vk] = new() { CanPublic = true, IsIdempotent = true },
        [SocialPlatform.Line] = new()
        {
            MaxLength = 5_000,
            CanPublic = true,
            IsIdempotent = true,
        },
        [SocialPlatform.Generic] = new(),
    };

    /// <summary>The most a public answer may count; null where the platform states none.</summary>
    public int? MaxLength { get; init; }

    /// <summary>The most a private answer may count; null where there are none by API.</summary>
    public int? MaxPrivateLength { get; init; }

    /// <summary>The most bytes in UTF-8, beside the length; null where bytes do not count.</summary>
    public int? MaxBytes { get; init; }

    /// <summary>How the platform counts.</summary>
    public Func<string, int> Count { get; init; } = PostLength.CodeUnits;

    /// <summary>Whether everyone can be answered by API.</summary>
    public bool CanPublic { get; init; }

    /// <summary>Whether the author alone can be answered by API.</summary>
    public bool CanPrivate => MaxPrivateLength is not null;

    /// <summary>How long after the post its author can be written to; null where that does not end.</summary>
    public TimeSpan? PrivateWindow { get; init; }

    /// <summary>Whether a post's author can be written to once only; more takes an answer of theirs.</summary>
    public bool IsPrivateOnce { get; init; }

    /// <summary>Whether only those may be answered who named or quoted us.</summary>
    public bool NeedsSummon { get; init; }

    /// <summary>Whether the same answer, sent twice, is posted once, so that it may be sent again when what the platform said was lost.</summary>
    public bool IsIdempotent { get; init; }

    /// <summary>The policy of a platform.</summary>
    public static ReplyPolicy Of(SocialPlatform platform) => s_all[platform];
}
