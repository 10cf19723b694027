using Azure.Core.Pipeline;
using Microsoft.AspNetCore.Http;
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
        var (clock, operations) = (new FixedClock(), new CountingPolicy());
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
        Assert.Equal(StorageNames.Queues.Count, once);
        Assert.Equal(once * 2, operations.Count);
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
