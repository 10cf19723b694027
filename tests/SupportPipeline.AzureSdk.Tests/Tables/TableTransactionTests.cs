using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace SupportPipeline.AzureSdk.Tests.Tables;

public sealed class TableTransactionTests(AzuriteFixture azurite) : TablesTest(azurite)
{
    [Fact]
    public async Task Writes_every_kind_of_action_at_once()
    {
        await FillAsync(5);
        var stored = (await Table.GetEntityAsync<TableEntity>("p", "0001")).Value;

        var response = await Table.SubmitTransactionAsync([
            new(TableTransactionActionType.Add, new TableEntity("p", "new") { ["Word"] = "日本 'n' \"q\"" }),
            new(TableTransactionActionType.Delete, new TableEntity("p", "0000")),
            new(TableTransactionActionType.UpdateMerge, new TableEntity("p", "0001") { ["Word"] = "merged" }, stored.ETag),
            new(TableTransactionActionType.UpdateReplace, new TableEntity("p", "0002") { ["Word"] = "replaced" }, ETag.All),
            new(TableTransactionActionType.UpsertMerge, new TableEntity("p", "0003") { ["Word"] = "merged" }),
            new(TableTransactionActionType.UpsertReplace, new TableEntity("p", "0004") { ["Word"] = "replaced" }),
        ]);

        Assert.Equal(202, response.GetRawResponse().Status);
        Assert.Equal([204, 204, 204, 204, 204, 204], response.Value.Select(part => part.Status));
        var entities = await Table.QueryAsync<TableEntity>().ToListAsync();
        Assert.Equal(
            ["0001 merged 1", "0002 replaced ", "0003 merged 3", "0004 replaced ", "new 日本 'n' \"q\" "],
            entities.ConvertAll(entity => $"{entity.RowKey} {entity.GetString("Word")} {entity.GetInt32("Number")}")
        );
    }

    [Fact]
    public async Task Writes_nothing_when_one_action_is_refused_and_says_which()
    {
        await FillAsync(1);

        var failure = await Assert.ThrowsAsync<TableTransactionFailedException>(() =>
            Table.SubmitTransactionAsync([
                new(TableTransactionActionType.Add, new TableEntity("p", "first")),
                new(TableTransactionActionType.UpsertReplace, new TableEntity("p", "second")),
                new(TableTransactionActionType.Add, new TableEntity("p", "0000")),
            ])
        );

        Assert.Equal(409, failure.Status);
        Assert.True(failure.ErrorCode == TableErrorCode.EntityAlreadyExists);
        Assert.Equal(2, failure.FailedTransactionActionIndex);
        Assert.Equal(["0000"], await RowKeysAsync());
    }

    [Fact]
    public async Task Refuses_the_whole_transaction_for_one_old_version()
    {
        await FillAsync(2);
        var first = (await Table.GetEntityAsync<TableEntity>("p", "0001")).Value.ETag;
        await Table.UpsertEntityAsync(new TableEntity("p", "0001") { ["Word"] = "newer" });

        var failure = await Assert.ThrowsAsync<TableTransactionFailedException>(() =>
            Table.SubmitTransactionAsync([
                new(TableTransactionActionType.Delete, new TableEntity("p", "0000")),
                new(TableTransactionActionType.UpdateMerge, new TableEntity("p", "0001"), first),
            ])
        );

        Assert.Equal((412, "UpdateConditionNotSatisfied"), (failure.Status, failure.ErrorCode));
        Assert.Equal(1, failure.FailedTransactionActionIndex);
        Assert.Equal(["0000", "0001"], await RowKeysAsync());
    }

    [Fact]
    public async Task Refuses_more_than_100_actions()
    {
        var actions = Enumerable
            .Range(0, 101)
            .Select(number => new TableTransactionAction(TableTransactionActionType.Add, new TableEntity("p", RowKey(number))));

        var failure = await Assert.ThrowsAnyAsync<RequestFailedException>(() => Table.SubmitTransactionAsync(actions));

        Assert.Equal(400, failure.Status);
        Assert.Empty(await RowKeysAsync());
    }

    [Fact]
    public async Task Refuses_two_actions_on_one_entity()
    {
        var failure = await Assert.ThrowsAsync<TableTransactionFailedException>(() =>
            Table.SubmitTransactionAsync([
                new(TableTransactionActionType.UpsertMerge, new TableEntity("p", "r")),
                new(TableTransactionActionType.UpsertReplace, new TableEntity("p", "r")),
            ])
        );

        Assert.Equal(400, failure.Status);
        Assert.True(failure.ErrorCode == TableErrorCode.InvalidDuplicateRow);
        Assert.Empty(await RowKeysAsync());
    }

    [Fact]
    public async Task Refuses_more_than_4_MiB()
    {
        var text = new string('x', 30_000);
        var actions = Enumerable
            .Range(0, 100)
            .Select(number => new TableEntity("p", RowKey(number)) { ["A"] = text, ["B"] = text })
            .Select(entity => new TableTransactionAction(TableTransactionActionType.Add, entity));

        var failure = await Assert.ThrowsAnyAsync<RequestFailedException>(() => Table.SubmitTransactionAsync(actions));

        Assert.Equal((413, "RequestBodyTooLarge"), (failure.Status, failure.ErrorCode));
        Assert.Empty(await RowKeysAsync());
    }

    [Fact]
    public async Task Creates_what_an_update_without_a_version_does_not_find()
    {
        await Table.SubmitTransactionAsync([new(TableTransactionActionType.UpdateReplace, new TableEntity("p", "r"))]);

        Assert.Equal(["r"], await RowKeysAsync());
    }

    [Fact]
    public async Task Refuses_a_transaction_without_actions() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => Table.SubmitTransactionAsync([]));

    [Fact]
    public async Task Gives_each_written_entity_a_version_that_the_next_update_can_name()
    {
        var response = await Table.SubmitTransactionAsync([
            new(TableTransactionActionType.Add, new TableEntity("p", "a")),
            new(TableTransactionActionType.UpsertReplace, new TableEntity("p", "b")),
        ]);

        var first = await Table.UpdateEntityAsync(new TableEntity("p", "a") { ["Word"] = "x" }, response.Value[0].Headers.ETag!.Value);
        var second = await Table.UpdateEntityAsync(new TableEntity("p", "b") { ["Word"] = "x" }, response.Value[1].Headers.ETag!.Value);
        var outdated = await FailureOf(() => Table.UpdateEntityAsync(new TableEntity("p", "a"), response.Value[0].Headers.ETag!.Value));

        Assert.Equal([204, 204, 412], [first.Status, second.Status, outdated.Status]);
    }

    private async Task<List<string>> RowKeysAsync() => await Table.QueryAsync<TableEntity>().Select(entity => entity.RowKey).ToListAsync();
}
