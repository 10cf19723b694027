using System.Text;
using SupportPipeline.Platform;
using SupportPipeline.Testing;

namespace SupportPipeline.Intake;

public sealed class BounceReaderTests
{
    private const string Headers =
        "From: MAILER-DAEMON@mx.example.net\nSubject: Undelivered Mail Returned to Sender\nMessage-ID: <dsn@mx.example.net>\n";

    private static readonly EmailAddress[] Own = [Emails.Address("support@desk.example")];

    [Fact]
    public void Reads_an_attached_report_and_the_id_of_the_attached_mail()
    {
        var bounce = Read(
            "I could not deliver your mail.",
            (
                "message/delivery-status",
                "Reporting-MTA: dns; mx.example.net\r\n\r\nOriginal-Recipient: rfc822;mia@old.example\r\nFinal-Recipient: rfc822; mia@new.example\r\nAction: failed\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp; 550 5.1.1 <mia@new.example>: no such\r\n user here\r\n"
            ),
            (
                "message/rfc822; charset=utf-8",
                "From: support@desk.example\r\nMessage-ID: <c1.r1@desk.example>\r\nSubject: Re: Blender\r\n\r\nDear Mia"
            )
        );

        Assert.Equal("c1.r1@desk.example", bounce!.OriginalMessageId);
        Assert.Equal(
            [
                new BouncedRecipient(
                    "failed",
                    "5.1.1",
                    "550 5.1.1 <mia@new.example>: no such user here",
                    Emails.Address("mia@new.example"),
                    Emails.Address("mia@old.example")
                ),
            ],
            bounce.Recipients
        );
        Assert.Equal((true, true), (bounce.IsPermanent, bounce.Worst.IsAddressDead));
        Assert.Equal("failed 5.1.1", bounce.ToString());
    }

    [Fact]
    public void Reads_a_report_and_headers_that_stand_in_the_text()
    {
        var bounce = Read(
            "Sorry.\n\nFinal-Recipient: rfc822;<mia@example.org>\nAction: Failed (no retry)\nStatus: 5.2.2 (mailbox full)\n\nReceived: by a\nMessage-Id:\n <c1.r2@desk.example>\n"
        );

        Assert.Equal(("failed", "5.2.2", "mia@example.org", "c1.r2@desk.example"), Facts(bounce));
        Assert.Equal((true, false), (bounce!.IsPermanent, bounce.Worst.IsAddressDead));
    }

    [Fact]
    public void Reads_every_recipient_and_names_the_worst()
    {
        var bounce = Read(
            "x",
            (
                "message/delivery-status",
                "Final-Recipient: rfc822;a@example.org\nAction: delayed\nStatus: 4.4.1\n\nFinal-Recipient: rfc822;b@example.org\nAction: failed\nStatus: 4.4.7\n\nFinal-Recipient: rfc822;c@example.org\nAction: failed\nStatus: 5.0.0\nDiagnostic-Code: smtp; 550 5.7.1 blocked\n\n"
            )
        );

        Assert.Equal(
            ["delayed 4.4.1", "failed 4.4.7", "failed 5.7.1"],
            bounce!.Recipients.Select(recipient => $"{recipient.Action} {recipient.Status}")
        );
        Assert.Equal(("failed", "5.7.1", "c@example.org", null), Facts(bounce));
        Assert.False(bounce.Worst.IsAddressDead);
    }

    [Theory]
    // Exim
    [InlineData(
        "This message was created automatically by mail delivery software.\n\nA message that you sent could not be delivered to one or more of its\nrecipients. This is a permanent error. The following address(es) failed:\n\n  mia@example.org\n    host mx.example.org [192.0.2.5]\n    SMTP error from remote mail server after RCPT TO:<mia@example.org>:\n    550 No such user\n\n------ This is a copy of the message, including all the headers. ------\n\nMessage-ID: <r@desk.example>\n",
        "failed",
        "5.0.0",
        "mia@example.org",
        "r@desk.example"
    )]
    // qmail
    [InlineData(
        "Hi. This is the qmail-send program at mx.example.net.\nI'm afraid I wasn't able to deliver your message to the following addresses.\nThis is a permanent error; I've given up. Sorry it didn't work out.\n\n<mia@example.org>:\n192.0.2.5 does not like recipient.\nRemote host said: 553 5.3.0 no such mailbox (#5.1.1)\nGiving up on 192.0.2.5.\n\n--- Below this line is a copy of the message.\n\nReturn-Path: <support@desk.example>\nMessage-ID: <r@desk.example>\n",
        "failed",
        "5.3.0",
        "mia@example.org",
        "r@desk.example"
    )]
    // Postfix
    [InlineData(
        "This is the mail system at host mx.example.net.\n\nI'm sorry to have to inform you that your message could not\nbe delivered to one or more recipients. It's attached below.\n\n                   The mail system\n\n<mia@example.org>: host mx.example.org[192.0.2.5] said: 554 5.7.1 Relay access denied",
        "failed",
        "5.7.1",
        "mia@example.org",
        null
    )]
    // Exchange
    [InlineData(
        "Delivery has failed to these recipients or groups:\n\nMia (mia@example.org)<mailto:mia@example.org>\nThe email address couldn't be found.\n\nDiagnostic information for administrators:\nGenerating server: s1.example.org\nmia@example.org\nRemote Server returned '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found'\n\nOriginal message headers:\nMessage-ID: <r@desk.example>\n",
        "failed",
        "5.1.10",
        "mia@example.org",
        "r@desk.example"
    )]
    // Gmail
    [InlineData(
        "** Address not found **\n\nYour message wasn't delivered to mia@example.org because the address couldn't be found, or is unable to receive mail.\n\nThe response was:\n\n550 5.1.1 The account you tried to reach does not exist.",
        "failed",
        "5.1.1",
        "mia@example.org",
        null
    )]
    // Mail.ru
    [InlineData(
        "Это письмо создано автоматически сервером Mail.ru, отвечать на него не нужно.\n\nК сожалению, Ваше письмо не может быть доставлено одному или нескольким получателям:\n\n**********************\n\nmia@example.org\nresponse: 550 Message was not accepted -- invalid mailbox.\n",
        "failed",
        "5.0.0",
        "mia@example.org",
        null
    )]
    // QQ
    [InlineData(
        "抱歉，您的邮件被退回来了……\n原邮件信息：\n收件人：mia@example.org\n退信原因：收件人邮件地址不存在，邮件无法送达。\nhost mx.example.org[192.0.2.5] said: 550 Mailbox not found\n",
        "failed",
        "5.0.0",
        "mia@example.org",
        null
    )]
    public void Understands_what_mail_systems_write_for_people(
        string text,
        string action,
        string status,
        string recipient,
        string? messageId
    )
    {
        Assert.Equal((action, status, recipient, messageId), Facts(Read(text)));
    }

