using System.Diagnostics;
using Azure.Storage.Queues;
using Microsoft.Extensions.DependencyInjection;
using SupportPipeline.AzureSdk.Tests;
using SupportPipeline.Testing;

namespace SupportPipeline.Platform;

[Collection("Azurite")]
public sealed class QueueTracesTests(AzuriteFixture azurite)
{
    private const string Queue = StorageNames.FollowUpsQueue;

    private static readonly FollowUpDue Due = new("CheckIn", "trace", null, null, DateTimeOffset.UnixEpoch);

    [Fact]
    public async Task What_processes_a_message_is_below_what_sent_it()
    {
        await using var services = await StartAsync();
        var trace = ActivityTraceId.CreateRandom();
        var seen = new List<Activity>();
        using var listener = Listen(trace, seen);

        var text = await SendAsync(services, new ActivityContext(trace, ActivitySpanId.CreateRandom(), ActivityTraceFlags.Recorded));
        await services
            .GetRequiredService<QueueOutcomes>()
            .RunAsync(Queue, text, () => Task.FromResult<Outcome>(new Outcome.Completed()), CancellationToken.None);

        Assert.Equal([$"send {Queue}", $"process {Queue}"], seen.Select(span => span.DisplayName));
        Assert.Equal(seen[0].SpanId, seen[1].ParentSpanId);
        Assert.Equal([ActivityKind.Producer, ActivityKind.Consumer], seen.Select(span => span.Kind));
        Assert.All(seen, span => Assert.Equal(Queue, span.GetTagItem("messaging.destination.name")));
    }

    [Fact]
    public async Task A_failure_is_the_status_of_the_span()
    {
        await using var services = await StartAsync();
        var trace = ActivityTraceId.CreateRandom();
        var seen = new List<Activity>();
        using var listener = Listen(trace, seen);
        var text = await SendAsync(services, new ActivityContext(trace, ActivitySpanId.CreateRandom(), ActivityTraceFlags.Recorded));

        await Assert.ThrowsAsync<TimeoutException>(() =>
            services
                .GetRequiredService<QueueOutcomes>()
                .RunAsync(Queue, text, () => throw new TimeoutException("storage"), CancellationToken.None)
        );

        Assert.Equal((ActivityStatusCode.Error, nameof(TimeoutException)), (seen[^1].Status, seen[^1].StatusDescription));
    }

    [Fact]
    public async Task While_nobody_records_a_message_says_nothing_of_a_trace()
    {
        await using var services = await StartAsync();

        var text = await SendAsync(services, default);

        Assert.DoesNotContain("traceParent", text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(Due, QueueSender.Read(text, QueueMessageNames.FollowUpDue, QueueJson.Default.FollowUpDue));
    }

    [Fact]
    public void What_is_no_envelope_begins_a_trace_of_its_own()
    {
        var seen = new List<Activity>();
        using var listener = Listen(null, seen);

        using (var span = QueueTraces.Process("not-an-envelope", "{"))
        {
            Assert.NotNull(span);
            Assert.Equal(default, span.ParentSpanId);
        }
    }

    private static ActivityListener Listen(ActivityTraceId? trace, List<Activity> seen)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == QueueTraces.SourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> options) =>
                trace is null || options.TraceId == trace ? ActivitySamplingResult.AllDataAndRecorded : ActivitySamplingResult.None,
            ActivityStopped = activity =>
            {
                if (activity.TraceId == trace)
                {
                    seen.Add(activity);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    private async Task<ServiceProvider> StartAsync()
    {
        var services = Pipeline.Create(azurite.ConnectionString);
        await services.GetRequiredService<StorageProvisioner>().EnsureCreatedAsync(CancellationToken.None);
        await services.GetRequiredService<QueueServiceClient>().GetQueueClient(Queue).ClearMessagesAsync();
        return services;
    }

    private static async Task<string> SendAsync(ServiceProvider services, ActivityContext parent)
    {
        using var root =
            parent == default ? null : new Activity("root").SetParentId(parent.TraceId, parent.SpanId, parent.TraceFlags).Start();
        await services.GetRequiredService<QueueSender>().SendAsync(Due, CancellationToken.None);
        var queue = services.GetRequiredService<QueueServiceClient>().GetQueueClient(Queue);
        return (await queue.ReceiveMessagesAsync(1)).Value[0].Body.ToString();
    }
}
