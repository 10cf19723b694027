using Azure.Core.Pipeline;
using Microsoft.Extensions.DependencyInjection;
using Moq;
using SupportPipeline.AzureSdk.Tests;
using SupportPipeline.Cases;
using SupportPipeline.Platform;
using SupportPipeline.Testing;

namespace SupportPipeline.Replies;

/// <summary>What stops a reply before the mail service is asked, through the whole of a delivery.</summary>
[Collection("Azurite")]
public sealed class OutboundGuardTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private readonly Mock<IMailTransport> _transport = new(MockBehavior.Strict);
    private readonly FixedClock _clock = new();
    private readonly CountingPolicy _operations = new();
    private readonly Reply _reply = OutboxRows.Approved($"{Ids.Next()}@customer.example");
    private int _sent;

    public async Task InitializeAsync()
    {
        _transport
            .Setup(transport => transport.SendAsync(It.IsAny<OutgoingMail>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(() => new SendResult.Accepted($"sg-{++_sent}"));
        await using var services = Create();
        await services.GetRequiredService<StorageProvisioner>().EnsureCreatedAsync(CancellationToken.None);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task With_the_master_switch_off_nothing_goes_out_and_nothing_is_lost()
    {
        await using (var off = Create(("Replies:Enabled", "false")))
        {
            var stored = await OutboxRows.StoreAsync(off, _reply);

            Assert.Equal(RetryDelay.Spread(TimeSpan.FromSeconds(900), _reply), await DeliverAsync(off, stored));
            Assert.NotNull(await DeliverAsync(off, await OutboxRows.ReadAsync(off, _reply)));

            Assert.Equal((ReplyState.Approved, "sending-switched-off"), await DescribeAsync(off));
            Assert.Equal(["reply-held-back"], (await OutboxRows.EventsAsync(off, _reply)).Select(entry => entry.Kind));
            Assert.Equal(0, _sent);
        }

        await using var on = Create();
        Assert.Null(await DeliverAsync(on, await OutboxRows.ReadAsync(on, _reply)));
        Assert.Equal((ReplyState.Sent, "accepted-by-mail-service"), await DescribeAsync(on));
        Assert.Equal(1, _sent);
    }

    [Fact]
    public async Task The_master_switch_holds_back_what_people_write_too()
    {
        await using var off = Create(("Replies:Enabled", "false"));
        var stored = await OutboxRows.StoreAsync(off, _reply with { WrittenBy = "agent-1" });

        Assert.NotNull(await DeliverAsync(off, stored));

        Assert.Equal(0, _sent);
    }

    [Fact]
    public async Task Who_is_not_on_the_allow_list_gets_nothing()
    {
        await using var services = Create(("Replies:AllowList", "@tester.example"));
        var tester = OutboxRows.Approved($"{Ids.Next()}@tester.example");

        Assert.Null(await DeliverAsync(services, await OutboxRows.StoreAsync(services, _reply)));
        Assert.Null(await DeliverAsync(services, await OutboxRows.StoreAsync(services, tester)));

        Assert.Equal((ReplyState.Suppressed, "not-on-allow-list"), await DescribeAsync(services));
        Assert.Equal(["reply-suppressed"], (await OutboxRows.EventsAsync(services, _reply)).Select(entry => entry.Kind));
        Assert.Equal(1, _sent);
    }

    [Fact]
    public async Task A_suppressed_address_gets_nothing_until_it_is_over()
    {
        await using var services = Create();
        var suppression = new Suppression
        {
            Code = "blocked-by-recipient",
            At = _clock.Now,
            Until = _clock.Now.AddDays(3),
        };
        await services.GetRequiredService<SuppressionList>().AddAsync(_reply.To, suppression, CancellationToken.None);
        await DeliverAsync(services, await OutboxRows.StoreAsync(services, _reply));
        Assert.Equal((ReplyState.Suppressed, "blocked-by-recipient"), await DescribeAsync(services));
        Assert.Equal(0, _sent);

        _clock.Now = _clock.Now.AddDays(3);
        var later = OutboxRows.Approved() with { To = _reply.To };
        await DeliverAsync(services, await OutboxRows.StoreAsync(services, later));
        Assert.Equal(1, _sent);
    }

    [Fact]
    public async Task The_look_at_the_address_costs_one_operation_and_can_be_spared()
    {
        await using var services = Create();
        var delivery = services.GetRequiredService<ReplyDelivery>();
        var (first, second) = (
            await OutboxRows.StoreAsync(services, _reply),
            await OutboxRows.StoreAsync(services, OutboxRows.Approved($"{Ids.Next()}@customer.example"))
        );
        _operations.Reset();
        await delivery.DeliverAsync(first, CancellationToken.None);
        Assert.Equal(3, _operations.Count);

        _operations.Reset();
        await delivery.DeliverAsync(second, isAddressChecked: true, CancellationToken.None);
        Assert.Equal(2, _operations.Count);
    }

    [Fact]
    public async Task Over_the_rate_of_the_desk_replies_wait_without_a_word_in_storage()
    {
        await using var services = Create(("Replies:MaxPerMinute", "20"));
        var waits = new List<TimeSpan?>();
        for (var i = 0; i < 4; i++)
        {
            var reply = OutboxRows.Approved($"{Ids.Next()}@customer.example");
            waits.Add(await DeliverAsync(services, await OutboxRows.StoreAsync(services, reply)));
            if (i == 3)
            {
                Assert.Equal(RetryDelay.Spread(TimeSpan.FromSeconds(10), reply), waits[3]);
                Assert.Equal("first-message", (await OutboxRows.ReadAsync(services, reply)).Reply.Reason);
            }
        }

        Assert.Equal([null, null], waits.Take(2));
        Assert.Equal(2, _sent);
    }

    [Fact]
    public async Task What_a_person_wrote_is_claimed_but_not_capped()
    {
        await using var services = Create(("Replies:MaxAutomaticPerAddressAndDay", "0"));
        var written = _reply with { WrittenBy = "agent-1" };
        var stored = await OutboxRows.StoreAsync(services, written);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => DeliverAsync(services, stored)));

        Assert.Equal((ReplyState.Sent, "accepted-by-mail-service"), await DescribeAsync(services));
        Assert.Equal(1, _sent);

        var automatic = OutboxRows.Approved() with { To = _reply.To };
        await DeliverAsync(services, await OutboxRows.StoreAsync(services, automatic));
        Assert.Equal("address-cap-reached", (await OutboxRows.ReadAsync(services, automatic)).Reply.Reason);
        Assert.Equal(1, _sent);
    }

    private ServiceProvider Create(params (string Name, string? Value)[] settings) =>
        Pipeline.Create(
            azurite.ConnectionString,
            _clock,
            services => services.AddSingleton(_transport.Object).AddSingleton<HttpPipelinePolicy>(_operations),
            settings
        );

    private static Task<TimeSpan?> DeliverAsync(ServiceProvider services, StoredReply stored) =>
        services.GetRequiredService<ReplyDelivery>().DeliverAsync(stored, CancellationToken.None);

    private async Task<(ReplyState, string)> DescribeAsync(ServiceProvider services)
    {
        var reply = (await OutboxRows.ReadAsync(services, _reply)).Reply;
        return (reply.State, reply.Reason);
    }
}
