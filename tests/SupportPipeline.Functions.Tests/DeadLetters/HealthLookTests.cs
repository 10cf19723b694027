using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SupportPipeline.AzureSdk.Tests;
using SupportPipeline.Platform;
using SupportPipeline.Testing;

namespace SupportPipeline.DeadLetters;

[Collection("Azurite")]
public sealed class HealthLookTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task It_says_how_many_dead_letters_wait_and_asks_storage_once_in_ten_seconds()
    {
        var (clock, operations) = (new FixedClock { Now = DateTimeOffset.UnixEpoch }, new CountingPolicy());
        await using var services = Pipeline.Create(
            azurite.ConnectionString,
            clock,
            services => services.AddSingleton<HttpPipelinePolicy>(operations)
        );
        await services.GetRequiredService<StorageProvisioner>().EnsureCreatedAsync(CancellationToken.None);
        var look = services.GetRequiredService<HealthLook>();
        operations.Reset();

        var seen = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => look.LookAsync(CancellationToken.None)));
        var once = operations.Count;
        clock.Now = clock.Now.AddSeconds(10);
        await look.LookAsync(CancellationToken.None);

        Assert.All(seen, health => Assert.Equal("ready", health.Status));
        Assert.Equal(StorageNames.Queues.Order(StringComparer.Ordinal), seen[0].DeadLetters.Keys);
        Assert.Equal(StorageNames.Queues.Count + 1, once);
        Assert.Equal(once * 2, operations.Count);
    }

    [Fact]
    public async Task A_timed_job_that_missed_a_run_is_named_until_it_runs_again()
    {
        var (clock, job) = (new FixedClock(), new TimedJob("job-of-this-test", TimeSpan.FromMinutes(15)));
        await using var services = Pipeline.Create(azurite.ConnectionString, clock);
        await services.GetRequiredService<StorageProvisioner>().EnsureCreatedAsync(CancellationToken.None);
        var jobs = new TimedJobs(services.GetRequiredService<TableServiceClient>(), [job]);
        using var look = new HealthLook(services.GetRequiredService<DeadLetterStore>(), jobs, new ConfigurationManager(), clock);
        await jobs.RanAsync(job, clock.Now, CancellationToken.None);

        clock.Now += job.Every + TimeSpan.FromMinutes(2);
        var inTime = await look.LookAsync(CancellationToken.None);
        clock.Now = clock.Now.AddSeconds(11);
        var late = await look.LookAsync(CancellationToken.None);
        await jobs.RanAsync(job, clock.Now, CancellationToken.None);
        clock.Now = clock.Now.AddSeconds(11);
        var again = await look.LookAsync(CancellationToken.None);

        Assert.Equal((HealthDocument.Ready, 0), (inTime.Status, inTime.LateJobs.Count));
        Assert.Equal(HealthDocument.Degraded, late.Status);
        Assert.Equal([job.Name], late.LateJobs);
        Assert.Equal((HealthDocument.Ready, 0), (again.Status, again.LateJobs.Count));
    }

    [Fact]
    public async Task Without_storage_it_is_not_ready_and_names_nothing()
    {
        await using var services = Pipeline.Create(
            "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=Zm9v;BlobEndpoint=http://127.0.0.1:9/devstoreaccount1;QueueEndpoint=http://127.0.0.1:9/devstoreaccount1;TableEndpoint=http://127.0.0.1:9/devstoreaccount1;"
        );

        var answer = await new ShowHealth(services.GetRequiredService<HealthLook>()).RunAsync(
            new DefaultHttpContext().Request,
            CancellationToken.None
        );

        Assert.Equal(503, ((IStatusCodeHttpResult)answer).StatusCode);
        Assert.Equal("storage-unavailable", ((HealthDocument)((IValueHttpResult)answer).Value!).Status);
    }
}
