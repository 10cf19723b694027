using Microsoft.Extensions.DependencyInjection;
using Moq;
using SupportPipeline.AzureSdk.Tests;
using SupportPipeline.Cases;
using SupportPipeline.Platform;
using SupportPipeline.Replies.DeliveryEvents;
using SupportPipeline.Testing;

namespace SupportPipeline.Replies;

[Collection("Azurite")]
public sealed class UnknownRepliesTests : IAsyncLifetime
{
    private readonly Mock<IMailTransport> _transport = new(MockBehavior.Strict);
    private readonly FixedClock _clock = new();
    private readonly ServiceProvider _services;
    private readonly Reply _reply = OutboxRows.Approved($"{Ids.Next()}@customer.example");

    public UnknownRepliesTests(AzuriteFixture azurite) =>
        _services = Pipeline.Create(azurite.ConnectionString, _clock, services => services.AddSingleton(_transport.Object));

    public async Task InitializeAsync()
    {
        await _services.GetRequiredService<StorageProvisioner>().EnsureCreatedAsync(CancellationToken.None);
        _transport
            .SetupSequence(transport => transport.SendAsync(It.IsAny<OutgoingMail>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new SendResult.Unknown("timeout"))
            .ReturnsAsync(new SendResult.Accepted("sg-2"));

        // Other tests move their clocks on the same row: this one starts where it knows nothing.
        var jobs = _services.GetRequiredService<Azure.Data.Tables.TableServiceClient>().GetTableClient(StorageNames.JobsTable);
        await jobs.DeleteEntityAsync("job", "delivery-event-flow");
    }

    public async Task DisposeAsync() => await _services.DisposeAsync();

    [Fact]
    public async Task The_mail_service_told_of_later_mails_so_it_is_sent_again_and_once()
    {
        await DeliverFirstAsync(_reply);
        await EventOfAnotherMailAsync(minutes: 10);
        _clock.Now = _clock.Now.AddMinutes(15);

        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => DeliverAsync()));

