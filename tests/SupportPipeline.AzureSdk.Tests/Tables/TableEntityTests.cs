using Azure;
using Azure.Data.Tables;

namespace SupportPipeline.AzureSdk.Tests.Tables;

public sealed class TableEntityTests
{
    [Fact]
    public void Is_a_dictionary_of_its_properties_and_keys()
    {
        var entity = new TableEntity("p", "r") { ["Number"] = 1, ETag = new ETag("v") };
        entity.Add("Word", "w");

        Assert.Equal(["PartitionKey", "RowKey", "Number", "odata.etag", "Word"], entity.Keys);
        Assert.Equal(5, entity.Count);
        Assert.True(entity.TryGetValue("Word", out var word));
        Assert.Equal("w", word);
        Assert.True(entity.Remove("Word"));
        Assert.False(entity.ContainsKey("Word"));
        Assert.Null(entity.Timestamp);
        Assert.Equal(new ETag("v"), entity.ETag);
    }

    [Fact]
    public void Keeps_the_type_of_a_number_that_was_stored()
    {
        var entity = new TableEntity
        {
            ["Long"] = 1L,
            ["Double"] = 1d,
            ["Text"] = "t",
        };

        entity["Long"] = 2;
        entity["Double"] = 2;

        Assert.Equal(2L, entity["Long"]);
        Assert.Equal(2d, entity["Double"]);
        Assert.Throws<InvalidOperationException>(() => entity["Text"] = 2);
    }

    [Fact]
    public void Copies_the_values_it_is_made_from()
    {
        var values = new Dictionary<string, object>(StringComparer.Ordinal) { ["PartitionKey"] = "p", ["Number"] = 1 };

        var entity = new TableEntity(values);
        values["Number"] = 2;

        Assert.Equal(("p", 1), (entity.PartitionKey, entity.GetInt32("Number")));
    }
}
