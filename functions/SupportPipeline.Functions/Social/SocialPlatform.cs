namespace SupportPipeline.Social;

/// <summary>Where a mention was made. In JSON, routes and storage the kebab-case name.</summary>
internal enum SocialPlatform
{
    /// <summary>X, formerly Twitter.</summary>
    X,

    /// <summary>A Facebook Page.</summary>
    Facebook,

    /// <summary>Instagram.</summary>
    Instagram,

    /// <summary>Threads.</summary>
    Threads,

    /// <summary>Mastodon and what speaks its API.</summary>
    Mastodon,

    /// <summary>Bluesky.</summary>
    Bluesky,

    /// <summary>Telegram.</summary>
    Telegram,

    /// <summary>VK.</summary>
    Vk,

    /// <summary>LINE.</summary>
    Line,

    /// <summary>Anything that a tool such as Power Automate or Zapier passes on; its source is named beside it.</summary>
    Generic,
}
