using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace SupportPipeline.AzureSdk.Tests.Tables;

public sealed class TableConflictTests(AzuriteFixture azurite) : TablesTest(azurite)
{
    [Fact]
    public async Task Refuses_to_add_an_entity_twice()
    {
        await FillAsync(1);

        var failure = await FailureOf(() => Table.AddEntityAsync(new TableEntity("p", "0000")));

        Assert.Equal(409, failure.Status);
        Assert.True(failure.ErrorCode == TableErrorCode.EntityAlreadyExists);
    }

    [Fact]
    public async Task Refuses_to_update_or_delete_a_version_that_is_no_longer_stored()
    {
        await FillAsync(1);
        var first = (await Table.GetEntityAsync<TableEntity>("p", "0000")).Value;
        var written = await Table.UpdateEntityAsync(new TableEntity("p", "0000") { ["Word"] = "newer" }, first.ETag);

        var update = await FailureOf(() => Table.UpdateEntityAsync(new TableEntity("p", "0000"), first.ETag, TableUpdateMode.Replace));
        var delete = await FailureOf(() => Table.DeleteEntityAsync(first, first.ETag));

        Assert.Equal((412, "UpdateConditionNotSatisfied"), (update.Status, update.ErrorCode));
        Assert.Equal((412, "UpdateConditionNotSatisfied"), (delete.Status, delete.ErrorCode));
        Assert.Equal(written.Headers.ETag, (await Table.GetEntityAsync<TableEntity>("p", "0000")).Value.ETag);
        Assert.Equal(204, (await Table.DeleteEntityAsync("p", "0000", written.Headers.ETag!.Value)).Status);
    }

    [Fact]
    public async Task Says_what_is_missing_the_entity_or_the_table()
    {
        var noTable = Service.GetTableClient("NoSuchTable");

        var entity = await FailureOf(() => Table.GetEntityAsync<TableEntity>("p", "none"));
        var update = await FailureOf(() => Table.UpdateEntityAsync(new TableEntity("p", "none"), ETag.All));
        var table = await FailureOf(() => noTable.AddEntityAsync(new TableEntity("p", "r")));

        Assert.Equal((404, "ResourceNotFound"), (entity.Status, entity.ErrorCode));
        Assert.Equal((404, "ResourceNotFound"), (update.Status, update.ErrorCode));
        Assert.Equal((404, "TableNotFound"), (table.Status, table.ErrorCode));
    }

    [Fact]
    public async Task Answers_without_a_value_when_an_entity_that_may_be_missing_is()
    {
        await FillAsync(1);

        var missing = await Table.GetEntityIfExistsAsync<TableEntity>("p", "none");
        var present = await Table.GetEntityIfExistsAsync<TableEntity>("p", "0000");

        Assert.False(missing.HasValue);
        Assert.Equal(404, missing.GetRawResponse().Status);
        Assert.Throws<InvalidOperationException>(() => missing.Value);
        Assert.True(present.HasValue);
        Assert.Equal(0, present.Value!.GetInt32("Number"));
    }

    [Fact]
    public async Task Answers_404_without_failing_when_what_is_to_be_deleted_is_missing()
    {
        Assert.Equal(404, (await Table.DeleteEntityAsync("p", "none")).Status);
        Assert.Equal(404, (await Table.DeleteEntityAsync(new TableEntity("p", "none"))).Status);
        Assert.Equal(404, (await Service.DeleteTableAsync("NoSuchTable")).Status);
    }

    [Fact]
    public async Task Merges_or_replaces_on_upsert()
    {
        await Table.UpsertEntityAsync(new TableEntity("p", "r") { ["A"] = 1, ["B"] = 2 });
        await Table.UpsertEntityAsync(new TableEntity("p", "r") { ["B"] = 3 });
        var merged = (await Table.GetEntityAsync<TableEntity>("p", "r")).Value;
        await Table.UpsertEntityAsync(new TableEntity("p", "r") { ["C"] = 4 }, TableUpdateMode.Replace);
        var replaced = (await Table.GetEntityAsync<TableEntity>("p", "r")).Value;

        Assert.Equal((1, 3), (merged.GetInt32("A"), merged.GetInt32("B")));
        Assert.Equal(4, replaced.GetInt32("C"));
        Assert.False(replaced.ContainsKey("A"));
        Assert.False(replaced.ContainsKey("B"));
    }

    [Fact]
    public async Task Refuses_an_update_that_names_no_version() =>
        await Assert.ThrowsAsync<ArgumentException>(() => Table.UpdateEntityAsync(new TableEntity("p", "r"), default));

    [Fact]
    public async Task Creates_a_table_once_and_says_so_the_second_time()
    {
        var again = await FailureOf(() => Table.CreateAsync());
        var ifMissing = await Table.CreateIfNotExistsAsync();

        Assert.Equal((409, "TableAlreadyExists"), (again.Status, again.ErrorCode));
        Assert.Equal(409, ifMissing.GetRawResponse().Status);
        Assert.Equal(Table.Name, ifMissing.Value.Name);
    }

    [Fact]
    public async Task Refuses_a_wrong_key()
    {
        var endpoint = Service.Uri;
        var credential = new TableSharedKeyCredential(Service.AccountName, Convert.ToBase64String(new byte[32]));
        var stranger = new TableClient(endpoint, Table.Name, credential);

        var failure = await FailureOf(() => stranger.GetEntityAsync<TableEntity>("p", "r"));

        Assert.Equal(403, failure.Status);
    }

    [Fact]
    public async Task Refuses_a_property_that_is_too_large()
    {
        var failure = await FailureOf(() => Table.AddEntityAsync(new TableEntity("p", "r") { ["Word"] = new string('x', 40_000) }));

        Assert.Equal((400, "PropertyValueTooLarge"), (failure.Status, failure.ErrorCode));
    }
}
