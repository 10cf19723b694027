using System.Text.Json;
using System.Text.Json.Serialization;

namespace SupportPipeline.Platform;

/// <summary>What every queue message looks like: a stable name, a version and a small pointer. Content lives in blobs and tables.</summary>
/// <param name="Name">A name of <see cref="QueueMessageNames"/>, never a CLR type name.</param>
/// <param name="Version">Raised when the data changes in a way an older reader cannot understand.</param>
/// <param name="Data">The pointer.</param>
/// <param name="TraceParent">The span that sent it, as W3C Trace Context writes it; left out when nobody records.</param>
internal sealed record QueueEnvelope(
    string Name,
    int Version,
    JsonElement Data,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? TraceParent = null
);

/// <summary>The registry of queue message names.</summary>
internal static class QueueMessageNames
{
    /// <summary><see cref="MessageReceived"/> on <see cref="StorageNames.InboundMessagesQueue"/>.</summary>
    public const string MessageReceived = "message-received";

    /// <summary><see cref="ReplyDue"/> on <see cref="StorageNames.OutboundRepliesQueue"/>.</summary>
    public const string ReplyDue = "reply-due";

    /// <summary><see cref="FollowUpDue"/> on <see cref="StorageNames.FollowUpsQueue"/>.</summary>
    public const string FollowUpDue = "follow-up-due";

    /// <summary><see cref="Platform.CustomerErasureDue"/> on <see cref="StorageNames.CustomerErasuresQueue"/>.</summary>
    public const string CustomerErasureDue = "customer-erasure-due";

    /// <summary><see cref="Platform.NoticeFreezeDue"/> on <see cref="StorageNames.NoticeFreezesQueue"/>.</summary>
    public const string NoticeFreezeDue = "notice-freeze-due";

    /// <summary><see cref="Platform.NoticeSliceDue"/> on <see cref="StorageNames.NoticeBatchesQueue"/>.</summary>
    public const string NoticeSliceDue = "notice-slice-due";

    /// <summary><see cref="DeliveryEventsReceived"/> on <see cref="StorageNames.DeliveryEventsQueue"/>.</summary>
    public const string DeliveryEventsReceived = "delivery-events-received";

    /// <summary><see cref="Platform.StatusChanged"/> on <see cref="StorageNames.StatusPublicationsQueue"/>.</summary>
    public const string StatusChanged = "status-changed";

    /// <summary><see cref="Platform.SubscriptionRequested"/> on <see cref="StorageNames.SubscriptionMailsQueue"/>.</summary>
    public const string SubscriptionRequested = "subscription-requested";

    /// <summary><see cref="Platform.MentionsReceived"/> on <see cref="StorageNames.InboundMentionsQueue"/>.</summary>
    public const string MentionsReceived = "mentions-received";

    /// <summary><see cref="Platform.PublicReplyDue"/> on <see cref="StorageNames.PublicRepliesQueue"/>.</summary>
    public const string PublicReplyDue = "public-reply-due";

    /// <summary><see cref="Platform.MentionAlertDue"/> on <see cref="StorageNames.MentionAlertsQueue"/>.</summary>
    public const string MentionAlertDue = "mention-alert-due";
}

/// <summary>A message was received and its payload is kept.</summary>
/// <param name="MessageId">The id given at receipt; its time is the time of receipt.</param>
/// <param name="Channel">How it came: <c>email</c>, or <c>social</c> for a public mention.</param>
/// <param name="RawBlob">The blob in <see cref="StorageNames.RawMessagesContainer"/> that holds the payload exactly as received.</param>
public sealed record MessageReceived(string MessageId, string Channel, string RawBlob);

/// <summary>A reply in the outbox of a case waits to be delivered.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="ReplyId">The reply.</param>
public sealed record ReplyDue(string CaseId, string ReplyId);

/// <summary>Something that was scheduled is due.</summary>
/// <param name="Kind">What for.</param>
/// <param name="Cause">What makes it unique with its kind and subject.</param>
/// <param name="CaseId">The case; null for a customer's.</param>
/// <param name="CustomerId">The customer; null for a case's.</param>
/// <param name="At">When it was due.</param>
public sealed record FollowUpDue(string Kind, string Cause, string? CaseId, string? CustomerId, DateTimeOffset At);

/// <summary>The mail service told what became of mails, and its request is kept.</summary>
/// <param name="Blob">The blob in <see cref="StorageNames.DeliveryEventsContainer"/> that holds the request's body exactly as received.</param>
public sealed record DeliveryEventsReceived(string Blob);

/// <summary>A part of an erasure is to be done.</summary>
/// <param name="CustomerId">The record that holds the profile and the order.</param>
public sealed record CustomerErasureDue(string CustomerId);

/// <summary>Something the status page shows changed, or is about to: what is true then is to be published.</summary>
/// <param name="IncidentId">The incident; null when it is about the components, or about an incident that is only just being made.</param>
public sealed record StatusChanged(string? IncidentId);

/// <summary>Somebody asked for notices, and the request is kept.</summary>
/// <param name="RequestId">The request.</param>
public sealed record SubscriptionRequested(string RequestId);

/// <summary>The audience of a notice is to be frozen.</summary>
/// <param name="IncidentId">The incident.</param>
/// <param name="NoticeId">The notice.</param>
public sealed record NoticeFreezeDue(string IncidentId, string NoticeId);

/// <summary>A slice of a notice is to be told.</summary>
/// <param name="IncidentId">The incident.</param>
/// <param name="NoticeId">The notice.</param>
/// <param name="Slice">The number of the slice.</param>
public sealed record NoticeSliceDue(string IncidentId, string NoticeId, int Slice);

/// <summary>Platforms told of posts, and what they sent is kept.</summary>
/// <param name="Blob">The blob in <see cref="StorageNames.SocialPayloadsContainer"/> that holds one or more deliveries exactly as received.</param>
public sealed record MentionsReceived(string Blob);

/// <summary>A public reply waits to be posted.</summary>
/// <param name="MentionId">The mention it answers.</param>
/// <param name="ReplyId">The reply.</param>
public sealed record PublicReplyDue(string MentionId, string ReplyId);

/// <summary>An alert is to be told.</summary>
/// <param name="AlertId">The alert.</param>
public sealed record MentionAlertDue(string AlertId);

/// <summary>The JSON of queue messages.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(QueueEnvelope))]
[JsonSerializable(typeof(MessageReceived))]
[JsonSerializable(typeof(ReplyDue))]
[JsonSerializable(typeof(FollowUpDue))]
[JsonSerializable(typeof(CustomerErasureDue))]
[JsonSerializable(typeof(NoticeFreezeDue))]
[JsonSerializable(typeof(NoticeSliceDue))]
[JsonSerializable(typeof(DeliveryEventsReceived))]
[JsonSerializable(typeof(StatusChanged))]
[JsonSerializable(typeof(SubscriptionRequested))]
[JsonSerializable(typeof(MentionsReceived))]
[JsonSerializable(typeof(PublicReplyDue))]
[JsonSerializable(typeof(MentionAlertDue))]
internal sealed partial class QueueJson : JsonSerializerContext;
