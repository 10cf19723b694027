using SupportPipeline.AzureSdk.Tests;
using SupportPipeline.Platform;
using SupportPipeline.Replies;
using SupportPipeline.Testing;

namespace SupportPipeline.Outages.Audience.Subscriptions;

[Collection("Azurite")]
public sealed class SubscriptionMailsTests(AzuriteFixture azurite)
{
    private readonly EmailAddress _address = Emails.Address($"{Ids.Next()}@customer.example");

    [Fact]
    public async Task A_confirmation_says_what_was_asked_and_has_a_link()
    {
        await using var test = await AudienceTesting.CreateAsync(azurite.ConnectionString);

        Assert.IsType<Outcome.Completed>(await RunAsync(test, await AskAsync(test, "ru", "search", "checkout")));

        var mail = Assert.Single(test.Mails.All);
        Assert.Equal(_address, mail.To);
        Assert.Equal("Подтвердите подписку на сообщения о сбоях: Example Support", mail.Subject);
        Assert.Contains("О чём писать: Касса, Поиск.", mail.Text, StringComparison.Ordinal);
        Assert.Contains("\nhttps://support.desk.example/api/subscriptions/", mail.Text, StringComparison.Ordinal);
        Assert.Contains("<a href=\"https://support.desk.example/api/subscriptions/", mail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(_address.Value, mail.Text, StringComparison.Ordinal);
        Assert.Equal("auto-generated", mail.Headers["Auto-Submitted"]);
        Assert.Equal(_address.Hash, Assert.Single(mail.CustomArgs).Value);
    }

    [Fact]
    public async Task The_same_message_twice_sends_one_mail()
    {
        await using var test = await AudienceTesting.CreateAsync(azurite.ConnectionString);
        var due = await AskAsync(test, "en");

        await RunAsync(test, due);
        Assert.Equal(new Outcome.Skipped(ReasonCode.NothingDue), await RunAsync(test, due));

        Assert.Single(test.Mails.All);
    }

    [Fact]
    public async Task The_same_message_at_once_sends_one_mail()
    {
        await using var test = await AudienceTesting.CreateAsync(azurite.ConnectionString);
        var due = await AskAsync(test, "en");

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => RunAsync(test, due)));

