namespace SupportPipeline.Outages.Audience.Customers;

public sealed class BucketChangeTests
{
    [Fact]
    public void The_same_again_changes_nothing()
    {
        var change = BucketChange.Of([Customer("1", "checkout")], News(Customer("1", "checkout")), isComplete: false);

        Assert.True(change.IsNothing);
        Assert.Empty(change.Index);
    }

    [Fact]
    public void Who_uses_something_else_leaves_one_part_of_the_index_and_joins_another()
    {
        var change = BucketChange.Of([Customer("1", "checkout"), Customer("2", "checkout")], News(Customer("1", "search")), false);

        Assert.Equal((1, 0), (change.Changed, change.Removed));
        Assert.Equal(["2@customer.example"], Emails(change, "checkout"));
        Assert.Equal(["1@customer.example"], Emails(change, "search"));
        Assert.Equal(2, change.Index.Count);
    }

    [Fact]
    public void A_new_address_goes_into_every_part_that_names_the_customer()
    {
        var moved = Customer("1", "checkout", "search") with { Email = "new@customer.example" };

        var change = BucketChange.Of([Customer("1", "checkout", "search")], News(moved), false);

        Assert.Equal(["new@customer.example"], Emails(change, "checkout"));
        Assert.Equal(["new@customer.example"], Emails(change, "search"));
    }

    [Fact]
    public void A_complete_import_takes_out_who_is_not_in_it()
    {
        var change = BucketChange.Of([Customer("1", "checkout"), Customer("2", "checkout")], News(Customer("2", "checkout")), true);

        Assert.Equal((0, 1), (change.Changed, change.Removed));
        Assert.Equal(["2@customer.example"], Emails(change, "checkout"));
        Assert.Equal(["2"], change.After.Select(customer => customer.Id));
    }

    [Fact]
    public void Nobody_is_left_where_the_last_one_went()
    {
        var change = BucketChange.Without([Customer("1", "checkout")], customer => customer.Id == "1");

        Assert.Equal((0, 1), (change.Changed, change.Removed));
        Assert.Empty(change.Index[new(AudienceKind.Component, "checkout")]);
        Assert.Empty(change.After);
    }

    [Theory]
    [InlineData("checkout", "component|checkout")]
    [InlineData("pay/later?", "component|~8a4b5c0d")]
    public void A_partition_holds_only_what_a_key_may_hold(string value, string expected)
    {
        var partition = new AudienceKey(AudienceKind.Component, value).Partition;

        Assert.Equal(expected[..11], partition[..11]);
        Assert.DoesNotContain(partition, character => character is '/' or '?' or '#' or '\\');
    }

    private static IEnumerable<string> Emails(BucketChange change, string component) =>
        change.Index[new(AudienceKind.Component, component)].Select(member => member.Email);

    private static Dictionary<string, AudienceCustomer> News(params AudienceCustomer[] customers) =>
        customers.ToDictionary(customer => customer.Id, StringComparer.Ordinal);

    private static AudienceCustomer Customer(string id, params string[] components) =>
        new()
        {
            Id = id,
            Email = $"{id}@customer.example",
            Components = components,
        };
}
