using System.Text;
using Microsoft.AspNetCore.Http;
using SupportPipeline.AzureSdk.Tests;
using SupportPipeline.Outages.Audience.Import;
using SupportPipeline.Outages.Audience.OptOuts;
using SupportPipeline.Platform;
using SupportPipeline.Testing;

namespace SupportPipeline.Outages.Audience.Subscriptions;

[Collection("Azurite")]
public sealed class SubscriptionDeskTests(AzuriteFixture azurite)
{
    private readonly EmailAddress _address = Emails.Address($"{Ids.Next()}@customer.example");

    [Fact]
    public async Task To_look_at_a_link_changes_nothing()
    {
        await using var test = await AudienceTesting.CreateAsync(azurite.ConnectionString);
        await SubscribeAsync(test, isConfirmed: false);

        Assert.Equal(200, (await GetAsync(test, Confirmation(test))).Status);
        Assert.Equal(200, (await GetAsync(test, Manage(test))).Status);
        Assert.Equal(200, (await GetStopAsync(test, Manage(test))).Status);

        Assert.Null((await StoredAsync(test))!.ConfirmedAt);
        Assert.Null(await OptOutAsync(test));
    }

    [Theory]
    [InlineData(null, "")]
    [InlineData("application/x-www-form-urlencoded", "List-Unsubscribe=One-Click")]
    [InlineData(
        "multipart/form-data; boundary=x",
        "--x\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--x--"
    )]
    [InlineData("multipart/form-data", "no boundary at all")]
    [InlineData("application/json", "{ broken")]
    public async Task One_request_with_whatever_body_ends_notices(string? type, string body)
    {
        await using var test = await AudienceTesting.CreateAsync(azurite.ConnectionString);
        await SubscribeAsync(test, isConfirmed: true);

        for (var again = 0; again < 2; again++)
        {
            var (status, answer, headers) = await PostStopAsync(test, Manage(test), type, body);
            Assert.Equal((200, 0), (status, answer.Length));
            Assert.Empty(headers.Location.ToString());
        }

        Assert.Empty((await OptOutAsync(test))!.Components);
        Assert.Null(await StoredAsync(test));
        Assert.DoesNotContain(await AudienceAsync(test), member => member.Address == _address);
    }

