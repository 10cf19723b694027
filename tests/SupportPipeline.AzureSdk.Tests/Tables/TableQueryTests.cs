using System.Runtime.Serialization;
using Azure;
using Azure.Data.Tables;

namespace SupportPipeline.AzureSdk.Tests.Tables;

public sealed class TableQueryTests(AzuriteFixture azurite) : TablesTest(azurite)
{
    [Fact]
    public async Task Follows_the_continuation_past_1000_entities()
    {
        await FillAsync(1_050);

        var numbers = await Table
            .QueryAsync<TableEntity>(entity => entity.PartitionKey == "p")
            .Select(e => e.GetInt32("Number")!.Value)
            .ToListAsync();

        Assert.Equal(Enumerable.Range(0, 1_050), numbers);
    }

    [Fact]
    public async Task Goes_on_from_a_saved_token()
    {
        await FillAsync(25);
        var query = Table.QueryAsync<TableEntity>("PartitionKey eq 'p'");

        var first = await query.AsPages(pageSizeHint: 10).FirstAsync();
        var rest = await Table
            .QueryAsync<TableEntity>("PartitionKey eq 'p'", maxPerPage: 10)
            .AsPages(first.ContinuationToken)
            .ToListAsync();

        Assert.Equal(10, first.Values.Count);
        Assert.Equal([10, 5], rest.Select(page => page.Values.Count));
        Assert.Equal("0010", rest[0].Values[0].RowKey);
        Assert.Null(rest[1].ContinuationToken);
    }

    [Fact]
    public async Task Finds_nothing_in_an_empty_table() => Assert.Empty(await Table.QueryAsync<EveryType>().ToListAsync());

    [Theory]
    [InlineData("O'Brien")]
    [InlineData("O'Brien' or PartitionKey ne 'x")]
    [InlineData("' or '' eq '")]
    [InlineData("{0} %27 &$top=1")]
    public async Task Treats_what_is_in_a_hole_as_text(string name)
    {
        await Table.AddEntityAsync(new TableEntity("p", "theirs") { ["Name"] = name });
        await Table.AddEntityAsync(new TableEntity("p", "other") { ["Name"] = "other" });

        var byText = await RowKeysAsync(TableClient.CreateQueryFilter($"Name eq {name}"));
        var byExpression = await Table.QueryAsync<Named>(entity => entity.Name == name).ToListAsync();

        Assert.Equal(["theirs"], byText);
        Assert.Equal(["theirs"], byExpression.ConvertAll(entity => entity.RowKey));
    }

    [Fact]
    public async Task Finds_by_a_value_of_every_type()
    {
        var id = new Guid("0f8fad5b-d9cb-469f-a165-70867728950e");
        var day = new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc);
        var moment = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(2)).AddTicks(1);
        await Table.AddEntityAsync(
            new EveryType
            {
                PartitionKey = "p",
                RowKey = "r",
                Text = "t",
                Flag = true,
                Count = 7,
                Total = 1L << 40,
                Score = 2.5,
                Id = id,
                Day = day,
                Moment = moment,
            }
        );
        await Table.AddEntityAsync(new EveryType { PartitionKey = "p", RowKey = "other" });

        Assert.Equal(["r"], await RowKeysAsync(TableClient.CreateQueryFilter($"Text eq {"t"} and Flag eq {true} and Count eq {7}")));
        Assert.Equal(["r"], await RowKeysAsync(TableClient.CreateQueryFilter($"Total eq {1L << 40} and Score eq {2.5}")));
        Assert.Equal(["r"], await RowKeysAsync(TableClient.CreateQueryFilter($"Id eq {id}")));
        Assert.Equal(["r"], await RowKeysAsync(TableClient.CreateQueryFilter($"Day ge {day} and Moment ge {moment}")));
        Assert.Empty(await RowKeysAsync(TableClient.CreateQueryFilter($"Day gt {day.AddTicks(1)}")));
    }

    [Fact]
    public async Task Finds_by_comparisons_written_in_CSharp()
    {
        await FillAsync(10);
        var from = "0003";
        int[] until = [6];

        async Task<string> Found(System.Linq.Expressions.Expression<Func<Numbered, bool>> filter) =>
            string.Join(' ', await Table.QueryAsync(filter).Select(entity => entity.Number).ToListAsync());

#pragma warning disable CA1309 // The service compares ordinally and has no other comparison.
        Assert.Equal("3 4 5", await Found(e => e.RowKey.CompareTo(from) >= 0 && e.Number < until[0]));
        Assert.Equal("0 1 9", await Found(e => string.Compare(e.RowKey, "0002") < 0 || e.Number > 8));
        Assert.Equal("4", await Found(e => e.Number == 4));
        Assert.Equal("8 9", await Found(e => !(e.Number <= 7)));
        Assert.Equal("7", await Found(e => e.Word!.Equals("word 7") && e.PartitionKey == "p"));
        Assert.Equal("0 1 2 3 4 5 6 7 8", await Found(e => e.Number != 9));
#pragma warning restore CA1309
    }

    [Fact]
    public async Task Finds_by_a_flag_a_nullable_and_the_entries_of_a_dictionary()
    {
        await Table.AddEntityAsync(
            new EveryType
            {
                PartitionKey = "p",
                RowKey = "yes",
                Flag = true,
                MaybeCount = 3,
                Text = "t",
            }
        );
        await Table.AddEntityAsync(
            new EveryType
            {
                PartitionKey = "p",
                RowKey = "no",
                Text = "u",
            }
        );

        Assert.Equal("yes", (await Table.QueryAsync<EveryType>(e => e.Flag && e.PartitionKey == "p").SingleAsync()).RowKey);
        Assert.Equal("no", (await Table.QueryAsync<EveryType>(e => !e.Flag).SingleAsync()).RowKey);
        Assert.Equal("yes", (await Table.QueryAsync<EveryType>(e => e.MaybeCount == 3 && e.MaybeCount.Value < 4).SingleAsync()).RowKey);
        Assert.Equal("yes", (await Table.QueryAsync<TableEntity>(e => e.GetString("Text") == "t").SingleAsync()).RowKey);
        Assert.Equal("no", (await Table.QueryAsync<TableEntity>(e => (string)e["Text"] == "u").SingleAsync()).RowKey);
        Assert.Equal(2, await Table.QueryAsync<TableEntity>(e => true).CountAsync());
    }

    [Fact]
    public async Task Stops_when_it_is_cancelled()
    {
        using var cancellation = new CancellationTokenSource();
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await Table.QueryAsync<TableEntity>(cancellationToken: cancellation.Token).ToListAsync()
        );
    }

    [Fact]
    public async Task Lists_the_tables_of_the_account()
    {
        var name = Table.Name;

        var tables = await Service.QueryAsync(TableServiceClient.CreateQueryFilter($"TableName eq {name}")).ToListAsync();

        Assert.Equal([name], tables.ConvertAll(table => table.Name));
    }

    private async Task<List<string>> RowKeysAsync(string filter) =>
        await Table.QueryAsync<TableEntity>(filter).Select(entity => entity.RowKey).ToListAsync();

    private class Keyed : ITableEntity
    {
        public string PartitionKey { get; set; } = "";
        public string RowKey { get; set; } = "";
        public DateTimeOffset? Timestamp { get; set; }
        public ETag ETag { get; set; }
    }

    private sealed class Named : Keyed
    {
        public string? Name { get; set; }
    }

    private sealed class Numbered : Keyed
    {
        public int Number { get; set; }

        [DataMember(Name = "Word")]
        public string? Word { get; set; }
    }
}
