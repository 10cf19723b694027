namespace SupportPipeline.Social.Replies;

/// <summary>An answer to a mention. A reply is changed only together with its mention, whose version guards both.</summary>
internal sealed record PublicReply
{
    /// <summary>The id; sorts by time.</summary>
    public required string Id { get; init; }

    /// <summary>How far it is.</summary>
    public PublicReplyState State { get; init; }

    /// <summary>Whether only the author is to see it.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>What is to be posted.</summary>
    public required string Text { get; init; }

    /// <summary>Who wrote it, as signed in; null when the software proposed it.</summary>
    public string? By { get; init; }

    /// <summary>When it was written.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who approved it.</summary>
    public string? ApprovedBy { get; init; }

    /// <summary>When it was approved.</summary>
    public DateTimeOffset? ApprovedAt { get; init; }

    /// <summary>Until when a process that is posting it has it for itself.</summary>
    public DateTimeOffset? ClaimedUntil { get; init; }

    /// <summary>How often posting was tried.</summary>
    public int Attempts { get; init; }

    /// <summary>When it was posted.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>Its id on the platform.</summary>
    public string? ExternalId { get; init; }

    /// <summary>Why it stands where it stands, as a reason code.</summary>
    public string? Reason { get; init; }

    /// <summary>What the platform said, for people.</summary>
    public string? Detail { get; init; }
}

/// <summary>How far an answer is.</summary>
internal enum PublicReplyState
{
    /// <summary>It waits for approval.</summary>
    Drafted,

    /// <summary>It may be posted.</summary>
    Approved,

    /// <summary>The platform has it.</summary>
    Sent,

    /// <summary>The platform was asked and its answer was lost: nobody posts it again without looking.</summary>
    Unknown,

    /// <summary>The platform or a rule of ours refused it.</summary>
    Suppressed,

    /// <summary>Somebody threw it away.</summary>
    Discarded,
}
