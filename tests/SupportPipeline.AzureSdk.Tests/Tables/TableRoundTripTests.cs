using Azure;
using Azure.Data.Tables;

namespace SupportPipeline.AzureSdk.Tests.Tables;

public sealed class TableRoundTripTests(AzuriteFixture azurite) : TablesTest(azurite)
{
    private static readonly DateTimeOffset Earliest = new(1601, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Latest = DateTimeOffset.MaxValue;
    private static readonly Guid Id = new("0f8fad5b-d9cb-469f-a165-70867728950e");

    [Fact]
    public async Task Keeps_the_largest_value_of_every_type()
    {
        var given = new EveryType
        {
            PartitionKey = "p",
            RowKey = "max",
            Text = "Grüße, \"日本\" 👩‍💻 <b>&amp;\u0001\r\n\t\\",
            Flag = true,
            Count = int.MaxValue,
            Total = long.MaxValue,
            Score = double.MaxValue,
            Id = Id,
            Day = Latest.UtcDateTime,
            Moment = Latest,
            Bytes = [0, 1, 127, 128, 255],
            Data = BinaryData.FromBytes([255, 0]),
            Shade = Shade.Dark,
            MaybeFlag = false,
            MaybeCount = 0,
            MaybeTotal = 0,
            MaybeScore = 0,
            MaybeId = Guid.Empty,
            MaybeDay = Earliest.UtcDateTime,
            MaybeMoment = Earliest,
            MaybeShade = Shade.Light,
            RenamedProperty = "renamed",
            Unstored = "secret",
        };

        await Table.AddEntityAsync(given);
        var read = (await Table.GetEntityAsync<EveryType>("p", "max")).Value;

        given.Unstored = null;
        Assert.NotEqual(default, read.ETag);
        Assert.NotNull(read.Timestamp);
        AssertSame(given, read);
        Assert.Equal(DateTimeKind.Utc, read.Day.Kind);
    }

    [Fact]
    public async Task Keeps_the_smallest_value_of_every_type_and_leaves_null_null()
    {
        var given = new EveryType
        {
            PartitionKey = "p",
            RowKey = "min",
            Text = "",
            Count = int.MinValue,
            Total = long.MinValue,
            Score = double.MinValue,
            Day = Earliest.UtcDateTime,
            Moment = Earliest,
            Bytes = [],
        };

        await Table.AddEntityAsync(given);
        var read = (await Table.GetEntityAsync<EveryType>("p", "min")).Value;

        AssertSame(given, read);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(-0.5)]
    [InlineData(1e15)]
    [InlineData(double.Epsilon)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public async Task Keeps_a_double_a_double(double score)
    {
        await Table.AddEntityAsync(new TableEntity("p", "double") { ["Score"] = score });

        Assert.Equal(score, (await Table.GetEntityAsync<EveryType>("p", "double")).Value.Score);
        Assert.Equal(score, Assert.IsType<double>((await Table.GetEntityAsync<TableEntity>("p", "double")).Value["Score"]));
    }

    [Fact]
    public async Task Reads_into_a_dictionary_what_was_written_from_a_class()
    {
        var given = new EveryType
        {
            PartitionKey = "p",
            RowKey = "r",
            Text = "text",
            Flag = true,
            Count = 1,
            Total = 2,
            Score = 3,
            Id = Id,
            Day = new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc).AddTicks(1234567),
            Moment = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(2)),
            Bytes = [1],
            Data = BinaryData.FromBytes([2]),
            Shade = Shade.Dark,
            RenamedProperty = "renamed",
            Unstored = "secret",
        };

        await Table.AddEntityAsync(given);
        var read = (await Table.GetEntityAsync<TableEntity>("p", "r")).Value;

        Assert.Equal("text", read.GetString("Text"));
        Assert.True(read.GetBoolean("Flag"));
        Assert.Equal(1, read.GetInt32("Count"));
        Assert.Equal(2L, read.GetInt64("Total"));
        Assert.Equal(3d, read.GetDouble("Score"));
        Assert.Equal(Id, read.GetGuid("Id"));
        Assert.Equal(given.Day, read.GetDateTime("Day"));
        Assert.Equal(given.Moment, read.GetDateTimeOffset("Moment"));
        Assert.Equal([1], read.GetBinary("Bytes"));
        Assert.Equal([2], read.GetBinaryData("Data").ToArray());
        Assert.Equal("Dark", read.GetString("Shade"));
        Assert.Equal("renamed", read.GetString("short_name"));
        Assert.False(read.ContainsKey("RenamedProperty"));
        Assert.False(read.ContainsKey("Unstored"));
        Assert.False(read.ContainsKey("MaybeCount"));
        Assert.Null(read["MaybeCount"]);
        Assert.Throws<InvalidOperationException>(() => read.GetInt32("Text"));
    }