        Assert.Contains(results, wait => wait is null);
        var after = await ReadAsync();
        Assert.Equal((ReplyState.Sent, "sg-2", 1), (after.State, after.ProviderMessageId, after.Attempts));
        Assert.Equal(["reply-unknown", "reply-sent-again"], await KindsAsync());
        VerifyAsked(2);
    }

    [Fact]
    public async Task After_an_outage_events_are_waited_for_anew_because_newer_ones_may_come_first()
    {
        await DeliverFirstAsync(_reply);
        _clock.Now = _clock.Now.AddHours(3);
        await EventOfAnotherMailAsync(minutes: 0);

        Assert.Equal(TimeSpan.FromMinutes(15), await DeliverAsync());

        Assert.Equal((ReplyState.Unknown, _clock.Now), ((await ReadAsync()).State, (await ReadAsync()).UnknownSince));
        VerifyAsked(1);
    }

    [Fact]
    public async Task What_a_person_wrote_goes_back_to_people()
    {
        await DeliverFirstAsync(_reply with { WrittenBy = "agent-1" });
        await EventOfAnotherMailAsync(minutes: 10);
        _clock.Now = _clock.Now.AddMinutes(15);

        Assert.Null(await DeliverAsync());

        var after = await ReadAsync();
        Assert.Equal((ReplyState.Drafted, "never-accepted"), (after.State, after.Reason));
        Assert.Equal(["reply-unknown", "reply-returned"], await KindsAsync());
        VerifyAsked(1);
    }

    [Fact]
    public async Task Sent_off_once_more_by_a_person_it_is_claimed_anew()
    {
        await What_a_person_wrote_goes_back_to_people();
        var drafted = await OutboxRows.ReadAsync(_services, _reply);
        await _services
            .GetRequiredService<Outbox>()
            .TryMoveAsync(drafted, drafted.Reply with { State = ReplyState.Approved }, null, CancellationToken.None);

        Assert.Null(await DeliverAsync());

        Assert.Equal(ReplyState.Sent, (await ReadAsync()).State);
        VerifyAsked(2);
    }

    [Fact]
    public async Task Without_events_nothing_is_concluded_until_a_person_has_to_look()
    {
        await DeliverFirstAsync(_reply);
        _clock.Now = _clock.Now.AddMinutes(15);
        Assert.Equal(TimeSpan.FromMinutes(7.5), await DeliverAsync());
        _clock.Now = _clock.Now.AddHours(72);
        Assert.Null(await DeliverAsync());

        var after = await ReadAsync();
        Assert.Equal((ReplyState.Drafted, "outcome-stays-unknown"), (after.State, after.Reason));
        VerifyAsked(1);
    }

    [Fact]
    public async Task An_event_that_comes_in_the_meantime_settles_it()
    {
        await DeliverFirstAsync(_reply);
        var asItWas = await OutboxRows.ReadAsync(_services, _reply);
        await EventOfAnotherMailAsync(minutes: 10);
        _clock.Now = _clock.Now.AddMinutes(15);
        await _services
            .GetRequiredService<ToldReplies>()
            .TellAsync(_reply.CaseId, _reply.Id, new() { DeliveredAt = _clock.Now }, [], CancellationToken.None);

        // Both the delivery that had read it before and one that reads it now.
        Assert.Null(await _services.GetRequiredService<ReplyDelivery>().DeliverAsync(asItWas, CancellationToken.None));
        Assert.Null(await DeliverAsync());

        Assert.Equal(ReplyState.Delivered, (await ReadAsync()).State);
        VerifyAsked(1);
    }

    [Fact]
    public async Task The_flow_of_events_never_runs_ahead_or_backwards()
    {
        var flow = _services.GetRequiredService<DeliveryEventFlow>();
        await flow.ArrivedAsync(_clock.Now.AddHours(1), CancellationToken.None);
        Assert.Null(await flow.LatestAsync(CancellationToken.None));

        await flow.ArrivedAsync(_clock.Now, CancellationToken.None);
        await flow.ArrivedAsync(_clock.Now.AddSeconds(59), CancellationToken.None);
        await flow.ArrivedAsync(_clock.Now.AddHours(-1), CancellationToken.None);
        Assert.Equal(_clock.Now, await flow.LatestAsync(CancellationToken.None));

        await flow.ArrivedAsync(_clock.Now.AddSeconds(60), CancellationToken.None);
        Assert.Equal(_clock.Now.AddSeconds(60), await flow.LatestAsync(CancellationToken.None));
    }

    private async Task DeliverFirstAsync(Reply reply)
    {
        var wait = await _services
            .GetRequiredService<ReplyDelivery>()
            .DeliverAsync(await OutboxRows.StoreAsync(_services, reply), CancellationToken.None);
        Assert.Equal(TimeSpan.FromMinutes(15), wait);
        Assert.Equal(ReplyState.Unknown, (await ReadAsync()).State);
    }

    private async Task<TimeSpan?> DeliverAsync() =>
        await _services
            .GetRequiredService<ReplyDelivery>()
            .DeliverAsync(await OutboxRows.ReadAsync(_services, _reply), CancellationToken.None);

    private async Task EventOfAnotherMailAsync(int minutes)
    {
        var now = _clock.Now;
        _clock.Now = now.AddMinutes(minutes);
        await _services.GetRequiredService<DeliveryEventFlow>().ArrivedAsync(_clock.Now, CancellationToken.None);
        _clock.Now = now;
    }

    private async Task<Reply> ReadAsync() => (await OutboxRows.ReadAsync(_services, _reply)).Reply;

    private async Task<IReadOnlyList<string>> KindsAsync() =>
        [.. (await OutboxRows.EventsAsync(_services, _reply)).Select(entry => entry.Kind)];

    private void VerifyAsked(int times) =>
        _transport.Verify(transport => transport.SendAsync(It.IsAny<OutgoingMail>(), It.IsAny<CancellationToken>()), Times.Exactly(times));
}
