using Azure;
using SupportPipeline.Platform;
using SupportPipeline.Testing;

namespace SupportPipeline.Customers;

public sealed class CustomerRulesTests
{
    private static readonly EmailAddress Mia = Emails.Address("mia@mail.example");
    private static readonly SenderIdentity Sender = new(CustomerIds.Of(Mia), new(CustomerIds.Email, Mia.Value));

    [Fact]
    public void A_flag_that_has_run_out_does_not_count()
    {
        var record = Record() with { Flags = [Flag("abusive", Ids.Time), Flag("vip", Ids.Time.AddTicks(1))] };

        Assert.Equal(["vip"], Facts(record, null).Flags.Select(flag => flag.Name));
    }

    [Fact]
    public void The_flags_and_the_language_of_the_profile_count_for_a_record_that_points_to_it()
    {
        var own = Record() with { Flags = [Flag("blocked", null)], MergedInto = "c1" };
        var profile = Record() with
        {
            Id = "c1",
            Flags = [Flag("vip", null)],
            Preferences = new() { Language = "ru" },
        };

        var facts = Facts(own, profile);

        Assert.Equal((own.Id, "ru"), (facts.Id, facts.Language));
        Assert.Equal(["vip", "blocked"], facts.Flags.Select(flag => flag.Name));
    }

    [Theory]
    [InlineData("mia@desk.example", true)]
    [InlineData("mia@berlin.desk.example", true)]
    [InlineData("mia@notdesk.example", false)]
    public void Our_own_people_are_known_by_their_domain(string address, bool expected)
    {
        var organisation = new Organisation(Organisations.File with { InternalDomains = ["desk.example"] });

        Assert.Equal(expected, CustomerRules.Facts(Emails.Address(address), null, null, organisation, Ids.Time).IsInternal);
    }

    [Fact]
    public void A_flag_of_the_plan_is_set_once_and_lasts_as_long_as_the_longest()
    {
        var before = new StoredCustomer(Record() with { Flags = [Flag("abusive", Ids.Time.AddDays(30))] }, new ETag("1"));

        Assert.Null(CustomerRules.Flagged(before, [Flag("abusive", Ids.Time.AddDays(30))], "plan:1"));
        var longer = CustomerRules.Flagged(before, [Flag("abusive", Ids.Time.AddDays(31))], "plan:2")!;
        Assert.Equal(Ids.Time.AddDays(31), Assert.Single(longer.Customer.Flags).Until);
        Assert.Equal(("plan:2:abusive", "flag-set"), (Assert.Single(longer.Log).Key, longer.Log[0].Kind));
    }

    [Fact]
    public void No_campaigns_is_a_consent_taken_back()
    {
        var change = CustomerRules.Flagged(new(Record(), new ETag("1")), [Flag("no-campaigns", null)], "plan:1")!;

        Assert.Empty(change.Customer.Flags);
        Assert.False(change.Customer.Preferences.Consents.Campaigns);
        Assert.Null(CustomerRules.Flagged(new(change.Customer, new ETag("2")), [Flag("no-campaigns", null)], "plan:1"));
    }

    [Fact]
    public void What_was_erased_begins_anew()
    {
        var erased = Record() with { Version = 7, ErasedAt = Ids.Time, FirstSeenAt = Ids.Time.AddDays(-9) };

        var fresh = CustomerRules.Opening(erased, Sender, Emails.From("mia@mail.example"), isJoinable: true);

        Assert.Equal((8, Ids.Time, null, "Mia Jones"), (fresh.Version, fresh.FirstSeenAt, fresh.ErasedAt, fresh.Name));
    }

    [Fact]
    public void A_message_that_comes_again_does_not_take_the_claim_back()
    {
        var later = Ids.Next(Ids.Time.AddHours(1));

        var after = CustomerRules.Opening(
            Record() with
            {
                LatestCaseId = later,
            },
            Sender,
            Emails.From("mia@mail.example"),
            isJoinable: true
        );

        Assert.Equal(later, after.LatestCaseId);
    }

    private static CustomerFacts Facts(CustomerRecord own, CustomerRecord? profile) =>
        CustomerRules.Facts(Mia, own, profile, Organisations.Usual, Ids.Time);

    private static CustomerRecord Record() => new() { Id = CustomerIds.Of(Mia), FirstSeenAt = Ids.Time };

    private static CustomerFlag Flag(string name, DateTimeOffset? until) => new(name, until, "why", null, Ids.Time);
}