    [Theory]
    [InlineData("Warning: message delayed 4 hours", "delayed", "4.7.1")]
    [InlineData("Undelivered Mail Returned to Sender", "failed", "4.7.1")]
    public void Tells_a_delay_from_a_failure(string subject, string action, string status)
    {
        const string Text =
            "Your mail to mia@example.org has not been delivered.\nDelivery will be retried for 4 days.\n451 4.7.1 greylisted";

        var bounce = BounceReader.Read(EmailHeaders.Parse(Headers), subject, Text, [], isBounce: true, _ => false);

        Assert.Equal((action, status, "mia@example.org", null), Facts(bounce));
        Assert.False(bounce!.IsPermanent);
    }

    [Fact]
    public void Believes_the_header_that_names_the_recipient()
    {
        var bounce = Read(
            "Your mail to list@example.org failed.\n550 5.1.1 unknown",
            extraHeaders: "X-Failed-Recipients: mia@example.org, leo@example.org\nIn-Reply-To: <c1.r1@desk.example>\n"
        );

        Assert.Equal(["mia@example.org", "leo@example.org"], bounce!.Recipients.Select(recipient => recipient.Recipient!.Value.Value));
        Assert.Equal("c1.r1@desk.example", bounce.OriginalMessageId);
    }

    [Theory]
    [InlineData("Hello, how are you?")]
    [InlineData("I paid 550 euros on 5.1.2026 and 192.5.1.1 is my address.")]
    public void Is_no_report_when_nothing_failed(string text)
    {
        Assert.Null(BounceReader.Read(EmailHeaders.Parse("From: a@example.org\n"), "Hello", text, [], isBounce: true, _ => false));
        Assert.Null(Read(text, isBounce: false));
    }

    [Theory]
    [InlineData("550 5.1.1 x", "5.1.1")]
    [InlineData("#5.1.1 smtp;550", "5.1.1")]
    [InlineData("(5.7.133)", "5.7.133")]
    [InlineData("code 5.1.1.", "5.1.1")]
    [InlineData("at 5.1.1.7 or 15.1.1", null)]
    [InlineData("5.1", null)]
    [InlineData("421 try later", "4.0.0")]
    [InlineData("port 5500 of 1.550", null)]
    [InlineData(null, null)]
    public void Finds_codes(string? text, string? expected)
    {
        Assert.Equal(expected, BounceCodes.Of(text));
    }

    [Fact]
    public void Survives_a_megabyte_of_anything()
    {
        foreach (var unit in new[] { "Final-Recipient: rfc822;a@b.example\n", "a@b.example ", "5.1.1\n", "Message-ID:\n", " \n", "x: y\n" })
        {
            var text = string.Concat(Enumerable.Repeat(unit, 1_000_000 / unit.Length));

            _ = Read(text, ("message/delivery-status", text));
        }
    }

    private static (string? Action, string? Status, string? Recipient, string? MessageId) Facts(BounceReport? bounce) =>
        (bounce?.Action, bounce?.Status, bounce?.FinalRecipient?.Value, bounce?.OriginalMessageId);

    private static BounceReport? Read(string text, params (string Type, string Content)[] parts) => Read(text, "", true, parts);

    private static BounceReport? Read(
        string text,
        string extraHeaders = "",
        bool isBounce = true,
        params (string Type, string Content)[] parts
    ) =>
        BounceReader.Read(
            EmailHeaders.Parse(Headers + extraHeaders),
            isBounce ? "Undelivered Mail Returned to Sender" : "Hello",
            text,
            [
                .. parts.Select(
                    (part, i) =>
                        new AttachmentPart($"attachment{i + 1}", "part", part.Type, part.Content.Length)
                        {
                            Report = Encoding.UTF8.GetBytes(part.Content),
                        }
                ),
            ],
            isBounce,
            address => Own.Contains(address)
        );
}
