using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace SupportPipeline.Platform;

/// <summary>Puts pointers on queues. Only the root of a function calls it.</summary>
public sealed class QueueSender(QueueServiceClient queues)
{
    private readonly QueueClient _inbound = queues.GetQueueClient(StorageNames.InboundMessagesQueue);
    private readonly QueueClient _outbound = queues.GetQueueClient(StorageNames.OutboundRepliesQueue);
    private readonly QueueClient _followUps = queues.GetQueueClient(StorageNames.FollowUpsQueue);
    private readonly QueueClient _deliveryEvents = queues.GetQueueClient(StorageNames.DeliveryEventsQueue);
    private readonly QueueClient _noticeFreezes = queues.GetQueueClient(StorageNames.NoticeFreezesQueue);
    private readonly QueueClient _noticeBatches = queues.GetQueueClient(StorageNames.NoticeBatchesQueue);
    private readonly QueueClient _customerErasures = queues.GetQueueClient(StorageNames.CustomerErasuresQueue);
    private readonly QueueClient _statusPublications = queues.GetQueueClient(StorageNames.StatusPublicationsQueue);
    private readonly QueueClient _subscriptionMails = queues.GetQueueClient(StorageNames.SubscriptionMailsQueue);
    private readonly QueueClient _inboundMentions = queues.GetQueueClient(StorageNames.InboundMentionsQueue);
    private readonly QueueClient _publicReplies = queues.GetQueueClient(StorageNames.PublicRepliesQueue);
    private readonly QueueClient _mentionAlerts = queues.GetQueueClient(StorageNames.MentionAlertsQueue);

    /// <summary>Announces a received message.</summary>
    public Task SendAsync(MessageReceived message, CancellationToken cancellationToken) =>
        SendAsync(_inbound, QueueMessageNames.MessageReceived, message, QueueJson.Default.MessageReceived, null, cancellationToken);

    /// <summary>Announces a received message again, later.</summary>
    public Task SendAsync(MessageReceived message, TimeSpan after, CancellationToken cancellationToken) =>
        SendAsync(_inbound, QueueMessageNames.MessageReceived, message, QueueJson.Default.MessageReceived, after, cancellationToken);

    /// <summary>Announces that a reply is due after a while; the platform allows up to 7 days.</summary>
    public Task SendAsync(ReplyDue reply, TimeSpan after, CancellationToken cancellationToken) =>
        SendAsync(_outbound, QueueMessageNames.ReplyDue, reply, QueueJson.Default.ReplyDue, after, cancellationToken);

    /// <summary>Announces that a follow-up is due.</summary>
    public Task SendAsync(FollowUpDue followUp, CancellationToken cancellationToken) =>
        SendAsync(_followUps, QueueMessageNames.FollowUpDue, followUp, QueueJson.Default.FollowUpDue, null, cancellationToken);

    /// <summary>Announces kept delivery events.</summary>
    public Task SendAsync(DeliveryEventsReceived received, CancellationToken cancellationToken) =>
        SendAsync(
            _deliveryEvents,
            QueueMessageNames.DeliveryEventsReceived,
            received,
            QueueJson.Default.DeliveryEventsReceived,
            null,
            cancellationToken
        );

    /// <summary>Announces a part of an erasure.</summary>
    public Task SendAsync(CustomerErasureDue erasure, CancellationToken cancellationToken) =>
        SendAsync(
            _customerErasures,
            QueueMessageNames.CustomerErasureDue,
            erasure,
            QueueJson.Default.CustomerErasureDue,
            null,
            cancellationToken
        );

    /// <summary>Announces that the status page is to be published, after a while.</summary>
    /// <returns>By what it can be taken back.</returns>
    public Task<SendReceipt> SendAsync(StatusChanged change, TimeSpan after, CancellationToken cancellationToken) =>
        SendAsync(_statusPublications, QueueMessageNames.StatusChanged, change, QueueJson.Default.StatusChanged, after, cancellationToken);

