using Azure.Core.Pipeline;
using Microsoft.Extensions.DependencyInjection;
using Moq;
using SupportPipeline.AzureSdk.Tests;
using SupportPipeline.Cases;
using SupportPipeline.Intake;
using SupportPipeline.Platform;
using SupportPipeline.Testing;

namespace SupportPipeline.Replies;

[Collection("Azurite")]
public sealed class ReplyDeliveryTests : IAsyncLifetime
{
    private readonly Mock<IMailTransport> _transport = new(MockBehavior.Strict);
    private readonly FixedClock _clock = new();
    private readonly LostAnswersPolicy _lostAnswers = new();
    private readonly ServiceProvider _services;
    private readonly string _address = $"{Ids.Next()}@example.org";

    public ReplyDeliveryTests(AzuriteFixture azurite)
    {
        _services = Pipeline.Create(
            azurite.ConnectionString,
            _clock,
            services => services.AddSingleton(_transport.Object).AddSingleton<HttpPipelinePolicy>(_lostAnswers),
            ("Replies:MaxAutomaticPerAddressAndDay", "3")
        );
    }

    private ReplyDelivery Delivery => _services.GetRequiredService<ReplyDelivery>();

    public Task InitializeAsync() => _services.GetRequiredService<StorageProvisioner>().EnsureCreatedAsync(CancellationToken.None);

    public async Task DisposeAsync()
    {
        _transport.VerifyNoOtherCalls();
        await _services.DisposeAsync();
    }

    [Fact]
    public async Task A_reply_is_sent_and_the_case_says_so()
    {
        Answers(new SendResult.Accepted("sg-1"));
        var reply = await CommitAsync();

        Assert.Null(await DeliverAsync(reply));

        var history = await HistoryAsync(reply);
        Assert.Equal((ReplyState.Sent, "sg-1", "accepted-by-mail-service"), Describe(history));
        Assert.Equal(_clock.Now, history.Replies[0].Reply.SentAt);
        Assert.Empty(history.Events);
        VerifySent(Times.Once());
    }

    [Fact]
    public async Task Delivered_again_after_it_was_sent_nothing_happens()
    {
        Answers(new SendResult.Accepted("sg-1"));
        var reply = await CommitAsync();
        await DeliverAsync(reply);

        Assert.Null(await DeliverAsync((await HistoryAsync(reply)).Replies[0]));

        VerifySent(Times.Once());
    }

    [Fact]
    public async Task Delivered_twice_at_once_it_is_sent_once_and_the_other_waits()
    {
        var mailServiceIsAsked = new TaskCompletionSource();
        var mailServiceAnswers = new TaskCompletionSource<SendResult>();
        _transport
            .Setup(transport => transport.SendAsync(It.IsAny<OutgoingMail>(), It.IsAny<CancellationToken>()))
            .Returns(() =>
            {
                mailServiceIsAsked.SetResult();
                return mailServiceAnswers.Task;
            });
        var reply = await CommitAsync();

        var first = DeliverAsync(reply);
        await mailServiceIsAsked.Task;
        var wait = await DeliverAsync(reply);
        mailServiceAnswers.SetResult(new SendResult.Accepted("sg-1"));
        await first;

        Assert.Equal(TimeSpan.FromSeconds(46), wait);
        Assert.Equal((ReplyState.Sent, "sg-1", "accepted-by-mail-service"), Describe(await HistoryAsync(reply)));
        VerifySent(Times.Once());
    }

    [Fact]
    public async Task A_claim_nobody_recorded_becomes_unknown_and_is_not_sent_again()
    {
        var reply = await CommitAsync();
        await _services.GetRequiredService<SendLedger>().ClaimAsync(reply.Reply, CancellationToken.None);
        _clock.Now = _clock.Now.AddSeconds(46);

        Assert.Equal(TimeSpan.FromMinutes(15), await DeliverAsync(reply));

        Assert.Equal((ReplyState.Unknown, null, "outcome-unknown"), Describe(await HistoryAsync(reply)));
        VerifySent(Times.Never());
    }

