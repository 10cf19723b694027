using System.ComponentModel.DataAnnotations;

namespace SupportPipeline.Social.Replies;

/// <summary>Answers on platforms. Configuration section <c>Social:Replies</c>.</summary>
public sealed class PublicRepliesOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Social:Replies";

    /// <summary>The master switch. Default false: nothing is posted, and what is approved is recorded as suppressed.</summary>
    public bool Enabled { get; set; }

    /// <summary>Whether somebody else than the writer has to approve. Default true.</summary>
    public bool RequireSecondPerson { get; set; } = true;

    /// <summary>Whether plain http to this machine is allowed. Default false; the local host sets it.</summary>
    public bool AllowLoopback { get; set; }

    /// <summary>What our Mastodon server allows in a post; its <c>configuration.statuses.max_characters</c>. Default 500.</summary>
    [Range(100, 100_000)]
    public int MastodonMaxCharacters { get; set; } = 500;

    /// <summary>How long a process has an answer for itself while it posts, in seconds. Default 120.</summary>
    [Range(30, 3_600)]
    public int ClaimSeconds { get; set; } = 120;

    /// <summary>
    /// How long the word of an approval waits until the approval is stored, and how long an answer is left alone that somebody is posting, in seconds: mostly
    /// it is out by then. Default 10.
    /// </summary>
    [Range(1, 60)]
    public int LookAgainSeconds { get; set; } = 10;

    /// <summary>The wait before the next attempt when a platform is down, in seconds. Default 60.</summary>
    [Range(1, 3_600)]
    public int RetrySeconds { get; set; } = 60;

    /// <summary>So many attempts are made. Default 10.</summary>
    [Range(1, 100)]
    public int MaxAttempts { get; set; } = 10;

    /// <summary>X.</summary>
    public XReplyOptions X { get; set; } = new();

    /// <summary>Mastodon: the address is that of our server.</summary>
    public ReplyAccountOptions Mastodon { get; set; } = new();

    /// <summary>Telegram: the token is the bot's.</summary>
    public ReplyAccountOptions Telegram { get; set; } = new() { BaseAddress = "https://api.telegram.org" };

    /// <summary>VK: the token is the community's.</summary>
    public ReplyAccountOptions Vk { get; set; } = new() { BaseAddress = "https://api.vk.com" };

    /// <summary>Facebook: the token is the page's.</summary>
    public ReplyAccountOptions Facebook { get; set; } = new() { BaseAddress = "https://graph.facebook.com" };

    /// <summary>Instagram.</summary>
    public ReplyAccountOptions Instagram { get; set; } = new() { BaseAddress = "https://graph.instagram.com" };

    /// <summary>Threads: the token is the account's, and so is the user id.</summary>
    public UserReplyOptions Threads { get; set; } = new() { BaseAddress = "https://graph.threads.net" };

    /// <summary>Bluesky: answers go out in the session of <c>Social:Bluesky</c>; the token is not used.</summary>
    public bool Bluesky { get; set; }

    /// <summary>LINE: the token is the channel's.</summary>
    public ReplyAccountOptions Line { get; set; } = new() { BaseAddress = "https://api.line.me" };

    /// <summary>Whether there is what it takes to answer on a platform.</summary>
    internal bool IsReady(SocialPlatform platform) => platform == SocialPlatform.Bluesky ? Bluesky : Of(platform) is { IsReady: true };

    /// <summary>The account that answers on a platform; null where there is none.</summary>
    internal ReplyAccount? Of(SocialPlatform platform) =>
        platform switch
        {
            SocialPlatform.X => X,
            SocialPlatform.Mastodon => Mastodon,
            SocialPlatform.Telegram => Telegram,
            SocialPlatform.Vk => Vk,
            SocialPlatform.Facebook => Facebook,
            SocialPlatform.Instagram => Instagram,
            SocialPlatform.Line => Line,
            SocialPlatform.Threads => Threads.UserId.Length > 0 ? Threads : null,
            _ => null,
        };
}

/// <summary>An account that answers.</summary>
public abstract class ReplyAccount
{
    /// <summary>Where the API is; https, or a loopback address where that is allowed.</summary>
    public string BaseAddress { get; set; } = "";

    /// <summary>The access token; without it nothing is posted.</summary>
    public string Token { get; set; } = "";

    /// <summary>Whether there is enough to post with.</summary>
    internal bool IsReady => BaseAddress.Length > 0 && Token.Length > 0;
}

/// <summary>An account that needs nothing but its token.</summary>
public sealed class ReplyAccountOptions : ReplyAccount;

/// <summary>An account whose own id is in the addresses of the API.</summary>
public sealed class UserReplyOptions : ReplyAccount
{
    /// <summary>The account's id.</summary>
    public string UserId { get; set; } = "";
}

/// <summary>X, which charges for answers. In US dollars.</summary>
public sealed class XReplyOptions : ReplyAccount
{
    /// <summary>Takes X's own address.</summary>
    public XReplyOptions() => BaseAddress = "https://api.x.com";

    /// <summary>An answer. Default 0.015.</summary>
    public decimal Price { get; set; } = 0.015m;

    /// <summary>An answer with a link. Default 0.200.</summary>
    public decimal LinkPrice { get; set; } = 0.200m;

    /// <summary>An answer to somebody who named or quoted us. Default 0.010.</summary>
    public decimal SummonedPrice { get; set; } = 0.010m;
}
