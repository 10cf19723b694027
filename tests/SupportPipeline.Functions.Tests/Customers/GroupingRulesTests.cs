using SupportPipeline.Testing;

namespace SupportPipeline.Customers;

public sealed class GroupingRulesTests
{
    private static readonly DateTimeOffset Opened = Ids.Time;
    private static readonly CustomersOptions Usual = new();

    [Theory]
    [InlineData(0, "Blender", "near-simultaneous")]
    [InlineData(120, "Blender", "near-simultaneous")]
    [InlineData(-120, "Blender", "near-simultaneous")]
    [InlineData(121, "Blender", null)]
    [InlineData(-121, "Blender", null)]
    [InlineData(1800, "invoice", "same-subject")]
    [InlineData(1801, "invoice", null)]
    [InlineData(600, "", null)]
    public void A_mail_joins_while_it_is_near(int seconds, string subject, string? expected) =>
        Assert.Equal(expected, Reason(new("Mia", subject, Opened.AddSeconds(seconds)), Case()));

    [Fact]
    public void The_last_message_counts_as_the_opening_does() =>
        Assert.Equal(
            "near-simultaneous",
            Reason(new("Mia", "Blender", Opened.AddSeconds(900)), Case() with { LastMessageAt = Opened.AddSeconds(800) })
        );

    [Fact]
    public void Two_people_behind_one_address_stay_two() => Assert.Null(Reason(new("Paul", "Invoice", Opened), Case()));

    [Theory]
    [InlineData(null)]
    [InlineData("MIA")]
    public void A_name_that_is_missing_or_written_otherwise_is_no_other(string? name) =>
        Assert.Equal("same-subject", Reason(new(name, "Invoice", Opened), Case()));

    [Fact]
    public void Switched_off_nothing_joins_later()
    {
        var off = new CustomersOptions { GroupSeconds = 0, GroupSubjectMinutes = 0 };

        Assert.Null(GroupingRules.Reason(new("Mia", "Invoice", Opened.AddSeconds(1)), Case(), off));
        Assert.False(GroupingRules.IsCandidate(Ids.Next(), Opened.AddSeconds(1), off));
    }

    [Theory]
    [InlineData(1800, true)]
    [InlineData(1801, false)]
    public void What_was_opened_too_early_is_not_read(int seconds, bool expected) =>
        Assert.Equal(expected, GroupingRules.IsCandidate(Ids.Next(), Opened.AddSeconds(seconds), Usual));

    private static string? Reason(GroupedMail mail, GroupingCase candidate) => GroupingRules.Reason(mail, candidate, Usual);

    private static GroupingCase Case() => new("Mia", "Invoice", Opened, Opened);
}
