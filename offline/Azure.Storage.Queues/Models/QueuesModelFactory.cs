namespace Azure.Storage.Queues.Models;

/// <summary>Makes models for tests.</summary>
public static class QueuesModelFactory
{
    public static QueueMessage QueueMessage(
        string messageId,
        string popReceipt,
        string messageText,
        long dequeueCount,
        DateTimeOffset? nextVisibleOn = null,
        DateTimeOffset? insertedOn = null,
        DateTimeOffset? expiresOn = null
    ) => QueueMessage(messageId, popReceipt, Body(messageText), dequeueCount, nextVisibleOn, insertedOn, expiresOn);

    public static QueueMessage QueueMessage(
        string messageId,
        string popReceipt,
        BinaryData body,
        long dequeueCount,
        DateTimeOffset? nextVisibleOn = null,
        DateTimeOffset? insertedOn = null,
        DateTimeOffset? expiresOn = null
    ) =>
        new()
        {
            MessageId = messageId,
            PopReceipt = popReceipt,
            Body = body,
            DequeueCount = dequeueCount,
            NextVisibleOn = nextVisibleOn,
            InsertedOn = insertedOn,
            ExpiresOn = expiresOn,
        };

    public static PeekedMessage PeekedMessage(
        string messageId,
        string messageText,
        long dequeueCount,
        DateTimeOffset? insertedOn = null,
        DateTimeOffset? expiresOn = null
    ) => PeekedMessage(messageId, Body(messageText), dequeueCount, insertedOn, expiresOn);

    public static PeekedMessage PeekedMessage(
        string messageId,
        BinaryData message,
        long dequeueCount,
        DateTimeOffset? insertedOn = null,
        DateTimeOffset? expiresOn = null
    ) =>
        new()
        {
            MessageId = messageId,
            Body = message,
            DequeueCount = dequeueCount,
            InsertedOn = insertedOn,
            ExpiresOn = expiresOn,
        };

    public static SendReceipt SendReceipt(
        string messageId,
        DateTimeOffset insertionTime,
        DateTimeOffset expirationTime,
        string popReceipt,
        DateTimeOffset timeNextVisible
    ) =>
        new()
        {
            MessageId = messageId,
            InsertionTime = insertionTime,
            ExpirationTime = expirationTime,
            PopReceipt = popReceipt,
            TimeNextVisible = timeNextVisible,
        };

    public static UpdateReceipt UpdateReceipt(string popReceipt, DateTimeOffset nextVisibleOn) =>
        new() { PopReceipt = popReceipt, NextVisibleOn = nextVisibleOn };

    public static QueueItem QueueItem(string name, IDictionary<string, string> metadata = null) =>
        new() { Name = name, Metadata = metadata };

    public static QueueProperties QueueProperties(IDictionary<string, string> metadata, int approximateMessagesCount) =>
        QueueProperties(metadata, (long)approximateMessagesCount);

    public static QueueProperties QueueProperties(IDictionary<string, string> metadata, long approximateMessagesCount) =>
        new() { Metadata = metadata, ApproximateMessagesCountLong = approximateMessagesCount };

    private static BinaryData Body(string text) => text is null ? null : BinaryData.FromString(text);
}
