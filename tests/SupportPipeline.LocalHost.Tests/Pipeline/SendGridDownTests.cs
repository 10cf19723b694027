using System.Net.Http.Json;
using SupportPipeline.LocalHost.Hosting;
using SupportPipeline.LocalHost.Tests.Pipeline.Scenario;
using SupportPipeline.Platform;

namespace SupportPipeline.LocalHost.Tests.Pipeline;

public sealed class SendGridDownTests(SendGridDownTests.ImpatientDesk fixture)
    : PipelineTest(fixture),
        IClassFixture<SendGridDownTests.ImpatientDesk>
{
    [Theory]
    [InlineData(503, 3)]
    [InlineData(429, 1)]
    [InlineData(401, 2)]
    public async Task The_reply_waits_and_is_sent_once(int status, int count)
    {
        var maria = Customer($"maria.waits.{status}@customer.example");
        await Desk.FailAsync(
            new
            {
                target = "sendgrid",
                status,
                count,
            }
        );

        var opened = await maria.OpensAsync(maria.Letter());

        Assert.Equal(["thread opened no-thread-found", "acknowledgement send first-message"], opened.OnlyMessage.Decided);
        Assert.Equal(
            ("sent", "accepted-by-mail-service", count),
            (opened.OnlyReply.State, opened.OnlyReply.Reason, opened.OnlyReply.Attempts)
        );
        Assert.Equal(
            [$"reply-deferred mail-service-unavailable {status}", "reply-sent accepted-by-mail-service "],
            opened.Events.Select(entry => $"{entry.Kind} {entry.Reason} {entry.Evidence}")
        );
        await maria.OnlyMailAsync();
    }

    [Fact]
    public async Task A_reply_whose_answer_was_lost_is_never_sent_again()
    {
        ExpectInLog("Nobody knows whether reply");
        var maria = Customer("maria.dropped@customer.example");
        await Desk.FailAsync(new { target = "sendgrid", dropAnswer = true });

        var opened = await maria.OpensAsync(maria.Letter());

        Assert.Equal(("unknown", "outcome-unknown"), (opened.OnlyReply.State, opened.OnlyReply.Reason));
        Assert.Equal(["reply-unknown"], opened.Events.Select(entry => entry.Kind));
        await maria.OnlyMailAsync();
        using (await Desk.Http.PostAsJsonAsync("local/clock", new { advance = "1.00:00:00" }))
        {
            await Desk.Queue(StorageNames.InboundMessagesQueue).SendMessageAsync(await Desk.PointerAsync(opened.Id));
        }

        await Desk.IdleAsync();
        Assert.Equal(opened.OnlyReply, (await Desk.CaseAsync(opened.Id)).Replies.Single(reply => reply.Id == opened.OnlyReply.Id));
        Assert.Single(await maria.MailsAsync(), mail => mail.CustomArgs["sp_reply"] == opened.OnlyReply.Id);
    }

    [Fact]
    public async Task A_refused_reply_waits_for_a_person()
    {
        ExpectInLog("The mail service refused reply");
        var maria = Customer("maria.refused@customer.example");
        await Desk.FailAsync(new { target = "sendgrid", status = 400 });

        var opened = await maria.OpensAsync(maria.Letter());

        Assert.Equal(("drafted", "refused-by-mail-service"), (opened.OnlyReply.State, opened.OnlyReply.Reason));
        Assert.Equal(["reply-returned refused-by-mail-service"], opened.Events.Select(entry => $"{entry.Kind} {entry.Reason}"));
        Assert.Empty(await maria.MailsAsync());
    }

    /// <summary>The desk of these tests.</summary>
    public sealed class ImpatientDesk : SharedDesk
    {
        private protected override LocalHostOptions Configure(LocalHostOptions options) =>
            With(options, ("Replies:RetrySeconds", "1"), ("Replies:MaxRetrySeconds", "1"), ("Replies:ClaimSeconds", "5"));
    }
}
