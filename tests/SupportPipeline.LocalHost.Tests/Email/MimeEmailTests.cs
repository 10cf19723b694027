using System.Text;
using SupportPipeline.LocalHost.Email;

namespace SupportPipeline.LocalHost.Tests.Email;

public sealed class MimeEmailTests
{
    [Fact]
    public void Reads_a_plain_mail()
    {
        var email = Read(
            """
            Return-Path: <bounce@customer.example>
            From: =?windows-1251?B?wO3t4A==?= <anna@customer.example>
            To: "Desk, Support" <support@desk.example>,
              second@desk.example
            Subject: =?gb2312?B?tqm1pQ==?=
             =?big5?B?rXGz5g==?=
            Message-ID: <1@customer.example>
            Content-Type: text/plain; charset=us-ascii

            Where is it?
            """
        );

        Assert.Equal("Анна <anna@customer.example>", email.Header("from")!.Value);
        Assert.Equal("订单訂單", email.Header("Subject")!.Value);
        Assert.Equal("<1@customer.example>", email.MessageId);
        Assert.Equal("Where is it?", email.Text);
        Assert.Equal("us-ascii", email.TextCharset);
        Assert.Null(email.Html);
        Assert.Equal("bounce@customer.example", email.EnvelopeFrom);
        Assert.Equal(["support@desk.example", "second@desk.example"], email.EnvelopeTo);
    }

    [Theory]
    [InlineData("windows-1251", "Где мой заказ?")]
    [InlineData("koi8-r", "Где мой заказ?")]
    [InlineData("gb2312", "我的订单在哪里?")]
    [InlineData("gb18030", "我的订单在哪里?")]
    [InlineData("big5", "我的訂單在哪裡?")]
    [InlineData("utf-8", "我的订单 Где 🙂")]
    [InlineData("iso-8859-1", "Grüße")]
    public void Reads_a_text_in_its_character_set_and_sends_it_on_in_the_same(string charset, string text)
    {
        byte[] mail =
        [
            .. Encoding.ASCII.GetBytes($"To: a@b.example\r\nContent-Type: text/plain; charset=\"{charset}\"\r\n\r\n"),
            .. MailCharset.Find(charset)!.GetBytes(text),
        ];

        var email = MimeEmail.Read(mail);

        Assert.Equal((text, charset), (email.Text, email.TextCharset));
    }

    [Fact]
    public void Reads_nested_parts_inline_pictures_and_files()
    {
        var email = Read(
            """
            To: support@desk.example
            Content-Type: multipart/mixed; boundary="outer"

            This is a multi-part message.
            --outer
            Content-Type: multipart/related; boundary=related

            --related
            Content-Type: multipart/alternative; boundary="al;t"

            --al;t
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: quoted-printable

            caf=C3=A9 =
            line
            --al;t
            Content-Type: text/html; charset=utf-8
            Content-Transfer-Encoding: base64

            PHA+Y2Fmw6k8L3A+
            --al;t--
            --related
            Content-Type: image/png; name="logo.png"
            Content-ID: <logo@1>
            Content-Disposition: inline; filename="logo.png"
            Content-Transfer-Encoding: base64

            iVBO
            Rw==
            --related--

            --outer
            Content-Type: application/pdf
            Content-Disposition: attachment; filename*0*=UTF-8''%D1%81%D1%87;
             filename*1*=%D1%91%D1%82.pdf

            %PDF
            --outer
            Content-Type: message/rfc822

            Subject: forwarded

            inner
            --outer--
            epilogue
            """
        );

        Assert.Equal("café line", email.Text);
        Assert.Equal("<p>café</p>", email.Html);
        Assert.Equal(
            ["logo.png image/png logo@1 4", "счёт.pdf application/pdf  4", "message.eml message/rfc822  27"],
            email.Attachments.Select(a => $"{a.Filename} {a.Type} {a.ContentId} {a.Content.Length}")
        );
        Assert.Equal([0x89, 0x50, 0x4E, 0x47], email.Attachments[0].Content);
    }

    [Fact]
    public void Reads_what_is_left_of_broken_base64()
    {
        var email = Read(
            """
            To: a@b.example
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: base64

            SGVs*bG8gd2
            9ybGQ
            """
        );

        Assert.Equal("Hello world", email.Text);
    }

    [Fact]
    public void Reads_a_mail_without_most_header_fields()
    {
        var email = Read("Subject: only this\n\nhello");

        Assert.Equal("hello", email.Text);
        Assert.Equal(string.Empty, email.MessageId);
        Assert.Equal(string.Empty, email.EnvelopeFrom);
        Assert.Empty(email.EnvelopeTo);
        Assert.Null(email.Header("From"));
    }

    [Fact]
    public void Gives_a_bounce_no_envelope_sender()
    {
        var email = Read("Return-Path: <>\nFrom: MAILER-DAEMON@mx.example\nTo: support@desk.example\n\nundeliverable");

        Assert.Equal(string.Empty, email.EnvelopeFrom);
    }

    [Fact]
    public void Keeps_the_last_part_of_a_mail_that_was_cut_off()
    {
        var email = Read(
            "To: a@b.example\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\nfirst\n--x\nContent-Type: text/html\n\n<b>cut"
        );

        Assert.Equal(("first", "<b>cut"), (email.Text, email.Html));
    }

    [Fact]
    public void Shows_a_multipart_without_parts_as_text()
    {
        var email = Read("To: a@b.example\nContent-Type: multipart/mixed\n\njust text");

        Assert.Equal("just text", email.Text);
    }

    [Fact]
    public void Sends_text_with_an_untrue_label_on_in_utf8()
    {
        var email = MimeEmail.Read(Encoding.UTF8.GetBytes("To: a@b.example\r\nContent-Type: text/plain; charset=us-ascii\r\n\r\nпривет"));

        Assert.Equal(("привет", "UTF-8"), (email.Text, email.TextCharset));
    }

    [Fact]
    public void Reads_header_fields_in_bare_utf8_and_in_bare_latin1()
    {
        Assert.Equal("заказ", MimeEmail.Read(Encoding.UTF8.GetBytes("Subject: заказ\r\n\r\n")).Header("Subject")!.Value);
        Assert.Equal("Grüße", MimeEmail.Read(Encoding.Latin1.GetBytes("Subject: Grüße\r\n\r\n")).Header("Subject")!.Value);
    }

    private static OutgoingTestEmail Read(string mail) => MimeEmail.Read(Encoding.UTF8.GetBytes(mail.ReplaceLineEndings("\r\n")));
}
