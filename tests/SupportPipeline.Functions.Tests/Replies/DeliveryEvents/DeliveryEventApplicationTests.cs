using System.Text;
using System.Text.Json.Nodes;
using Azure.Core.Pipeline;
using Microsoft.Extensions.DependencyInjection;
using SupportPipeline.AzureSdk.Tests;
using SupportPipeline.Cases;
using SupportPipeline.Intake;
using SupportPipeline.Platform;
using SupportPipeline.Testing;

namespace SupportPipeline.Replies.DeliveryEvents;

[Collection("Azurite")]
public sealed class DeliveryEventApplicationTests : IAsyncLifetime
{
    private readonly FixedClock _clock = new() { Now = SampleEvents.At.AddMinutes(1) };
    private readonly CountingPolicy _operations = new();
    private readonly LostAnswersPolicy _lostAnswers = new();
    private readonly ServiceProvider _services;

    public DeliveryEventApplicationTests(AzuriteFixture azurite) =>
        _services = Pipeline.Create(
            azurite.ConnectionString,
            _clock,
            services => services.AddSingleton<HttpPipelinePolicy>(_operations).AddSingleton<HttpPipelinePolicy>(_lostAnswers)
        );

    public Task InitializeAsync() => _services.GetRequiredService<StorageProvisioner>().EnsureCreatedAsync(CancellationToken.None);

    public async Task DisposeAsync() => await _services.DisposeAsync();

    [Fact]
    public async Task An_unknown_reply_turns_out_to_be_delivered()
    {
        var reply = await StoreAsync(OutboxRows.Approved() with { State = ReplyState.Unknown, Reason = ReasonCode.OutcomeUnknown });

        await ApplyAsync(SampleEvents.About(reply, "processed"), SampleEvents.About(reply, "delivered", 2));

        var after = await ReadAsync(reply);
        Assert.Equal((ReplyState.Delivered, ReasonCode.DeliveredToRecipient), (after.State, after.Reason));
        Assert.Equal((SampleEvents.At, SampleEvents.At.AddSeconds(2)), (after.SentAt, after.Fate.DeliveredAt));
        Assert.Equal("LRzXl_NHStOGhQ4kofSm_A", after.ProviderMessageId);
        Assert.Empty(await OutboxRows.EventsAsync(_services, reply));
    }

    [Fact]
    public async Task A_bounce_is_told_and_suppresses_the_address_of_the_reply()
    {
        var reply = await StoreAsync(Sent());

        await ApplyAsync(Bounce(reply));

        Assert.Equal((ReplyState.Bounced, "address-does-not-exist"), Describe(await ReadAsync(reply)));
        var entry = Assert.Single(await OutboxRows.EventsAsync(_services, reply));
        Assert.Equal(("reply-bounced", "address-does-not-exist", SampleEvents.At), (entry.Kind, entry.Reason, entry.At));
        var suppression = await SuppressionAsync(reply);
        Assert.Equal(("address-does-not-exist", "5.1.1", null), (suppression!.Code, suppression.Status, suppression.Until));
    }

