using Azure;
using Azure.Data.Tables;
using SupportPipeline.AzureSdk.Tests;
using SupportPipeline.Testing;

namespace SupportPipeline.Platform;

[Collection("Azurite")]
public sealed class GroupCommitTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Rows_of_concurrent_callers_are_stored_in_few_transactions()
    {
        var counter = new CountingPolicy();
        var table = await TableAsync("GroupCommitFew", counter);
        counter.Reset();
        var writes = new GroupCommit(table, TimeSpan.FromMilliseconds(20));

        await Task.WhenAll(
            Enumerable.Range(0, 150).Select(i => writes.UpsertAsync(new TableEntity("p", $"{i:D3}") { ["N"] = i }, CancellationToken.None))
        );

        Assert.Equal(150, await CountAsync(table));
        Assert.InRange(counter.Count, 2, 4);
    }

    [Fact]
    public async Task The_same_row_twice_keeps_the_later()
    {
        var table = await TableAsync("GroupCommitLater");
        var writes = new GroupCommit(table, TimeSpan.FromMilliseconds(20));

        await Task.WhenAll(
            writes.UpsertAsync(new TableEntity("p", "same") { ["N"] = 1 }, CancellationToken.None),
            writes.UpsertAsync(new TableEntity("p", "other") { ["N"] = 3 }, CancellationToken.None),
            writes.UpsertAsync(new TableEntity("p", "same") { ["N"] = 2 }, CancellationToken.None)
        );

        Assert.Equal(2, (await table.GetEntityAsync<TableEntity>("p", "same")).Value.GetInt32("N"));
        Assert.Equal(2, await CountAsync(table));
    }

    [Fact]
    public async Task Every_caller_hears_of_a_failure()
    {
        var service = new TableServiceClient(azurite.ConnectionString);
        var writes = new GroupCommit(service.GetTableClient("GroupCommitMissing"), TimeSpan.FromMilliseconds(5));

        var failures = await Task.WhenAll(
            Enumerable
                .Range(0, 3)
                .Select(i =>
                    Assert.ThrowsAnyAsync<RequestFailedException>(() =>
                        writes.UpsertAsync(new TableEntity("p", $"{i}"), CancellationToken.None)
                    )
                )
        );

        Assert.All(failures, failure => Assert.Equal(404, failure.Status));
    }

    [Fact]
    public async Task A_partition_that_ran_empty_is_used_again()
    {
        var table = await TableAsync("GroupCommitAgain");
        var writes = new GroupCommit(table, TimeSpan.FromMilliseconds(1));

        for (var i = 0; i < 20; i++)
        {
            await writes.UpsertAsync(new TableEntity("p", $"{i}"), CancellationToken.None);
        }

        Assert.Equal(20, await CountAsync(table));
    }

    private async Task<TableClient> TableAsync(string name, CountingPolicy? counter = null)
    {
        var options = new TableClientOptions();
        if (counter is not null)
        {
            options.AddPolicy(counter, Azure.Core.HttpPipelinePosition.PerRetry);
        }

        var table = new TableClient(azurite.ConnectionString, name, options);
        await table.CreateIfNotExistsAsync();
        return table;
    }

    private static async Task<int> CountAsync(TableClient table)
    {
        var count = 0;
        await foreach (var _ in table.QueryAsync<TableEntity>())
        {
            count++;
        }

        return count;
    }
}
