using System.Text;
using SupportPipeline.LocalHost.Email;

namespace SupportPipeline.LocalHost.Tests.Email;

public sealed class InboundParseRequestTests
{
    private static readonly DateTimeOffset at = new(2026, 8, 3, 9, 30, 0, TimeSpan.Zero);

    [Fact]
    public void Writes_a_small_mail_byte_for_byte_as_sendgrid_does()
    {
        var email = OutgoingTestEmail.Of(
            new Mailbox("Anna", "anna@customer.example"),
            new Mailbox(null, "support@desk.example"),
            "Order 17",
            "Where is it?",
            "<1@customer.example>",
            at
        );

        var request = InboundParseRequest.Of(email);

        Assert.Equal("multipart/form-data; boundary=xYzZY", request.ContentType);
        Assert.Equal(
            """
            --xYzZY
            Content-Disposition: form-data; name="headers"

            Content-Type: text/plain; charset="UTF-8"¶Date: Mon, 03 Aug 2026 09:30:00 +0000¶From: Anna <anna@customer.example>¶MIME-Version: 1.0¶Message-ID: <1@customer.example>¶Subject: Order 17¶To: support@desk.example¶
            --xYzZY
            Content-Disposition: form-data; name="dkim"

            {@customer.example : pass}
            --xYzZY
            Content-Disposition: form-data; name="to"

            support@desk.example
            --xYzZY
            Content-Disposition: form-data; name="from"

            Anna <anna@customer.example>
            --xYzZY
            Content-Disposition: form-data; name="text"

            Where is it?
            --xYzZY
            Content-Disposition: form-data; name="sender_ip"

            127.0.0.1
            --xYzZY
            Content-Disposition: form-data; name="envelope"

            {"to":["support@desk.example"],"from":"anna@customer.example"}
            --xYzZY
            Content-Disposition: form-data; name="attachments"

            0
            --xYzZY
            Content-Disposition: form-data; name="subject"

            Order 17
            --xYzZY
            Content-Disposition: form-data; name="charsets"

            {"to":"UTF-8","from":"UTF-8","text":"UTF-8","subject":"UTF-8"}
            --xYzZY
            Content-Disposition: form-data; name="SPF"

            pass
            --xYzZY--

            """.ReplaceLineEndings("\r\n").Replace('¶', '\n'),
            Encoding.UTF8.GetString(request.Body.Span)
        );
    }

    [Fact]
    public void Writes_every_field_in_its_own_character_set_and_attachments_as_they_are()
    {
        var cyrillic = MailCharset.Find("windows-1251")!;
        var email = new OutgoingTestEmail
        {
            Headers =
            [
                new TestHeader("From", "=?koi8-r?B?4c7OwQ==?= <anna@customer.example>"),
                new TestHeader("To", "support@desk.example"),
            ],
            Text = "Где заказ?",
            TextCharset = "windows-1251",
            Html = "<p>订单</p>",
            HtmlCharset = "iso-8859-1",
            Attachments = [new TestAttachment("фото \"1\".png", "image/png", [0, 13, 10, 255], "logo")],
            EnvelopeFrom = string.Empty,
            EnvelopeTo = ["support@desk.example"],
        };

        var body = InboundParseRequest.Of(email).Body.ToArray();

        byte[] PartOf(string head, byte[] content) => [.. Encoding.UTF8.GetBytes(head + "\r\n\r\n"), .. content, .. "\r\n--xYzZY"u8];
        Assert.True(Contains(body, PartOf("name=\"text\"", cyrillic.GetBytes("Где заказ?"))));
        Assert.True(Contains(body, PartOf("name=\"from\"", MailCharset.Find("koi8-r")!.GetBytes("Анна <anna@customer.example>"))));
        Assert.True(Contains(body, PartOf("name=\"html\"", Encoding.UTF8.GetBytes("<p>订单</p>"))), "what Latin-1 lacks travels in UTF-8");
        Assert.True(
            Contains(body, PartOf("name=\"attachment1\"; filename=\"фото \\\"1\\\".png\"\r\nContent-Type: image/png", [0, 13, 10, 255]))
        );
        Assert.True(
            Contains(
                body,
                PartOf(
                    "name=\"charsets\"",
                    Encoding.UTF8.GetBytes("""{"to":"UTF-8","html":"UTF-8","from":"koi8-r","text":"windows-1251","filename":"UTF-8"}""")
                )
            )
        );
        Assert.True(Contains(body, PartOf("name=\"content-ids\"", Encoding.UTF8.GetBytes("""{"logo":"attachment1"}"""))));
        Assert.True(
            Contains(
                body,
                PartOf(
                    "name=\"attachment-info\"",
                    Encoding.UTF8.GetBytes(
                        """{"attachment1":{"filename":"фото \"1\".png","name":"фото \"1\".png","charset":"UTF-8","type":"image/png","content-id":"logo"}}"""
                    )
                )
            )
        );
        Assert.True(Contains(body, PartOf("name=\"envelope\"", Encoding.UTF8.GetBytes("""{"to":["support@desk.example"],"from":""}"""))));
    }

    [Fact]
    public void Leaves_out_the_body_a_mail_does_not_have()
    {
        var email = OutgoingTestEmail.Of(new Mailbox(null, "a@b.example"), new Mailbox(null, "c@d.example"), "s", "t", "<1@b>", at);

        var text = Encoding.UTF8.GetString(InboundParseRequest.Of(email with { Text = null }).Body.Span);

        Assert.DoesNotContain("name=\"text\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"html\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\"text\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Takes_another_boundary_when_the_mail_contains_the_usual_one()
    {
        var email = OutgoingTestEmail.Of(
            new Mailbox(null, "a@b.example"),
            new Mailbox(null, "c@d.example"),
            "s",
            "\r\n--xYzZY\r\n",
            "<1@b>",
            at
        );

        Assert.Equal("multipart/form-data; boundary=xYzZY0", InboundParseRequest.Of(email).ContentType);
    }

    private static bool Contains(byte[] body, byte[] part) => body.AsSpan().IndexOf(part) >= 0;
}
