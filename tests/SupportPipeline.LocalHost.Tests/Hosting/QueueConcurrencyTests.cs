namespace SupportPipeline.LocalHost.Tests.Hosting;

public sealed class QueueConcurrencyTests
{
    [Fact]
    public async Task Works_on_no_more_than_a_batch_and_the_threshold_at_once()
    {
        await using var host = await SampleHost.StartAsync(
            typeof(QueueSample),
            options =>
                options with
                {
                    Host = json => json with { Queues = SampleHost.Quick(json.Queues) with { BatchSize = 2, NewBatchThreshold = 1 } },
                }
        );
        for (var number = 0; number < 6; number++)
        {
            await host.Queue("slow").SendMessageAsync($"message {number}");
        }

        for (var begun = 0; begun < 2; begun++)
        {
            await host.Sample.Started.Reader.ReadAsync();
        }

        host.Sample.Gate.SetResult();
        await host.IdleAsync();
        Assert.InRange(host.Sample.MostAtOnce, 2, 3);
        Assert.Equal(6 - 2, host.Sample.Started.Reader.Count);
    }

    [Fact]
    public async Task Renews_the_lease_of_a_long_run_so_that_nobody_else_gets_the_message()
    {
        await using var host = await SampleHost.StartAsync(
            typeof(QueueSample),
            options =>
                options with
                {
                    Host = json => json with { Queues = SampleHost.Quick(json.Queues) with { Lease = TimeSpan.FromSeconds(2) } },
                }
        );
        await host.Queue("slow").SendMessageAsync("long");
        await host.Sample.Started.Reader.ReadAsync();
        var before = host.Run.StorageOperations.Snapshot();
        while (host.Run.StorageOperations.Snapshot().Since(before).Counts.GetValueOrDefault("queue update") < 3)
        {
            await Task.Delay(50);
        }

        host.Sample.Gate.SetResult();
        await host.IdleAsync();
        Assert.Equal(0, host.Sample.Started.Reader.Count);
    }
}
