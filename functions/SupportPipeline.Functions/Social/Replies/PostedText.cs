using SupportPipeline.Social.Mentions;

namespace SupportPipeline.Social.Replies;

/// <summary>What is posted besides the words, and where to. Pure.</summary>
internal static class PostedText
{
    /// <summary>The text as it is posted: Mastodon tells nobody of an answer that does not name them, so the author's name comes first there.</summary>
    public static string Of(Mention mention, string text)
    {
        ArgumentNullException.ThrowIfNull(mention);
        ArgumentNullException.ThrowIfNull(text);
        var name = mention.Post.Platform == SocialPlatform.Mastodon ? mention.Post.ReplyFacts.GetValueOrDefault("acct") : null;
        return name is null || text.Contains($"@{name}", StringComparison.OrdinalIgnoreCase) ? text : $"@{name} {text}";
    }

    /// <summary>What the answer is attached to, as the platform calls it; null when that is not known.</summary>
    public static string? Target(Mention mention, bool isPrivate)
    {
        ArgumentNullException.ThrowIfNull(mention);
        var facts = mention.Post.ReplyFacts;
        return mention.Post.Platform switch
        {
            SocialPlatform.X => facts.GetValueOrDefault("latestId") ?? mention.Post.ExternalId,
            SocialPlatform.Facebook => facts.GetValueOrDefault("comment") ?? (isPrivate ? null : facts.GetValueOrDefault("post")),
            SocialPlatform.Instagram => facts.GetValueOrDefault("comment"),
            SocialPlatform.Threads => facts.GetValueOrDefault("reply-to"),
            SocialPlatform.Mastodon => facts.GetValueOrDefault("status"),
            SocialPlatform.Bluesky => facts.ContainsKey("root-uri") && facts.ContainsKey("root-cid") && facts.ContainsKey("parent-cid")
                ? facts.GetValueOrDefault("parent-uri")
                : null,
            SocialPlatform.Telegram => facts.ContainsKey("message") ? facts.GetValueOrDefault("chat") : null,
            SocialPlatform.Vk => facts.GetValueOrDefault("thing") == "wall" && facts.ContainsKey("owner")
                ? facts.GetValueOrDefault("item")
                : null,
            SocialPlatform.Line => facts.GetValueOrDefault("to"),
            _ => null,
        };
    }
}