    [Fact]
    public async Task A_claim_whose_answer_got_lost_is_recognised_as_its_own()
    {
        Answers(new SendResult.Accepted("sg-1"));
        var reply = await CommitAsync();
        _lostAnswers.LoseNextTo("Customers");

        Assert.Null(await DeliverAsync(reply));

        Assert.Equal((ReplyState.Sent, "sg-1", "accepted-by-mail-service"), Describe(await HistoryAsync(reply)));
        Assert.Equal(1, _lostAnswers.Lost);
        VerifySent(Times.Once());
    }

    [Fact]
    public async Task What_is_known_to_be_sent_never_becomes_unknown_again()
    {
        Answers(new SendResult.Accepted("sg-1"));
        var asItWasBefore = await CommitAsync();
        await DeliverAsync(asItWasBefore);
        _clock.Now = _clock.Now.AddSeconds(46);

        Assert.Null(await DeliverAsync(asItWasBefore));

        Assert.Equal((ReplyState.Sent, "sg-1", "accepted-by-mail-service"), Describe(await HistoryAsync(asItWasBefore)));
        VerifySent(Times.Once());
    }

    [Fact]
    public async Task A_cut_connection_leaves_it_unknown()
    {
        Answers(new SendResult.Unknown("timeout"));
        var reply = await CommitAsync();

        Assert.Equal(TimeSpan.FromMinutes(15), await DeliverAsync(reply));

        Assert.Equal((ReplyState.Unknown, null, "outcome-unknown"), Describe(await HistoryAsync(reply)));
        VerifySent(Times.Once());
    }

    [Fact]
    public async Task While_the_mail_service_is_down_it_waits_longer_and_longer_and_is_sent_at_last()
    {
        Answers(new SendResult.Unavailable(null, "503"), new SendResult.Unavailable(null, "503"), new SendResult.Accepted("sg-1"));
        var reply = await CommitAsync();

        Assert.Equal(RetryDelay.Spread(TimeSpan.FromSeconds(15), reply.Reply), await DeliverAsync(reply));
        var second = (await HistoryAsync(reply)).Replies[0];
        Assert.Equal(RetryDelay.Spread(TimeSpan.FromSeconds(30), second.Reply), await DeliverAsync(second));
        Assert.Null(await DeliverAsync((await HistoryAsync(reply)).Replies[0]));

        var history = await HistoryAsync(reply);
        Assert.Equal((ReplyState.Sent, "sg-1", "accepted-by-mail-service"), Describe(history));
        Assert.Equal(2, history.Replies[0].Reply.Attempts);
        Assert.Equal(["reply-deferred"], history.Events.Select(happening => happening.Kind));
        VerifySent(Times.Exactly(3));
    }

    [Fact]
    public async Task It_waits_as_long_as_the_mail_service_asks()
    {
        Answers(new SendResult.Unavailable(TimeSpan.FromSeconds(7), "429"));

        var reply = await CommitAsync();
        Assert.Equal(RetryDelay.Spread(TimeSpan.FromSeconds(7), reply.Reply), await DeliverAsync(reply));

        VerifySent(Times.Once());
    }

    [Fact]
    public async Task After_three_days_of_trying_a_person_has_to_look()
    {
        Answers(new SendResult.Unavailable(null, "503"));
        var reply = await CommitAsync();
        _clock.Now = _clock.Now.AddHours(73);

        Assert.Null(await DeliverAsync(reply));

        Assert.Equal((ReplyState.Drafted, null, "delivery-given-up"), Describe(await HistoryAsync(reply)));
        VerifySent(Times.Once());
    }

    [Fact]
    public async Task A_refused_reply_goes_back_to_a_person_with_the_field()
    {
        Answers(new SendResult.Refused("400 personalizations.0.to"));
        var reply = await CommitAsync();

        Assert.Null(await DeliverAsync(reply));

        var history = await HistoryAsync(reply);
        Assert.Equal((ReplyState.Drafted, null, "refused-by-mail-service"), Describe(history));
        Assert.Equal("400 personalizations.0.to", history.Events[0].Evidence);
        VerifySent(Times.Once());
    }