    /// <summary>Takes back what was announced of the status page; nothing happens when it was seen to already.</summary>
    public async Task TakeBackAsync(SendReceipt announced, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(announced);
        try
        {
            await _statusPublications.DeleteMessageAsync(announced.MessageId, announced.PopReceipt, cancellationToken);
        }
        catch (RequestFailedException gone) when (gone.Status is 400 or 404)
        {
            // Somebody has it, or had it.
        }
    }

    /// <summary>Announces a request for notices.</summary>
    public Task SendAsync(SubscriptionRequested request, CancellationToken cancellationToken) =>
        SendAsync(
            _subscriptionMails,
            QueueMessageNames.SubscriptionRequested,
            request,
            QueueJson.Default.SubscriptionRequested,
            null,
            cancellationToken
        );

    /// <summary>Announces that an audience is to be frozen.</summary>
    public Task SendAsync(NoticeFreezeDue freeze, CancellationToken cancellationToken) =>
        SendAsync(_noticeFreezes, QueueMessageNames.NoticeFreezeDue, freeze, QueueJson.Default.NoticeFreezeDue, null, cancellationToken);

    /// <summary>Announces a slice that is to be told.</summary>
    public Task SendAsync(NoticeSliceDue slice, CancellationToken cancellationToken) =>
        SendAsync(_noticeBatches, QueueMessageNames.NoticeSliceDue, slice, QueueJson.Default.NoticeSliceDue, null, cancellationToken);

    /// <summary>Announces kept payloads of platforms.</summary>
    public Task SendAsync(MentionsReceived received, CancellationToken cancellationToken) =>
        SendAsync(
            _inboundMentions,
            QueueMessageNames.MentionsReceived,
            received,
            QueueJson.Default.MentionsReceived,
            null,
            cancellationToken
        );

    /// <summary>Announces that a public reply is to be posted, after a while; the platform allows up to 7 days.</summary>
    public Task SendAsync(PublicReplyDue reply, TimeSpan? after, CancellationToken cancellationToken) =>
        SendAsync(_publicReplies, QueueMessageNames.PublicReplyDue, reply, QueueJson.Default.PublicReplyDue, after, cancellationToken);

    /// <summary>Announces an alert.</summary>
    public Task SendAsync(MentionAlertDue alert, CancellationToken cancellationToken) =>
        SendAsync(_mentionAlerts, QueueMessageNames.MentionAlertDue, alert, QueueJson.Default.MentionAlertDue, null, cancellationToken);

    /// <summary>Reads a pointer of the expected kind.</summary>
    /// <exception cref="FormatException">The message is not an envelope of that name and version: it ends as a dead letter.</exception>
    internal static T Read<T>(string queueMessage, string name, JsonTypeInfo<T> type)
    {
        try
        {
            var envelope = JsonSerializer.Deserialize(queueMessage, QueueJson.Default.QueueEnvelope);
            if (envelope is { Version: 1 } && envelope.Name == name && envelope.Data.Deserialize(type) is { } data)
            {
                return data;
            }
        }
        catch (JsonException exception)
        {
            throw new FormatException($"A queue message is not JSON where '{name}' version 1 was expected.", exception);
        }

        throw new FormatException($"A queue message is not '{name}' version 1.");
    }

    private static async Task<SendReceipt> SendAsync<T>(
        QueueClient queue,
        string name,
        T data,
        JsonTypeInfo<T> type,
        TimeSpan? after,
        CancellationToken cancellationToken
    )
    {
        using var span = QueueTraces.Send(queue.Name);
        var envelope = new QueueEnvelope(name, 1, JsonSerializer.SerializeToElement(data, type), QueueTraces.Current);
        var text = JsonSerializer.Serialize(envelope, QueueJson.Default.QueueEnvelope);

        // -1 second: the message never expires. A backlog of more than the default 7 days must not lose mail.
        return await queue.SendMessageAsync(
            text,
            visibilityTimeout: after,
            timeToLive: TimeSpan.FromSeconds(-1),
            cancellationToken: cancellationToken
        );
    }
}
