namespace SupportPipeline.Social;

/// <summary>One thing that a platform's payload tells. A payload holds any number of them; what cannot be read is one of them too, so that the others are kept.</summary>
internal abstract record SocialEvent
{
    private SocialEvent() { }

    /// <summary>A post, new or changed: the same external id with other words is an edit.</summary>
    /// <param name="Post">The post as it is now.</param>
    public sealed record Posted(SocialPost Post) : SocialEvent
    {
        /// <summary>Whether the platform says that a deleted post is back. Without that word a deleted post stays deleted, however late its first delivery comes.</summary>
        public bool IsRestored { get; init; }
    }

    /// <summary>A post was deleted by its author or hidden by the platform: its words are blanked.</summary>
    /// <param name="Platform">The platform.</param>
    /// <param name="Source">As <see cref="SocialPost.Source"/>.</param>
    /// <param name="ExternalId">The post.</param>
    public sealed record Deleted(SocialPlatform Platform, string Source, string ExternalId) : SocialEvent;

    /// <summary>Something that is not for us, such as our own post or a reaction.</summary>
    /// <param name="Reason">A value of <see cref="SocialReason"/>.</param>
    public sealed record Ignored(string Reason) : SocialEvent;

    /// <summary>An item that cannot be used.</summary>
    /// <param name="Reason">A value of <see cref="SocialReason"/>.</param>
    /// <param name="Detail">What is wrong with it, for whoever sent it.</param>
    public sealed record Refused(string Reason, string Detail) : SocialEvent
    {
        /// <summary>The id of the item, where it has one.</summary>
        public string? ExternalId { get; init; }
    }
}
