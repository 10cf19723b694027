using System.Text.Json;
using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using SupportPipeline.Platform;

namespace SupportPipeline.LocalHost.Audit;

/// <summary>
/// Looks at the queues without taking anything: the first visible messages can be peeked at, of the others a queue only says how many they are.
/// </summary>
internal sealed class QueueWalk(QueueServiceClient queues)
{
    private const int MaxPeek = 32;

    /// <summary>Queues that hold something.</summary>
    public List<QueueSight> Sights { get; } = [];

    public async Task WalkAsync(Action<Fact> see, CancellationToken cancellationToken)
    {
        foreach (var queue in StorageNames.Queues.SelectMany(name => new[] { name, name + StorageNames.PoisonSuffix }))
        {
            await LookAsync(queue, see, cancellationToken);
        }
    }

    private async Task LookAsync(string queue, Action<Fact> see, CancellationToken cancellationToken)
    {
        var client = queues.GetQueueClient(queue);
        try
        {
            var peeked = await PeekAsync(client, cancellationToken);
            var count = (await client.GetPropertiesAsync(cancellationToken)).Value.ApproximateMessagesCount;
            foreach (var message in peeked)
            {
                see(Read(queue, message));
            }

            if (count > 0 || peeked.Length > 0)
            {
                Sights.Add(new(queue, Math.Max(count, peeked.Length), peeked.Length));
            }
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            // A queue that was never created holds nothing.
        }
    }

    private static async Task<PeekedMessage[]> PeekAsync(QueueClient client, CancellationToken cancellationToken)
    {
        try
        {
            return (await client.PeekMessagesAsync(MaxPeek, cancellationToken)).Value;
        }
        catch (FormatException)
        {
            // One of them is not Base64: they are counted, not read.
            return [];
        }
    }

    private static Fact Read(string queue, PeekedMessage message)
    {
        var isDead = queue.EndsWith(StorageNames.PoisonSuffix, StringComparison.Ordinal);
        try
        {
            var envelope = JsonSerializer.Deserialize(message.Body, QueueJson.Default.QueueEnvelope);
            if (
                envelope?.Name == QueueMessageNames.MessageReceived
                && envelope.Data.Deserialize(QueueJson.Default.MessageReceived) is { } received
            )
            {
                return isDead ? new MessageDead(received.MessageId, queue) : new MessageQueued(received.MessageId, queue, Read: true);
            }

            if (envelope?.Name == QueueMessageNames.ReplyDue && envelope.Data.Deserialize(QueueJson.Default.ReplyDue) is { } due)
            {
                return isDead ? new ReplyDead(due.CaseId, due.ReplyId, queue) : new ReplyQueued(due.CaseId, due.ReplyId, queue);
            }
        }
        catch (JsonException)
        {
            // Whatever it is, it waits where a person can see it.
        }

        return isDead ? new UnknownDead($"{queue}/{message.MessageId}", queue) : new OtherQueued($"{queue}/{message.MessageId}");
    }
}

/// <summary>What a queue showed.</summary>
/// <param name="Queue">Its name.</param>
/// <param name="Messages">How many messages it holds.</param>
/// <param name="Read">How many of them could be read.</param>
internal sealed record QueueSight(string Queue, int Messages, int Read)
{
    public int Unread => Messages - Read;

    public bool IsDead => Queue.EndsWith(StorageNames.PoisonSuffix, StringComparison.Ordinal);
}