    [Theory]
    [InlineData("O'Brien", "it''s")]
    [InlineData("Zoë 日本 👩‍💻", "ключ")]
    [InlineData("a b+c=d&e%20f%", "(1,'2')")]
    [InlineData("<x@example.org>", "q=\"1\";:$!*~.")]
    [InlineData("", "")]
    public async Task Finds_an_entity_by_keys_of_any_letters(string partitionKey, string rowKey)
    {
        var added = await Table.AddEntityAsync(new TableEntity(partitionKey, rowKey) { ["Word"] = "one" });
        var read = (await Table.GetEntityAsync<TableEntity>(partitionKey, rowKey)).Value;
        await Table.UpdateEntityAsync(new TableEntity(partitionKey, rowKey) { ["Word"] = "two" }, read.ETag);
        await Table.SubmitTransactionAsync([
            new(TableTransactionActionType.UpdateMerge, new TableEntity(partitionKey, rowKey) { ["Other"] = "three" }),
        ]);

        var found = await Table
            .QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {partitionKey} and RowKey eq {rowKey}"))
            .ToListAsync();
        var deleted = await Table.DeleteEntityAsync(partitionKey, rowKey);

        Assert.Equal(204, added.Status);
        Assert.Equal(added.Headers.ETag, read.ETag);
        Assert.Equal((partitionKey, rowKey), (read.PartitionKey, read.RowKey));
        Assert.Equal(["two", "three"], [found.Single().GetString("Word"), found.Single().GetString("Other")]);
        Assert.Equal(204, deleted.Status);
    }

    [Fact]
    public async Task Refuses_a_date_that_is_not_in_UTC()
    {
        var local = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);

        await Assert.ThrowsAsync<NotSupportedException>(() => Table.AddEntityAsync(new TableEntity("p", "r") { ["Day"] = local }));
    }

    [Fact]
    public async Task Fetches_only_the_properties_asked_for()
    {
        await FillAsync(1);

        var got = (await Table.GetEntityAsync<TableEntity>("p", "0000", ["Word"])).Value;
        var queried = await Table.QueryAsync<TableEntity>(select: ["RowKey", "Number"]).ToListAsync();

        Assert.Equal("word 0", got.GetString("Word"));
        Assert.False(got.ContainsKey("Number"));
        Assert.Equal("0000", queried.Single().RowKey);
        Assert.Equal(0, queried.Single().GetInt32("Number"));
        Assert.False(queried.Single().ContainsKey("Word"));
    }

    [Fact]
    public async Task Stores_a_class_that_shows_its_keys_only_through_the_interface()
    {
        await Table.AddEntityAsync(new Reserved("p", "r") { Word = "w" });

        var read = await Table.GetEntityAsync<Reserved>("p", "r");

        Assert.Equal(("p", "r", "w"), (((ITableEntity)read.Value).PartitionKey, ((ITableEntity)read.Value).RowKey, read.Value.Word));
    }

    private static void AssertSame(EveryType expected, EveryType actual)
    {
        foreach (var property in typeof(EveryType).GetProperties().Where(p => p.Name is not ("ETag" or "Timestamp" or "Data")))
        {
            Assert.Equal((property.Name, property.GetValue(expected)), (property.Name, property.GetValue(actual)), Comparer);
        }

        Assert.Equal(expected.Data?.ToArray(), actual.Data?.ToArray());
    }

    private static bool Comparer((string, object?) left, (string, object?) right) =>
        left.Item2 is byte[] bytes ? right.Item2 is byte[] other && bytes.AsSpan().SequenceEqual(other) : Equals(left.Item2, right.Item2);

    private sealed class Reserved : ITableEntity
    {
        private string _partitionKey = "";
        private string _rowKey = "";

        public Reserved() { }

        public Reserved(string partitionKey, string rowKey)
        {
            _partitionKey = partitionKey;
            _rowKey = rowKey;
        }

        public string? Word { get; set; }

        string ITableEntity.PartitionKey
        {
            get => _partitionKey;
            set => _partitionKey = value;
        }

        string ITableEntity.RowKey
        {
            get => _rowKey;
            set => _rowKey = value;
        }

        DateTimeOffset? ITableEntity.Timestamp { get; set; }

        ETag ITableEntity.ETag { get; set; }
    }
}