    [Fact]
    public async Task The_same_request_twice_and_at_once_changes_nothing_more()
    {
        var (bounced, delivered) = (await StoreAsync(Sent()), await StoreAsync(Sent()));
        var pointer = await KeepAsync(
            Bounce(bounced),
            SampleEvents.About(delivered, "deferred", 1),
            SampleEvents.About(delivered, "delivered", 5)
        );

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => ApplyAsync(pointer)));
        await ApplyAsync(pointer);

        Assert.Equal((ReplyState.Bounced, "address-does-not-exist"), Describe(await ReadAsync(bounced)));
        Assert.Equal((ReplyState.Delivered, "delivered-to-recipient"), Describe(await ReadAsync(delivered)));
        Assert.Single(await OutboxRows.EventsAsync(_services, bounced));
        Assert.Equal(["reply-delayed"], (await OutboxRows.EventsAsync(_services, delivered)).Select(entry => entry.Kind));
    }

    [Fact]
    public async Task Events_of_the_same_reply_in_many_requests_in_the_wrong_order_come_out_right()
    {
        var reply = await StoreAsync(Sent());

        await ApplyAsync(Bounce(reply, 30));
        await ApplyAsync(SampleEvents.About(reply, "delivered", 20));
        await ApplyAsync(SampleEvents.About(reply, "deferred", 10));
        await ApplyAsync(SampleEvents.About(reply, "processed"));

        Assert.Equal((ReplyState.Bounced, "address-does-not-exist"), Describe(await ReadAsync(reply)));
        Assert.Equal(["reply-delayed", "reply-bounced"], (await OutboxRows.EventsAsync(_services, reply)).Select(entry => entry.Kind));
    }

    [Fact]
    public async Task A_process_that_dies_between_the_address_and_the_reply_is_made_good_by_the_next_delivery()
    {
        var reply = await StoreAsync(Sent());
        var pointer = await KeepAsync(Bounce(reply));
        _lostAnswers.LoseNextTo("$batch");

        // The answer to the transaction gets lost; the storage client sends it again, and the same is written once more.
        await ApplyAsync(pointer);

        Assert.Equal(1, _lostAnswers.Lost);
        Assert.Single(await OutboxRows.EventsAsync(_services, reply));

        // Only the address was written before the process died.
        var other = await StoreAsync(Sent());
        await Suppressions.AddAsync(other.To, new() { Code = "address-does-not-exist", At = SampleEvents.At }, CancellationToken.None);
        await ApplyAsync(Bounce(other));
        Assert.Equal((ReplyState.Bounced, "address-does-not-exist"), Describe(await ReadAsync(other)));
    }

    [Fact]
    public async Task A_delivery_costs_one_storage_operation_a_reply()
    {
        await ApplyAsync(SampleEvents.About(await StoreAsync(Sent()), "delivered"));
        var replies = new List<Reply>();
        for (var i = 0; i < 10; i++)
        {
            replies.Add(await StoreAsync(Sent()));
        }

        var pointer = await KeepAsync([
            .. replies.Select(reply => SampleEvents.About(reply, "processed")),
            .. replies.Select(reply => SampleEvents.About(reply, "delivered", 1)),
        ]);
        _operations.Reset();

        await ApplyAsync(pointer);

        Assert.Equal(10 + 1, _operations.Count);
    }

    [Fact]
    public async Task What_is_none_of_ours_or_not_known_is_no_error()
    {
        var missing = Sent();
        var stranger = SampleEvents.About(missing, "bounce");
        stranger.Remove("sp_case");

        await ApplyAsync(SampleEvents.About(missing, "delivered"), Bounce(missing), stranger, "text", SampleEvents.About(missing, "open"));

        Assert.Null(await SuppressionAsync(missing));
    }

    [Fact]
    public async Task An_unsubscription_is_kept_apart_and_stops_no_answer()
    {
        var reply = await StoreAsync(Sent() with { To = Emails.Address($"{Ids.Next()}@customer.example") });

        await ApplyAsync(SampleEvents.About(reply, "group_unsubscribe", 5));
        Assert.True(await Suppressions.IsUnsubscribedAsync(reply.To, CancellationToken.None));
        Assert.Null(await SuppressionAsync(reply));
        Assert.Equal((ReplyState.Sent, "accepted-by-mail-service"), Describe(await ReadAsync(reply)));
        Assert.Equal(["customer-unsubscribed"], (await OutboxRows.EventsAsync(_services, reply)).Select(entry => entry.Kind));

        await ApplyAsync(SampleEvents.About(reply, "group_resubscribe", 4));
        Assert.True(await Suppressions.IsUnsubscribedAsync(reply.To, CancellationToken.None));
        await ApplyAsync(SampleEvents.About(reply, "group_resubscribe", 6));
        Assert.False(await Suppressions.IsUnsubscribedAsync(reply.To, CancellationToken.None));
    }

    [Fact]
    public async Task A_record_of_the_sender_that_comes_later_does_not_take_it_back()
    {
        var reply = await StoreAsync(OutboxRows.Approved() with { ClaimedAt = _clock.Now });
        var asTheSenderKnowsIt = await OutboxRows.ReadAsync(_services, reply);
        await ApplyAsync(SampleEvents.About(reply, "delivered"));

        await _services
            .GetRequiredService<Outbox>()
            .RecordAsync(
                asTheSenderKnowsIt,
                current => current with { State = ReplyState.Sent, Reason = "accepted-by-mail-service" },
                _ => null
            );

        Assert.Equal((ReplyState.Delivered, "delivered-to-recipient"), Describe(await ReadAsync(reply)));
    }

    private SuppressionList Suppressions => _services.GetRequiredService<SuppressionList>();

    private static Reply Sent() =>
        OutboxRows.Approved($"{Ids.Next()}@customer.example") with
        {
            State = ReplyState.Sent,
            Reason = ReasonCode.AcceptedByMailService,
        };

    private static JsonObject Bounce(Reply reply, int seconds = 0) =>
        SampleEvents.About(reply, "bounce", seconds, ("type", "bounce"), ("status", "5.1.1"), ("reason", "550 5.1.1 unknown user"));

    private static (ReplyState, string) Describe(Reply reply) => (reply.State, reply.Reason);

    private async Task<Reply> StoreAsync(Reply reply) => (await OutboxRows.StoreAsync(_services, reply)).Reply;

    private async Task<Reply> ReadAsync(Reply reply) => (await OutboxRows.ReadAsync(_services, reply)).Reply;

    private Task<Suppression?> SuppressionAsync(Reply reply) => Suppressions.FindAsync(reply.To, _clock.Now, CancellationToken.None);

    private async Task<DeliveryEventsReceived> KeepAsync(params JsonNode?[] events)
    {
        using var body = new MemoryStream(Encoding.UTF8.GetBytes(SampleEvents.Body(events)));
        await using var payload = (await PayloadBuffer.ReadAsync(body, long.MaxValue, null, CancellationToken.None))!;
        return new(await _services.GetRequiredService<DeliveryPayloadStore>().KeepAsync(Ids.Next(), payload, CancellationToken.None));
    }

    private async Task ApplyAsync(params JsonNode?[] events) => await ApplyAsync(await KeepAsync(events));

    private async Task ApplyAsync(DeliveryEventsReceived pointer) =>
        Assert.IsType<Outcome.Completed>(
            await _services.GetRequiredService<DeliveryEventApplication>().ApplyAsync(pointer, CancellationToken.None)
        );
}
