using System.Text;
using System.Text.Json;
using Azure.Storage.Queues;
using Microsoft.AspNetCore.Http;
using SupportPipeline.AzureSdk.Tests;
using SupportPipeline.Platform;
using SupportPipeline.Replies;
using SupportPipeline.Testing;

namespace SupportPipeline.Outages.Audience.Subscriptions;

[Collection("Azurite")]
public sealed class SignUpDeskTests(AzuriteFixture azurite)
{
    [Theory]
    [InlineData("application/json")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task New_waiting_subscribed_and_suppressed_addresses_get_the_same_answer_to_the_byte(string type)
    {
        await using var test = await AudienceTesting.CreateAsync(azurite.ConnectionString);
        var (fresh, waiting, confirmed, suppressed) = (Address(), Address(), Address(), Address());
        var store = test.Get<SubscriberStore>();
        await store.TrySaveAsync(null, Subscribers.Of(waiting, test.Clock.Now), CancellationToken.None);
        await store.TrySaveAsync(
            null,
            Subscribers.Of(confirmed, test.Clock.Now) with
            {
                ConfirmedAt = test.Clock.Now,
            },
            CancellationToken.None
        );
        await test.Get<SuppressionList>()
            .AddAsync(suppressed, new() { Code = ReasonCode.ReportedAsSpam, At = Ids.Time }, CancellationToken.None);

        var answers = new List<string>();
        foreach (var address in new[] { fresh, waiting, confirmed, suppressed })
        {
            var text =
                type == "application/json"
                    ? $$"""{"email":"{{address.Value}}","components":["checkout"],"language":"ru"}"""
                    : $"email={Uri.EscapeDataString(address.Value)}&components=checkout&language=ru";
            var (status, body, headers) = await AskAsync(test, text, type);
            answers.Add(
                $"{status} {string.Join('|', headers.Select(header => $"{header.Key}:{header.Value}"))} {Encoding.UTF8.GetString(body)}"
            );
        }

        Assert.StartsWith("202 ", answers[0], StringComparison.Ordinal);
        Assert.Single(answers.Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_request_is_one_row_and_one_queue_message()
    {
        await using var test = await AudienceTesting.CreateAsync(azurite.ConnectionString);
        var queue = test.Get<QueueServiceClient>().GetQueueClient(StorageNames.SubscriptionMailsQueue);
        await queue.ClearMessagesAsync();
        var address = Address();

        await AskAsync(test, $$"""{"email":"{{address.Value}}","components":["search","search"],"language":"zh-TW"}""", "application/json");

        var message = Assert.Single((await queue.ReceiveMessagesAsync(10)).Value);
        var due = QueueSender.Read(
            message.Body.ToString(),
            QueueMessageNames.SubscriptionRequested,
            QueueJson.Default.SubscriptionRequested
        );
        var kept = await test.Get<SubscriberStore>().FindRequestAsync(due.RequestId, CancellationToken.None);
        Assert.Equal((address, "zh-Hant"), (kept!.Address, kept.Language));
        Assert.Equal(["search"], kept.Components);
    }

    [Theory]
    [InlineData("""{"email":"nobody"}""", "email-invalid")]
    [InlineData("""{"components":["checkout"]}""", "email-invalid")]
    [InlineData("""{"email":"a@customer.example","components":["teapot"]}""", "component-unknown")]
    [InlineData("not json", "body-invalid")]
    public async Task What_cannot_be_is_refused_whoever_it_is(string text, string reason)
    {
        await using var test = await AudienceTesting.CreateAsync(azurite.ConnectionString);

        var (status, body, _) = await AskAsync(test, text, "application/json");

        Assert.Equal((400, reason), (status, JsonDocument.Parse(body).RootElement.GetProperty("reason").GetString()));
    }

    [Fact]
    public async Task Nobody_can_subscribe_where_there_are_no_links_to_confirm_with()
    {
        await using var test = await AudienceTesting.CreateAsync(azurite.ConnectionString, ("Desk:PublicUrl", ""));

        Assert.Equal(503, (await AskAsync(test, """{"email":"a@customer.example"}""", "application/json")).Status);
    }

    [Fact]
    public async Task One_sender_may_ask_so_often_and_others_still_may()
    {
        await using var test = await AudienceTesting.CreateAsync(azurite.ConnectionString);
        for (var count = 0; count < SenderThrottle.PerSender; count++)
        {
            Assert.Equal(400, (await AskAsync(test, "x", "application/json", "1.1.1.1, 192.0.2.7:4711")).Status);
        }

        // What stands before the last entry was made up by the client.
        var (status, _, headers) = await AskAsync(test, "x", "application/json", "2.2.2.2, 192.0.2.7:5000");
        Assert.Equal((429, "600"), (status, headers.RetryAfter.ToString()));
        Assert.Equal(400, (await AskAsync(test, "x", "application/json", "192.0.2.8")).Status);

        test.Clock.Now += TimeSpan.FromMinutes(10);
        Assert.Equal(400, (await AskAsync(test, "x", "application/json", "192.0.2.7")).Status);
    }

    private static Task<(int Status, byte[] Body, IHeaderDictionary Headers)> AskAsync(
        AudienceTesting test,
        string text,
        string type,
        string? forwarded = null
    ) =>
        Requests.AskAsync(
            test,
            text,
            type,
            request => new CreateSubscription(test.Get<SignUpDesk>()).RunAsync(request, CancellationToken.None),
            forwarded
        );

    private static EmailAddress Address() => Emails.Address($"{Ids.Next()}@customer.example");
}
