using System.Diagnostics.Metrics;
using Azure.Storage.Queues;
using Microsoft.Extensions.DependencyInjection;
using SupportPipeline.AzureSdk.Tests;
using SupportPipeline.Platform;
using SupportPipeline.Testing;

namespace SupportPipeline.DeadLetters;

[Collection("Azurite")]
public sealed class QueueWatchTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task It_says_of_every_queue_how_long_its_first_message_waits_and_how_many_there_are()
    {
        var clock = new FixedClock { Now = TimeProvider.System.GetUtcNow().AddMinutes(10) };
        await using var services = Pipeline.Create(azurite.ConnectionString, clock);
        await services.GetRequiredService<StorageProvisioner>().EnsureCreatedAsync(CancellationToken.None);
        var queues = services.GetRequiredService<QueueServiceClient>();
        foreach (var name in StorageNames.Queues)
        {
            await queues.GetQueueClient(name).ClearMessagesAsync();
        }

        await queues.GetQueueClient(StorageNames.NoticeBatchesQueue).SendMessageAsync("first");
        await queues.GetQueueClient(StorageNames.NoticeBatchesQueue).SendMessageAsync("second");
        await queues.GetQueueClient(StorageNames.OutboundRepliesQueue).SendMessageAsync("later", TimeSpan.FromHours(1));
        var (ages, counts) = (new Dictionary<string, double>(StringComparer.Ordinal), new Dictionary<string, int>(StringComparer.Ordinal));
        using var listener = Listen(ages, counts);

        await services.GetRequiredService<QueueWatch>().RunAsync(CancellationToken.None);

        Assert.Equal(
            StorageNames
                .Queues.Concat(StorageNames.Queues.Select(queue => queue + StorageNames.PoisonSuffix))
                .Order(StringComparer.Ordinal),
            ages.Keys.Order(StringComparer.Ordinal)
        );
        Assert.InRange(ages[StorageNames.NoticeBatchesQueue], 570, 630);
        Assert.Equal(0, ages[StorageNames.OutboundRepliesQueue]);
        Assert.Equal(
            (2, 1, 0),
            (counts[StorageNames.NoticeBatchesQueue], counts[StorageNames.OutboundRepliesQueue], counts[StorageNames.FollowUpsQueue])
        );
        await queues.GetQueueClient(StorageNames.NoticeBatchesQueue).ClearMessagesAsync();
        await queues.GetQueueClient(StorageNames.OutboundRepliesQueue).ClearMessagesAsync();
    }

    private static MeterListener Listen(Dictionary<string, double> ages, Dictionary<string, int> counts)
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listening) =>
            {
                if (instrument.Name is "supportpipeline.queue.age" or "supportpipeline.queue.messages")
                {
                    listening.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<double>((_, value, tags, _) => Keep(ages, tags, value));
        listener.SetMeasurementEventCallback<int>((_, value, tags, _) => Keep(counts, tags, value));
        listener.Start();
        return listener;
    }

    private static void Keep<T>(Dictionary<string, T> into, ReadOnlySpan<KeyValuePair<string, object?>> tags, T value)
    {
        lock (into)
        {
            into[(string)tags[0].Value!] = value;
        }
    }
}
