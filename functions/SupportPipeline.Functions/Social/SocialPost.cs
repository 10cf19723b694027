namespace SupportPipeline.Social;

/// <summary>What a connector read: one thing somebody said in public (or to us alone) on a platform. Texts are as the platform gave them, without markup.</summary>
internal sealed record SocialPost
{
    /// <summary>The platform.</summary>
    public required SocialPlatform Platform { get; init; }

    /// <summary>Which source of <see cref="SocialPlatform.Generic"/>; empty for the others. At most 100 characters.</summary>
    public string Source { get; init; } = "";

    /// <summary>The id on the platform, 1 to 300 characters. With platform and source it makes the post unique: the same id again is the same post.</summary>
    public required string ExternalId { get; init; }

    /// <summary>What it is.</summary>
    public PostKind Kind { get; init; } = PostKind.Mention;

    /// <summary>Who may see it.</summary>
    public PostAudience Audience { get; init; } = PostAudience.Everyone;

    /// <summary>What was written; markup stripped, may be empty (a picture). Longer texts are cut by whoever stores it.</summary>
    public required string Text { get; init; }

    /// <summary>Who wrote it.</summary>
    public required SocialAuthor Author { get; init; }

    /// <summary>Where it can be seen; http or https only.</summary>
    public Uri? Url { get; init; }

    /// <summary>When it was made, as the platform says; null when it does not. What an author's client declares is not to be used.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>The language as the platform declares it, BCP 47; null when it does not say or says that it does not know.</summary>
    public string? Language { get; init; }

    /// <summary>Our account that it reached, as the platform calls it (page id, user id); empty when that is not said.</summary>
    public string Account { get; init; } = "";

    /// <summary>The brand, when the sender said so (generic); else it is found by account and words.</summary>
    public string? Brand { get; init; }

    /// <summary>Whether it names or answers an account of ours, or quotes it: what X calls summoned.</summary>
    public bool IsAddressedToUs { get; init; }

    /// <summary>The post it answers, as an external id.</summary>
    public string? InReplyTo { get; init; }

    /// <summary>The conversation it belongs to, as the platform calls it.</summary>
    public string? ConversationId { get; init; }

    /// <summary>The post it repeats without a word of its own (repost, share, boost), as an external id.</summary>
    public string? RepostOf { get; init; }

    /// <summary>The post it quotes, as an external id.</summary>
    public string? QuoteOf { get; init; }

    /// <summary>Stars of a review, 1 to 5.</summary>
    public int? Rating { get; init; }

    /// <summary>How often it was seen and reacted to, as far as the platform says.</summary>
    public PostMetrics Metrics { get; init; } = new();

    /// <summary>Hashtags and labels, without a sign before them.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Which version it is, where the platform counts them: an edit has a greater one. An older version that comes late changes nothing.</summary>
    public long Revision { get; init; }

    /// <summary>What answering needs besides the external id, in the connector's own words (chat id, reply token, root and parent with their CIDs).</summary>
    public IReadOnlyDictionary<string, string> ReplyFacts { get; init; } = NoFacts;

    /// <summary>No facts.</summary>
    public static IReadOnlyDictionary<string, string> NoFacts { get; } = new Dictionary<string, string>(StringComparer.Ordinal);
}

/// <summary>What a post is.</summary>
internal enum PostKind
{
    /// <summary>A post that names us.</summary>
    Mention,

    /// <summary>A comment under something of ours.</summary>
    Comment,

    /// <summary>A review.</summary>
    Review,

    /// <summary>A post that speaks of us without naming our account.</summary>
    Post,

    /// <summary>A message to us alone.</summary>
    DirectMessage,
}

/// <summary>Who may see a post.</summary>
internal enum PostAudience
{
    /// <summary>Everyone.</summary>
    Everyone,

    /// <summary>Everyone who has the address; it is not listed.</summary>
    Unlisted,

    /// <summary>Followers, or the members of a group.</summary>
    Followers,

    /// <summary>We alone.</summary>
    Us,
}

/// <summary>Who wrote a post. Personal data: never log it.</summary>
/// <param name="Id">The account's id on the platform; what customers are known by. At most 300 characters.</param>
internal sealed record SocialAuthor(string Id)
{
    private const int MaxId = 300;

    /// <summary>Somebody whom the platform does not name: an author of this one post alone, so that strangers never count as one person.</summary>
    public static SocialAuthor Unknown(string externalId)
    {
        var id = $"unknown:{externalId}";
        return new(id.Length <= MaxId ? id : id[..MaxId]);
    }

    /// <summary>What one writes after the @; null when there is none.</summary>
    public string? Handle { get; init; }

    /// <summary>What they call themselves.</summary>
    public string? Name { get; init; }

    /// <summary>How many follow the account; null when the platform does not say.</summary>
    public long? Followers { get; init; }

    /// <summary>How many the account follows.</summary>
    public long? Following { get; init; }

    /// <summary>How many posts the account has made.</summary>
    public long? Posts { get; init; }

    /// <summary>Whether the platform vouches for it.</summary>
    public bool IsVerified { get; init; }

    /// <summary>Whether the account says itself that it is a machine.</summary>
    public bool IsBot { get; init; }

    /// <summary>When the account was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }
}

/// <summary>How often a post was seen and reacted to; null where the platform does not say.</summary>
internal sealed record PostMetrics
{
    /// <summary>Likes, favourites and other reactions.</summary>
    public long? Likes { get; init; }

    /// <summary>Reposts, shares, boosts, quotes.</summary>
    public long? Shares { get; init; }

    /// <summary>Answers and comments.</summary>
    public long? Replies { get; init; }

    /// <summary>How often it was seen.</summary>
    public long? Views { get; init; }
}
