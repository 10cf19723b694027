using SupportPipeline.Social.Mentions;
using SupportPipeline.Triage;

namespace SupportPipeline.Social.Receiving;

/// <summary>Mentions as the pipeline makes them, for pure tests.</summary>
internal static class SampleMentions
{
    public static readonly DateTimeOffset At = new(2026, 11, 20, 9, 30, 0, TimeSpan.Zero);

    /// <summary>What the connectors tell for answering, of every platform at once.</summary>
    public static readonly IReadOnlyDictionary<string, string> ReplyFacts = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["status"] = "110",
        ["visibility"] = "unlisted",
        ["account"] = "900",
        ["comment"] = "c1",
        ["post"] = "p1",
        ["reply-to"] = "t1",
        ["root-uri"] = "at://did:plc:a/app.bsky.feed.post/1",
        ["root-cid"] = "cid-1",
        ["parent-uri"] = "at://did:plc:b/app.bsky.feed.post/2",
        ["parent-cid"] = "cid-2",
        ["chat"] = "-100",
        ["message"] = "77",
        ["thing"] = "wall",
        ["owner"] = "-5",
        ["item"] = "9",
        ["to"] = "U1",
    };

    private static readonly EmbeddedAnalyzer s_analyzer = new();

    /// <summary>A new mention on Mastodon.</summary>
    public static Mention Of(string text, long? followers = null, string author = "anna", string id = "1", DateTimeOffset? at = null) =>
        Of(Post(text, followers, author, id), at);

    /// <summary>A new mention of a post.</summary>
    public static Mention Of(SocialPost post, DateTimeOffset? at = null)
    {
        var moment = at ?? At;
        var key = MentionIds.KeyOf(post.Platform, post.Source, post.ExternalId);
        var triage = TriageDocument.Of(s_analyzer.Analyze(PostText.ForTriage(post)));
        return MentionDrafting.Draft(MentionId.Create("acme", moment, key, "d"), post, triage, moment, moment) with { Group = key };
    }

    /// <summary>A post on Mastodon.</summary>
    public static SocialPost Post(string text, long? followers = null, string author = "anna", string id = "1") =>
        new()
        {
            Platform = SocialPlatform.Mastodon,
            ExternalId = id,
            Text = text,
            Author = new(author) { Handle = author, Followers = followers },
            ReplyFacts = ReplyFacts,
        };
}
