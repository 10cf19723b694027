using System.Text.Json.Serialization;

namespace SupportPipeline.LocalHost.Audit;

/// <summary>
/// One thing the audit saw in one place of the account. Facts from different places that speak of the same subject are brought together, and the
/// rules judge each subject by its facts alone. A new kind of row is a new record here, its walk, and a line in <see cref="AuditRules"/>.
/// </summary>
[JsonPolymorphic]
[JsonDerivedType(typeof(PayloadKept), "payload")]
[JsonDerivedType(typeof(PostAnswered), "answered")]
[JsonDerivedType(typeof(PayloadRepeated), "repeated")]
[JsonDerivedType(typeof(MessageStored), "message")]
[JsonDerivedType(typeof(MessageClaimed), "claim")]
[JsonDerivedType(typeof(MessageQueued), "queued")]
[JsonDerivedType(typeof(MessageDead), "dead")]
[JsonDerivedType(typeof(DuplicateNoted), "duplicate")]
[JsonDerivedType(typeof(OriginalNamed), "original")]
[JsonDerivedType(typeof(AttachmentKept), "attachment")]
[JsonDerivedType(typeof(DeliveryClaimed), "delivery")]
[JsonDerivedType(typeof(CaseStored), "case")]
[JsonDerivedType(typeof(CaseNumbered), "numbered")]
[JsonDerivedType(typeof(CaseListed), "listed")]
[JsonDerivedType(typeof(WakeUpWanted), "wake-up")]
[JsonDerivedType(typeof(WakeUpScheduled), "scheduled")]
[JsonDerivedType(typeof(NumberTaken), "number")]
[JsonDerivedType(typeof(ReplyStored), "reply")]
[JsonDerivedType(typeof(ReplyQueued), "reply-queued")]
[JsonDerivedType(typeof(ReplyDead), "reply-dead")]
[JsonDerivedType(typeof(SlotTaken), "slot")]
[JsonDerivedType(typeof(MailAccepted), "mail")]
[JsonDerivedType(typeof(MailNamed), "mail-id")]
[JsonDerivedType(typeof(RecipientStored), "recipient")]
[JsonDerivedType(typeof(NoticeMailAccepted), "notice-mail")]
[JsonDerivedType(typeof(DeadLetterWaits), "letter")]
[JsonDerivedType(typeof(UnknownDead), "unknown-dead")]
[JsonDerivedType(typeof(OtherQueued), "other-queued")]
[JsonDerivedType(typeof(RowUnreadable), "unreadable")]
internal abstract record Fact
{
    /// <summary>What it is about.</summary>
    [JsonIgnore]
    public abstract Subject Subject { get; }
}

/// <summary>The kinds of things the rules judge.</summary>
internal enum SubjectKind
{
    /// <summary>A message, by the id it was given at the front door.</summary>
    Message,

    /// <summary>A delivery of one external message: its external id and what it says.</summary>
    Delivery,

    /// <summary>A case.</summary>
    Case,

    /// <summary>A time at which somebody looks at a case.</summary>
    WakeUp,

    /// <summary>A case number.</summary>
    Number,

    /// <summary>A reply of a case.</summary>
    Reply,

    /// <summary>A mail the mail service accepted, by its Message-ID.</summary>
    Mail,

    /// <summary>An address that a notice is for.</summary>
    Recipient,

    /// <summary>Something that belongs to none of these.</summary>
    Other,
}

/// <summary>What a fact is about.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Id">Unique in its kind.</param>
internal readonly record struct Subject(SubjectKind Kind, string Id)
{
    public static Subject Message(string id) => new(SubjectKind.Message, id);

    public static Subject Case(string id) => new(SubjectKind.Case, id);

    public static Subject Reply(string caseId, string replyId) => new(SubjectKind.Reply, $"{caseId}/{replyId}");

    /// <summary>One recipient of a notice, by the hash of the address.</summary>
    public static Subject Recipient(string notice, string address) => new(SubjectKind.Recipient, $"{notice}/{address}");

    public static Subject WakeUp(string caseId, string kind, string cause) => new(SubjectKind.WakeUp, $"{caseId}/{kind}/{cause}");

    /// <summary>As problems name it; ids only.</summary>
    public override string ToString() => $"{Kind.ToString().ToLowerInvariant()} {Id}";
}

/// <summary>The JSON lines in which facts wait on disk.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Fact))]
internal sealed partial class FactJson : JsonSerializerContext;
