using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Queues;
using Microsoft.Extensions.DependencyInjection;
using SupportPipeline.LocalHost.Faults;
using SupportPipeline.Platform;

namespace SupportPipeline.LocalHost.Tests.Hosting;

public sealed class StorageFaultTests : IAsyncLifetime
{
    private SampleHost _host = null!;

    public async Task InitializeAsync() => _host = await SampleHost.StartAsync(typeof(HttpSample));

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Refuses_as_often_as_planned()
    {
        Faults.Plan(
            new()
            {
                Target = "storage",
                Status = 503,
                Count = 2,
            }
        );
        var queue = ProductClient("refused");
        for (var attempt = 0; attempt < 2; attempt++)
        {
            Assert.Equal(503, (await Assert.ThrowsAsync<RequestFailedException>(() => queue.CreateAsync())).Status);
        }

        Assert.Equal(201, (await queue.CreateAsync()).Status);
    }

    [Fact]
    public async Task A_refusal_is_no_success_and_is_tried_again()
    {
        var table = _host.Run.Services.GetRequiredService<TableServiceClient>().GetTableClient(StorageNames.CountersTable);
        Faults.Plan(new() { Target = "storage", Status = 503 });

        await table.AddEntityAsync(new TableEntity("refused", "once"));

        Assert.True((await table.GetEntityIfExistsAsync<TableEntity>("refused", "once")).HasValue);
    }

    [Fact]
    public async Task Cuts_the_connection_after_the_request_was_done()
    {
        var queue = ProductClient("cut");
        await queue.CreateAsync();
        Faults.Plan(new() { Target = "storage", DropAnswer = true });
        await Assert.ThrowsAsync<IOException>(() => queue.SendMessageAsync("done"));
        Assert.Equal("done", (await queue.ReceiveMessageAsync()).Value.MessageText);
    }

    [Fact]
    public async Task Counts_requests_by_operation()
    {
        var queue = ProductClient("counted");
        var before = _host.Run.StorageOperations.Snapshot();
        await queue.CreateAsync();
        await queue.SendMessageAsync("1");
        await queue.SendMessageAsync("2");
        await queue.ReceiveMessageAsync();
        var added = _host.Run.StorageOperations.Snapshot().Since(before);
        Assert.Equal(
            [("queue create", 1), ("queue get", 1), ("queue put", 2)],
            added.Counts.Select(count => (count.Key, count.Value)).Order()
        );
    }

    private FaultInjection Faults => _host.Run.Services.GetRequiredService<FaultInjection>();

    private QueueClient ProductClient(string name)
    {
        var options = new QueueClientOptions();
        options.Retry.MaxRetries = 0;
        foreach (var policy in _host.Run.Services.GetServices<HttpPipelinePolicy>())
        {
            options.AddPolicy(policy, HttpPipelinePosition.PerRetry);
        }

        return new(_host.Run.StorageConnectionString, name, options);
    }
}
