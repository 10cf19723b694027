namespace SupportPipeline.Social;

/// <summary>Why something was done, or not done, with a mention. Part of the closed list of <see cref="Platform.ReasonCode"/>.</summary>
public static class SocialReason
{
    // What came in

    /// <summary>Our own account wrote it.</summary>
    public const string OwnPost = "own-post";

    /// <summary>It is a kind of news that says nothing, such as a reaction or a read receipt.</summary>
    public const string NotAPost = "not-a-post";

    /// <summary>The item lacks a field, or a field is not what it must be.</summary>
    public const string ItemInvalid = "item-invalid";

    /// <summary>The same post was received before.</summary>
    public const string MentionKnown = "mention-known";

    /// <summary>The post was deleted before it could be kept.</summary>
    public const string MentionDeleted = "mention-deleted";

    /// <summary>The mention is being stored at this moment; what changes it waits a few seconds.</summary>
    public const string MentionNotStoredYet = "mention-not-stored-yet";

    /// <summary>The author changed the post.</summary>
    public const string MentionEdited = "mention-edited";

    /// <summary>The post is visible again on its platform.</summary>
    public const string MentionRestored = "mention-restored";

    // Alerts

    /// <summary>Somebody has muted alerts of this kind.</summary>
    public const string AlertMuted = "alert-muted";

    /// <summary>So many alerts were told within the hour that one more would not be read.</summary>
    public const string AlertRateReached = "alert-rate-reached";

    /// <summary>A channel for alerts was not there; it is tried again.</summary>
    public const string AlertChannelDown = "alert-channel-down";

    /// <summary>There is no such alert any more.</summary>
    public const string AlertUnknown = "alert-unknown";

    // Answers

    /// <summary>The answer is longer than its platform allows.</summary>
    public const string ReplyTooLong = "reply-too-long";

    /// <summary>The author cannot be answered alone by API.</summary>
    public const string NoPrivateReply = "no-private-reply";

    /// <summary>The platform allows one private message for each comment, and this one has had it.</summary>
    public const string PrivateReplyUsed = "private-reply-used";

    /// <summary>The platform takes no answers by API.</summary>
    public const string NoReplyByApi = "no-reply-by-api";

    /// <summary>X lets an app answer only those who named or quoted its account.</summary>
    public const string NotSummoned = "not-summoned";

    /// <summary>The time in which the author can be answered alone is over.</summary>
    public const string ReplyWindowOver = "reply-window-over";

    /// <summary>No credentials for answers on the platform are configured.</summary>
    public const string NoReplyCredentials = "no-reply-credentials";

    /// <summary>Answers on platforms are switched off.</summary>
    public const string PublicRepliesOff = "public-replies-off";

    /// <summary>The platform has the answer.</summary>
    public const string ReplyPosted = "reply-posted";

    /// <summary>The platform refused the answer.</summary>
    public const string ReplyRefused = "reply-refused";

    /// <summary>The platform could not be reached or asked to wait.</summary>
    public const string PlatformUnavailable = "platform-unavailable";

    /// <summary>The case that a mention became is closed.</summary>
    public const string CaseSolved = "case-solved";

    /// <summary>Every reason.</summary>
    internal static IReadOnlyList<string> All { get; } =
    [
        OwnPost,
        NotAPost,
        ItemInvalid,
        MentionKnown,
        MentionDeleted,
        MentionNotStoredYet,
        MentionEdited,
        MentionRestored,
        AlertMuted,
        AlertRateReached,
        AlertChannelDown,
        AlertUnknown,
        ReplyTooLong,
        NoPrivateReply,
        PrivateReplyUsed,
        NoReplyByApi,
        NotSummoned,
        ReplyWindowOver,
        NoReplyCredentials,
        PublicRepliesOff,
        ReplyPosted,
        ReplyRefused,
        PlatformUnavailable,
        CaseSolved,
    ];
}
