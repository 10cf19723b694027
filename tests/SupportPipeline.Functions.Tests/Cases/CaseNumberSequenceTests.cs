using Microsoft.Extensions.DependencyInjection;
using SupportPipeline.AzureSdk.Tests;
using SupportPipeline.Platform;
using SupportPipeline.Testing;

namespace SupportPipeline.Cases;

[Collection("Azurite")]
public sealed class CaseNumberSequenceTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Processes_that_count_at_once_never_give_the_same_number()
    {
        await using var one = Pipeline.Create(azurite.ConnectionString, settings: ("Cases:NumberBlock", "3"));
        await using var two = Pipeline.Create(azurite.ConnectionString, settings: ("Cases:NumberBlock", "5"));
        await one.GetRequiredService<StorageProvisioner>().EnsureCreatedAsync(CancellationToken.None);
        var sequences = new[] { one, two }.Select(services => services.GetRequiredService<CaseNumberSequence>()).ToArray();

        var numbers = await Task.WhenAll(Enumerable.Range(0, 60).Select(i => sequences[i % 2].NextAsync(CancellationToken.None)));

        Assert.Equal(60, numbers.Distinct().Count());
    }
}