    [Fact]
    public async Task An_address_gets_no_more_than_its_cap_a_day()
    {
        Answers(new SendResult.Accepted("1"), new SendResult.Accepted("2"), new SendResult.Accepted("3"), new SendResult.Accepted("4"));
        for (var i = 0; i < 3; i++)
        {
            await DeliverAsync(await CommitAsync());
        }

        var fourth = await CommitAsync();
        await DeliverAsync(fourth);
        Assert.Equal((ReplyState.Suppressed, null, "address-cap-reached"), Describe(await HistoryAsync(fourth)));
        VerifySent(Times.Exactly(3));

        _clock.Now = _clock.Now.AddDays(1);
        var nextDay = await CommitAsync();
        await DeliverAsync(nextDay);
        Assert.Equal((ReplyState.Sent, "4", "accepted-by-mail-service"), Describe(await HistoryAsync(nextDay)));
        VerifySent(Times.Exactly(4));
    }

    [Fact]
    public async Task The_mail_carries_threading_and_loop_protection()
    {
        OutgoingMail? sent = null;
        _transport
            .Setup(transport => transport.SendAsync(It.IsAny<OutgoingMail>(), It.IsAny<CancellationToken>()))
            .Callback((OutgoingMail mail, CancellationToken _) => sent = mail)
            .ReturnsAsync(new SendResult.Accepted("1"));
        var reply = await CommitAsync();
        await DeliverAsync(reply);

        var tokens = _services.GetRequiredService<CaseTokens>();
        Assert.Equal(("support@desk.example", "Example Support", _address), (sent!.From.Value, sent.FromName, sent.To.Value));
        Assert.Equal(tokens.ReplyAddress(reply.Reply.CaseId), sent.ReplyTo);
        Assert.Equal("auto-replied", sent.Headers["Auto-Submitted"]);
        Assert.Equal("All", sent.Headers["X-Auto-Response-Suppress"]);
        Assert.Equal("<first@mail.example>", sent.Headers["In-Reply-To"]);
        Assert.Equal("<root@mail.example> <first@mail.example>", sent.Headers["References"]);
        Assert.Equal(reply.Reply.CaseId, tokens.ReadMessageId(sent.Headers["Message-ID"].Trim('<', '>')));
        Assert.Equal(
            [("sp_case", reply.Reply.CaseId.Value), ("sp_reply", reply.Reply.Id)],
            sent.CustomArgs.Select(pair => (pair.Key, pair.Value))
        );
        VerifySent(Times.Once());
    }

    private void Answers(params SendResult[] results)
    {
        var sequence = _transport.SetupSequence(transport => transport.SendAsync(It.IsAny<OutgoingMail>(), It.IsAny<CancellationToken>()));
        foreach (var result in results)
        {
            sequence = sequence.ReturnsAsync(result);
        }
    }

    private void VerifySent(Times times) =>
        _transport.Verify(transport => transport.SendAsync(It.IsAny<OutgoingMail>(), It.IsAny<CancellationToken>()), times);

    private async Task<StoredReply> CommitAsync()
    {
        var email = Emails.From(_address) with { ReferenceChain = ["root@mail.example"] };
        var received = new ReceivedEmail(email, new(email.OwnWords, Triages.Plain), "email", "raw", Array.Empty<StoredAttachment>(), null);
        var change = _services
            .GetRequiredService<MessageDecision>()
            .Open(received, new(null, ReasonCode.NoThreadFound), CaseNumber.FromSequence(7), _clock.Now);
        var result = await _services.GetRequiredService<CaseStore>().CommitAsync(change, CancellationToken.None);
        return Assert.Single(Assert.IsType<CommitResult.Committed>(result).Replies);
    }

    private Task<TimeSpan?> DeliverAsync(StoredReply reply) => Delivery.DeliverAsync(reply, CancellationToken.None);

    private async Task<CaseHistory> HistoryAsync(StoredReply reply) =>
        (await _services.GetRequiredService<CaseStore>().LoadHistoryAsync(reply.Reply.CaseId, CancellationToken.None))!;

    private static (ReplyState State, string? ProviderMessageId, string Reason) Describe(CaseHistory history) =>
        (history.Replies[0].Reply.State, history.Replies[0].Reply.ProviderMessageId, history.Replies[0].Reply.Reason);
}