    [Fact]
    public async Task A_person_who_presses_the_button_reads_an_answer()
    {
        await using var test = await AudienceTesting.CreateAsync(azurite.ConnectionString);

        var (status, body, _) = await PostStopAsync(test, Manage(test), null, "", "?page=1&language=zh-Hant");

        Assert.Equal(200, status);
        Assert.Contains("<h1>已經停止，不會再寄通知</h1>", Encoding.UTF8.GetString(body), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_confirmation_offers_what_was_asked_and_saves_what_is_chosen()
    {
        await using var test = await AudienceTesting.CreateAsync(azurite.ConnectionString);
        await SubscribeAsync(test, isConfirmed: false, "search");

        var page = Encoding.UTF8.GetString((await GetAsync(test, Confirmation(test))).Body);
        Assert.Contains("value=\"some\" checked", page, StringComparison.Ordinal);
        Assert.Contains("value=\"search\" checked", page, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"checkout\" checked", page, StringComparison.Ordinal);
        Assert.DoesNotContain(await AudienceAsync(test, "login"), member => member.Address == _address);

        var (status, body, _) = await PostAsync(test, Confirmation(test), "scope=some&component=search&component=login&component=teapot");

        Assert.Equal(200, status);
        Assert.Contains("<h1>You are on the list</h1>", Encoding.UTF8.GetString(body), StringComparison.Ordinal);
        Assert.Equal(["search", "login"], (await StoredAsync(test))!.Components);
        Assert.Equal(
            new(_address, null, "en", "subscriber"),
            Assert.Single(await AudienceAsync(test, "login"), member => member.Address == _address)
        );
        Assert.DoesNotContain(await AudienceAsync(test, "checkout"), member => member.Address == _address);
    }

    [Fact]
    public async Task A_confirmation_without_a_choice_is_for_what_was_asked()
    {
        await using var test = await AudienceTesting.CreateAsync(azurite.ConnectionString);
        await SubscribeAsync(test, isConfirmed: false);

        await PostAsync(test, Confirmation(test), "");

        Assert.Empty((await StoredAsync(test))!.Components);
        Assert.Contains(await AudienceAsync(test, "whatever"), member => member.Address == _address);
    }

    [Fact]
    public async Task A_confirmation_works_for_a_day_and_not_for_what_is_gone()
    {
        await using var test = await AudienceTesting.CreateAsync(azurite.ConnectionString);
        var link = Confirmation(test);
        Assert.Equal(410, (await PostAsync(test, link, "")).Status);
        await SubscribeAsync(test, isConfirmed: false);

        test.Clock.Now += TimeSpan.FromHours(24) + TimeSpan.FromSeconds(1);

        Assert.Equal(410, (await GetAsync(test, link)).Status);
        Assert.Equal(410, (await PostAsync(test, link, "")).Status);
        Assert.Null((await StoredAsync(test))!.ConfirmedAt);
    }

    [Fact]
    public async Task A_choice_is_kept_for_subscribers_and_for_customers()
    {
        await using var test = await AudienceTesting.CreateAsync(azurite.ConnectionString);
        await SubscribeAsync(test, isConfirmed: true);

        await PostAsync(test, Manage(test), "scope=some&component=checkout");

        Assert.Equal(["checkout"], (await StoredAsync(test))!.Components);
        Assert.Equal(["login", "search"], (await OptOutAsync(test))!.Components);
        var page = Encoding.UTF8.GetString((await GetAsync(test, Manage(test))).Body);
        Assert.Contains("value=\"checkout\" checked", page, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"search\" checked", page, StringComparison.Ordinal);

        await PostAsync(test, Manage(test), "scope=all");
        Assert.Null(await OptOutAsync(test));

        await PostAsync(test, Manage(test), "scope=some");
        Assert.Empty((await OptOutAsync(test))!.Components);
        Assert.Null(await StoredAsync(test));
    }

    [Fact]
    public async Task A_new_subscription_takes_back_the_no_for_what_it_is_about_and_for_nothing_else()
    {
        await using var test = await AudienceTesting.CreateAsync(azurite.ConnectionString);
        await PostStopAsync(test, Manage(test), null, "");
        await SubscribeAsync(test, isConfirmed: false, "search");

        await PostAsync(test, Confirmation(test), "");

        Assert.Equal(["checkout", "login"], (await OptOutAsync(test))!.Components);
    }

    [Fact]
    public async Task A_link_that_is_not_ours_opens_nothing()
    {
        await using var test = await AudienceTesting.CreateAsync(azurite.ConnectionString);
        var token = Manage(test);
        var forged = token[..^1] + (token[^1] == '0' ? '1' : '0');

        Assert.Equal(404, (await GetAsync(test, forged)).Status);
        Assert.Equal(404, (await PostAsync(test, forged, "scope=some")).Status);
        Assert.Equal(404, (await GetStopAsync(test, forged)).Status);
        Assert.Equal(404, (await PostStopAsync(test, forged, null, "")).Status);

        // A confirmation is not a way to end somebody's notices.
        Assert.Equal(404, (await PostStopAsync(test, Confirmation(test), null, "")).Status);
        Assert.Null(await OptOutAsync(test));
    }

    private async Task SubscribeAsync(AudienceTesting test, bool isConfirmed, params string[] asked) =>
        Assert.True(
            await test.Get<SubscriberStore>()
                .TrySaveAsync(
                    null,
                    Subscribers.Of(_address, test.Clock.Now, asked) with
                    {
                        ConfirmedAt = isConfirmed ? test.Clock.Now : null,
                    },
                    CancellationToken.None
                )
        );

    private async Task<Subscriber?> StoredAsync(AudienceTesting test) =>
        (await test.Get<SubscriberStore>().FindAsync(_address.Hash, CancellationToken.None))?.Value;

    private Task<NoticeOptOut?> OptOutAsync(AudienceTesting test) =>
        test.Get<NoticeOptOutStore>().FindAsync(_address.Hash, CancellationToken.None);

    private static Task<List<AudienceMember>> AudienceAsync(AudienceTesting test, params string[] components) =>
        Body.ListAsync(test.Get<IAudienceSource>().FindAsync(new() { Components = components }, "incident", CancellationToken.None));

    private string Manage(AudienceTesting test) => test.Get<INoticeLinks>().Manage(_address)!.Split('/')[^1];

    private string Confirmation(AudienceTesting test) => test.Get<SubscriptionLinks>().Confirm(_address, test.Clock.Now)!.Split('/')[^1];

    private static Task<(int Status, byte[] Body, IHeaderDictionary Headers)> GetAsync(AudienceTesting test, string token) =>
        Requests.AskAsync(test, "", null, request => new ShowSubscription(Desk(test)).RunAsync(request, token, CancellationToken.None));

    private static Task<(int Status, byte[] Body, IHeaderDictionary Headers)> PostAsync(AudienceTesting test, string token, string body) =>
        Requests.AskAsync(
            test,
            body,
            "application/x-www-form-urlencoded",
            request => new UpdateSubscription(Desk(test)).RunAsync(request, token, CancellationToken.None)
        );

    private static Task<(int Status, byte[] Body, IHeaderDictionary Headers)> GetStopAsync(AudienceTesting test, string token) =>
        Requests.AskAsync(test, "", null, request => Task.FromResult(new ShowNoticeUnsubscribe(Desk(test)).RunAsync(request, token)));

    private static Task<(int Status, byte[] Body, IHeaderDictionary Headers)> PostStopAsync(
        AudienceTesting test,
        string token,
        string? type,
        string body,
        string? query = null
    ) =>
        Requests.AskAsync(
            test,
            body,
            type,
            request => new AcceptNoticeUnsubscribe(Desk(test)).RunAsync(request, token, CancellationToken.None),
            query: query
        );

    private static SubscriptionDesk Desk(AudienceTesting test) => test.Get<SubscriptionDesk>();
}
