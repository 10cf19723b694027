using SupportPipeline.Cases;

namespace SupportPipeline.LocalHost.Audit;

/// <summary>A reply stands in the outbox of its case.</summary>
/// <param name="Case">The case.</param>
/// <param name="Reply">Its id.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Reason">Why it stands there.</param>
/// <param name="CreatedAt">When it was written.</param>
/// <param name="SaysWhy">Whether the timeline says how it came to be where it is.</param>
internal sealed record ReplyStored(string Case, string Reply, ReplyState State, string Reason, DateTimeOffset CreatedAt, bool SaysWhy)
    : Fact
{
    public override Subject Subject => Subject.Reply(Case, Reply);
}

/// <summary>A queue message will bring a reply to attention.</summary>
internal sealed record ReplyQueued(string Case, string Reply, string Queue) : Fact
{
    public override Subject Subject => Subject.Reply(Case, Reply);
}

/// <summary>The delivery of a reply was given up, and a person is told.</summary>
internal sealed record ReplyDead(string Case, string Reply, string Where) : Fact
{
    public override Subject Subject => Subject.Reply(Case, Reply);
}

/// <summary>A reply has a slot in the send ledger: it was tried.</summary>
internal sealed record SlotTaken(string Case, string Reply, string Slot) : Fact
{
    public override Subject Subject => Subject.Reply(Case, Reply);
}

/// <summary>The mail service accepted a mail with a reply's custom arguments.</summary>
internal sealed record MailAccepted(string Case, string Reply, string ProviderMessageId) : Fact
{
    public override Subject Subject => Subject.Reply(Case, Reply);
}

/// <summary>The mail service accepted a mail with a Message-ID.</summary>
/// <param name="MessageId">The Message-ID header.</param>
/// <param name="Reply">The reply, or whatever else, that its custom arguments name; null when they name nothing.</param>
internal sealed record MailNamed(string MessageId, string? Reply) : Fact
{
    public override Subject Subject => new(SubjectKind.Mail, MessageId);
}
