using System.Text;
using SupportPipeline.LocalHost.Tests.Pipeline.Scenario;

namespace SupportPipeline.LocalHost.Tests.Pipeline;

/// <summary>A reply that comes back: the report lands in the case of the reply, the address gets no more mail, an agent is told.</summary>
[Collection(SharedDeskCollection.Name)]
public sealed class BounceTests(SharedDesk shared) : PipelineTest(shared)
{
    [Fact]
    public async Task A_report_of_a_permanent_failure_marks_the_reply_suppresses_the_address_and_wants_attention()
    {
        var mia = Customer("mia.gone@customer.example", "Mia Berg");
        var opened = await mia.OpensAsync(mia.Letter());

        await Customer("mailer-daemon@mx.customer.example")
            .SendsAsync(Report((await mia.OnlyMailAsync()).ExternalId, mia.Address, "5.1.1"));

        var its = await Desk.CaseAsync(opened.Id);
        Assert.Equal(2, its.MessageCount);
        Assert.Equal("thread joined reply-bounced", its.Messages[1].Decided[0]);
        Assert.Equal("bounced", its.OnlyReply.State);
        Assert.Equal(
            ["needs-attention address-does-not-exist", "reply-bounced address-does-not-exist"],
            its.Events.Where(entry => entry.Kind is "reply-bounced" or "needs-attention")
                .Select(entry => $"{entry.Kind} {entry.Reason}")
                .Order(StringComparer.Ordinal)
        );

        // Another person of the same address has a matter of his own, and gets no acknowledgement any more.
        var again = await mia.OpensAsync(mia.Letter() with { FromName = "Jonas Berg", Subject = "Another matter" });
        Assert.Single(await mia.MailsAsync());
        Assert.Equal(("suppressed", "address-does-not-exist"), (again.Replies[^1].State, again.Replies[^1].Reason));
    }

    [Fact]
    public async Task The_same_report_twice_is_told_once()
    {
        var tom = Customer("tom.gone@customer.example");
        var opened = await tom.OpensAsync(tom.Letter());
        var report = Report((await tom.OnlyMailAsync()).ExternalId, tom.Address, "5.1.1");

        await Task.WhenAll(tom.SendsAsync(report), tom.SendsAsync(report));

        var its = await Desk.CaseAsync(opened.Id);
        Assert.Equal(2, its.MessageCount);
        Assert.Single(its.Events, entry => entry.Kind == "needs-attention");
    }

    [Fact]
    public async Task A_delay_changes_nothing_but_the_timeline()
    {
        var ada = Customer("ada.slow@customer.example");
        var opened = await ada.OpensAsync(ada.Letter());

        await Customer("mailer-daemon@mx.customer.example")
            .SendsAsync(Report((await ada.OnlyMailAsync()).ExternalId, ada.Address, "4.4.1", "delayed"));

        var its = await Desk.CaseAsync(opened.Id);
        Assert.NotEqual("bounced", its.OnlyReply.State);
        Assert.Single(its.Events, entry => entry.Kind == "reply-delayed");
        Assert.DoesNotContain(its.Events, entry => entry.Kind == "needs-attention");
    }

    private static Letter Report(string messageId, string recipient, string status, string action = "failed") =>
        new()
        {
            From = "mailer-daemon@mx.customer.example",
            MessageId = $"report-{status}-{action}-{recipient.Split('@')[0]}@mx.customer.example",
            Subject = "Undelivered Mail Returned to Sender",
            Text = "I'm sorry to have to inform you that your message could not be delivered to one or more recipients.\n",
            EnvelopeFrom = "",
            Headers =
            [
                "Return-Path: <>",
                "Auto-Submitted: auto-replied",
                "Content-Type: multipart/report; report-type=delivery-status; boundary=b",
            ],
            Attachments =
            [
                (
                    "status.txt",
                    "message/delivery-status",
                    Encoding.ASCII.GetBytes(
                        $"Reporting-MTA: dns; mx.customer.example\n\nFinal-Recipient: rfc822; {recipient}\nAction: {action}\nStatus: {status}\n"
                            + "Diagnostic-Code: smtp; 550 No such user here\n"
                    )
                ),
                (
                    "mail.eml",
                    "message/rfc822",
                    Encoding.ASCII.GetBytes(
                        $"Message-ID: <{messageId}>\nTo: {recipient}\nSubject: Re: Question about invoice 4711\n\nHello\n"
                    )
                ),
            ],
        };
}
