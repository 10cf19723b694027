using Azure.Data.Tables;

namespace SupportPipeline.AzureSdk.Tests.Tables;

public sealed class TableFilterTests
{
    [Fact]
    public void Writes_each_type_as_its_literal()
    {
        var id = new Guid("0f8fad5b-d9cb-469f-a165-70867728950e");
        var moment = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(1)).AddMilliseconds(120);

        Assert.Equal("A eq 'O''Brien' and B eq true", TableClient.CreateQueryFilter($"A eq {"O'Brien"} and B eq {true}"));
        Assert.Equal("A eq -1 and B eq -1L and C eq 1.5", TableClient.CreateQueryFilter($"A eq {-1} and B eq {-1L} and C eq {1.5}"));
        Assert.Equal("A eq guid'0f8fad5b-d9cb-469f-a165-70867728950e'", TableClient.CreateQueryFilter($"A eq {id}"));
        Assert.Equal("A eq datetime'2026-01-02T02:04:05.12Z'", TableClient.CreateQueryFilter($"A eq {moment}"));
        Assert.Equal("A eq datetime'2026-01-02T02:04:05.12Z'", TableClient.CreateQueryFilter($"A eq {moment.UtcDateTime}"));
        Assert.Equal("A eq X'010203'", TableClient.CreateQueryFilter($"A eq {new byte[] { 1, 2, 3 }}"));
        Assert.Equal("A eq ''''", TableClient.CreateQueryFilter($"A eq {'\''}"));
    }

    [Fact]
    public void Refuses_a_type_that_has_no_literal() =>
        Assert.Throws<ArgumentException>(() => TableClient.CreateQueryFilter($"A eq {new object()}"));

    [Fact]
    public void Writes_a_comparison_in_parentheses_where_it_is_part_of_another()
    {
        var name = "O'Brien";

        var filter = TableClient.CreateQueryFilter<EveryType>(e => e.PartitionKey == name && e.RowKey.CompareTo("a") > 0);

        Assert.Equal("(PartitionKey eq 'O''Brien') and (RowKey gt 'a')", filter);
    }

    [Fact]
    public void Uses_the_stored_name_of_a_property() =>
        Assert.Equal("short_name eq 'x'", TableClient.CreateQueryFilter<EveryType>(e => e.RenamedProperty == "x"));

    [Fact]
    public void Refuses_a_comparison_the_service_does_not_have() =>
        Assert.Throws<NotSupportedException>(() => TableClient.CreateQueryFilter<EveryType>(e => e.RowKey.StartsWith('x')));

    [Fact]
    public void Refuses_a_kind_of_string_comparison_the_service_would_ignore() =>
        Assert.Throws<NotSupportedException>(() =>
            TableClient.CreateQueryFilter<EveryType>(e => string.Equals(e.RowKey, "x", StringComparison.OrdinalIgnoreCase))
        );
}
