namespace SupportPipeline.LocalHost.Audit;

/// <summary>A payload was kept at the front door.</summary>
internal sealed record PayloadKept(string Message, string Blob) : Fact
{
    public override Subject Subject => Subject.Message(Message);
}

/// <summary>A sender got 2xx for a message.</summary>
internal sealed record PostAnswered(string Message) : Fact
{
    public override Subject Subject => Subject.Message(Message);
}

/// <summary>
/// A payload without any other trace says what another message says that is in a case: the process died before it answered, and the sender, who
/// got no 2xx, sent it again. It was never accepted.
/// </summary>
internal sealed record PayloadRepeated(string Message, string Twin, string Case) : Fact
{
    public override Subject Subject => Subject.Message(Message);
}

/// <summary>A message stands in a case.</summary>
/// <param name="Message">Its id.</param>
/// <param name="Case">The case.</param>
/// <param name="Channel">How it came; mails are claimed in <c>Threads</c> first.</param>
/// <param name="Payload">The blob it was read from.</param>
/// <param name="Attachments">The blobs its row names.</param>
internal sealed record MessageStored(string Message, string Case, string Channel, string? Payload, IReadOnlyList<string> Attachments) : Fact
{
    public override Subject Subject => Subject.Message(Message);
}

/// <summary>A message was claimed for a case.</summary>
internal sealed record MessageClaimed(string Message, string Case) : Fact
{
    public override Subject Subject => Subject.Message(Message);
}

/// <summary>A message waits on a queue.</summary>
/// <param name="Message">Its id.</param>
/// <param name="Queue">The queue.</param>
/// <param name="Read">False when the queue only says how many it holds, and this message has to be one of them.</param>
internal sealed record MessageQueued(string Message, string Queue, bool Read) : Fact
{
    public override Subject Subject => Subject.Message(Message);
}

/// <summary>A message was given up, and a person is told.</summary>
internal sealed record MessageDead(string Message, string Where) : Fact
{
    public override Subject Subject => Subject.Message(Message);
}

/// <summary>A case's timeline says that a message came which it holds already.</summary>
internal sealed record DuplicateNoted(string Message, string Case, string Original) : Fact
{
    public override Subject Subject => Subject.Message(Message);
}

/// <summary>A message is what another one repeats, as <see cref="DuplicateNoted"/> says.</summary>
internal sealed record OriginalNamed(string Message, string Copy) : Fact
{
    public override Subject Subject => Subject.Message(Message);
}

/// <summary>An attachment, or a text too long for a row, is kept.</summary>
internal sealed record AttachmentKept(string Message, string Blob) : Fact
{
    public override Subject Subject => Subject.Message(Message);
}

/// <summary>A message has claimed to be the first delivery of an external message.</summary>
/// <param name="Thread">The hash of the external id.</param>
/// <param name="Fingerprint">What the mail says.</param>
/// <param name="Message">Who claims it.</param>
internal sealed record DeliveryClaimed(string Thread, string Fingerprint, string Message) : Fact
{
    public override Subject Subject => new(SubjectKind.Delivery, $"{Thread}/{Fingerprint}");
}
