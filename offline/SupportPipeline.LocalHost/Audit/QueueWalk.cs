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
                see(LetterReading.Read(message.Body.ToString(), queue, message.MessageId, QueueSight.HoldsDead(queue)));
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
}

/// <summary>What a queue showed.</summary>
/// <param name="Queue">Its name.</param>
/// <param name="Messages">How many messages it holds.</param>
/// <param name="Read">How many of them could be read.</param>
internal sealed record QueueSight(string Queue, int Messages, int Read)
{
    public int Unread => Messages - Read;

    public bool IsDead => HoldsDead(Queue);

    /// <summary>Whether a queue holds what was given up.</summary>
    public static bool HoldsDead(string queue) => queue.EndsWith(StorageNames.PoisonSuffix, StringComparison.Ordinal);
}