        Assert.Single(test.Mails.All);
    }

    [Fact]
    public async Task Who_asks_again_within_ten_minutes_gets_no_second_mail_and_later_does()
    {
        await using var test = await AudienceTesting.CreateAsync(azurite.ConnectionString);
        await RunAsync(test, await AskAsync(test, "en"));

        Assert.Equal(new Outcome.Skipped(ReasonCode.SubscriptionAskedLately), await RunAsync(test, await AskAsync(test, "en", "search")));
        Assert.Empty((await test.Get<SubscriberStore>().FindAsync(_address.Hash, CancellationToken.None))!.Value.Asked);

        test.Clock.Now += TimeSpan.FromMinutes(10);
        Assert.IsType<Outcome.Completed>(await RunAsync(test, await AskAsync(test, "en", "search")));
        Assert.Equal(2, test.Mails.All.Count);
    }

    [Fact]
    public async Task A_suppressed_address_gets_nothing()
    {
        await using var test = await AudienceTesting.CreateAsync(azurite.ConnectionString);
        await test.Get<SuppressionList>()
            .AddAsync(_address, new() { Code = ReasonCode.ReportedAsSpam, At = Ids.Time }, CancellationToken.None);

        Assert.Equal(new Outcome.Skipped(ReasonCode.ReportedAsSpam), await RunAsync(test, await AskAsync(test, "en")));

        Assert.Empty(test.Mails.All);
        Assert.Null(await test.Get<SubscriberStore>().FindAsync(_address.Hash, CancellationToken.None));
    }

    [Fact]
    public async Task A_mail_service_that_is_down_is_asked_again()
    {
        await using var test = await AudienceTesting.CreateAsync(azurite.ConnectionString);
        test.Mails.Answers.Enqueue(new SendResult.Unavailable(TimeSpan.FromSeconds(30), "503"));
        var due = await AskAsync(test, "en");

        Assert.Equal(new Outcome.Deferred(TimeSpan.FromSeconds(30), ReasonCode.MailServiceUnavailable), await RunAsync(test, due));
        Assert.IsType<Outcome.Completed>(await RunAsync(test, due));

        Assert.Equal(2, test.Mails.All.Count);
    }

    [Fact]
    public async Task A_mail_whose_outcome_is_unknown_is_not_sent_again()
    {
        await using var test = await AudienceTesting.CreateAsync(azurite.ConnectionString);
        test.Mails.Answers.Enqueue(new SendResult.Unknown("timeout"));
        var due = await AskAsync(test, "en");

        Assert.Equal(new Outcome.Skipped(ReasonCode.OutcomeUnknown), await RunAsync(test, due));
        await RunAsync(test, due);

        Assert.Single(test.Mails.All);
    }

    [Theory]
    [InlineData("Replies:Enabled", "false")]
    [InlineData("Replies:AutomaticEnabled", "false")]
    public async Task While_sending_is_switched_off_it_waits(string name, string value)
    {
        await using var test = await AudienceTesting.CreateAsync(azurite.ConnectionString, (name, value));

        Assert.Equal(
            new Outcome.Deferred(TimeSpan.FromMinutes(15), ReasonCode.SendingSwitchedOff),
            await RunAsync(test, await AskAsync(test, "en"))
        );
    }

    [Fact]
    public async Task Only_who_is_on_the_allow_list_gets_mail()
    {
        await using var test = await AudienceTesting.CreateAsync(azurite.ConnectionString, ("Replies:AllowList", "@desk.example"));

        Assert.Equal(new Outcome.Skipped(ReasonCode.NotOnAllowList), await RunAsync(test, await AskAsync(test, "en")));
    }

    [Fact]
    public async Task A_request_that_waited_a_day_is_dropped()
    {
        await using var test = await AudienceTesting.CreateAsync(azurite.ConnectionString);
        var due = await AskAsync(test, "en");

        test.Clock.Now += TimeSpan.FromHours(24);

        Assert.Equal(new Outcome.Skipped(ReasonCode.SubscriptionTooOld), await RunAsync(test, due));
    }

    [Fact]
    public async Task Who_never_confirmed_is_forgotten_after_seven_days_and_who_did_is_not()
    {
        await using var test = await AudienceTesting.CreateAsync(azurite.ConnectionString);
        var store = test.Get<SubscriberStore>();
        var confirmed = Emails.Address($"{Ids.Next()}@customer.example");
        await RunAsync(test, await AskAsync(test, "en"));
        await store.TrySaveAsync(
            null,
            Subscribers.Of(confirmed, test.Clock.Now) with
            {
                ConfirmedAt = test.Clock.Now,
            },
            CancellationToken.None
        );
        var sweep = new SweepSubscriptions(store, test.Clock);

        test.Clock.Now += TimeSpan.FromDays(7);
        await sweep.RunAsync(new(), CancellationToken.None);
        Assert.NotNull(await store.FindAsync(_address.Hash, CancellationToken.None));

        test.Clock.Now += TimeSpan.FromSeconds(1);
        await sweep.RunAsync(new(), CancellationToken.None);
        Assert.Null(await store.FindAsync(_address.Hash, CancellationToken.None));
        Assert.NotNull(await store.FindAsync(confirmed.Hash, CancellationToken.None));
        await store.RemoveAsync(confirmed.Hash, CancellationToken.None);
    }

    private async Task<SubscriptionRequested> AskAsync(AudienceTesting test, string language, params string[] components)
    {
        var request = new SubscriptionRequest(Ids.Next(test.Clock.Now), _address, language, components);
        await test.Get<SubscriberStore>().AddRequestAsync(request, CancellationToken.None);
        return new(request.Id.Value);
    }

    private static Task<Outcome> RunAsync(AudienceTesting test, SubscriptionRequested due) =>
        test.Get<SubscriptionMails>().RunAsync(due, CancellationToken.None);
}
