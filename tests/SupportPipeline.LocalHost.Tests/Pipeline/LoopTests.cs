using SupportPipeline.LocalHost.Tests.Pipeline.Scenario;

namespace SupportPipeline.LocalHost.Tests.Pipeline;

[Collection(SharedDeskCollection.Name)]
public sealed class LoopTests(SharedDesk shared) : PipelineTest(shared)
{
    [Fact]
    public async Task An_out_of_office_answer_joins_and_is_not_answered()
    {
        var maria = Customer("maria.away@customer.example");
        await maria.OpensAsync(maria.Letter());
        var mail = await maria.OnlyMailAsync();

        await maria.SendsAsync(
            maria.Letter() with
            {
                To = mail.ReplyAddress,
                InReplyTo = mail.ExternalId,
                Subject = "Automatic reply: " + mail.Subject,
                Headers = ["Auto-Submitted: auto-replied", "X-Auto-Response-Suppress: All"],
                EnvelopeFrom = "",
            }
        );

        var opened = await maria.OnlyCaseAsync();
        Assert.Equal(["thread joined reply-address", "acknowledgement not-sent out-of-office"], opened.Messages[1].Decided);
        await maria.OnlyMailAsync();
    }

    [Theory]
    [InlineData("newsletter@shop.example", "List-Unsubscribe: <https://shop.example/u>", null, "list-unsubscribe")]
    [InlineData("bounces@mx.example", "Content-Type: text/plain", "", "null-envelope-sender")]
    [InlineData("no-reply@shop.example", "Content-Type: text/plain", null, "no-reply-sender")]
    [InlineData("mailer-daemon@mx.example", "Content-Type: text/plain", null, "system-sender")]
    [InlineData("robot@machine.example", "Auto-Submitted: auto-generated", null, "auto-submitted")]
    [InlineData("help@desk.example", "Content-Type: text/plain", null, "own-address")]
    public async Task Automatic_mail_is_kept_with_the_reason_and_never_answered(
        string from,
        string header,
        string? envelopeFrom,
        string reason
    )
    {
        var robot = Customer(from);

        var opened = await robot.OpensAsync(robot.Letter() with { Headers = [header], EnvelopeFrom = envelopeFrom });

        Assert.Equal(["thread opened no-thread-found", $"acknowledgement not-sent {reason}"], opened.OnlyMessage.Decided);
        Assert.Empty(opened.Replies);
        Assert.Empty(opened.Events);
        Assert.Empty(await robot.MailsAsync());
    }

    [Fact]
    public async Task Our_own_mail_that_comes_back_is_recognised()
    {
        var maria = Customer("maria.echo@customer.example");
        var opened = await maria.OpensAsync(maria.Letter());
        var mail = await maria.OnlyMailAsync();

        await maria.SendsAsync(
            maria.Letter() with
            {
                MessageId = mail.ExternalId,
                InReplyTo = mail.Headers["In-Reply-To"].Trim('<', '>'),
                Subject = mail.Subject,
                Text = mail.Text,
                Headers =
                [
                    .. mail
                        .Headers.Where(header => header.Key.StartsWith("X-", StringComparison.Ordinal))
                        .Select(header => $"{header.Key}: {header.Value}"),
                ],
            }
        );

        var joined = await maria.OnlyCaseAsync();
        Assert.Equal(opened.Id, joined.Id);
        Assert.Equal(["thread joined references", "acknowledgement not-sent own-loop-header"], joined.Messages[1].Decided);
        await maria.OnlyMailAsync();
    }

    [Fact]
    public async Task The_sixth_acknowledgement_to_one_address_on_a_day_is_suppressed()
    {
        var maria = Customer("maria.cap@customer.example");
        var opened = new List<ReadCase>();
        for (var i = 1; i <= 6; i++)
        {
            // Another name each time: mails of one person at the same moment would share a case.
            opened.Add(await maria.OpensAsync(maria.Letter() with { Subject = $"Matter {i}", FromName = $"Maria {i}" }));
        }

        Assert.Equal(6, (await maria.CasesAsync()).Count);
        Assert.All(opened.Take(5), one => Assert.Equal("sent", one.OnlyReply.State));
        Assert.Equal(("suppressed", "address-cap-reached"), (opened[5].OnlyReply.State, opened[5].OnlyReply.Reason));
        Assert.Equal(["reply-suppressed address-cap-reached"], opened[5].Events.Select(entry => $"{entry.Kind} {entry.Reason}"));
        Assert.Equal(5, (await maria.MailsAsync()).Count);
    }
}
