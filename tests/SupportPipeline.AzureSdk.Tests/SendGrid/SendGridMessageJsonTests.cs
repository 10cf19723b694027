using SendGrid;
using SendGrid.Helpers.Mail;
using SupportPipeline.AzureSdk.Tests.Http;

namespace SupportPipeline.AzureSdk.Tests.SendGrid;

public sealed class SendGridMessageJsonTests
{
    [Fact]
    public void Writes_every_member_in_the_documented_order()
    {
        var message = new SendGridMessage { SendAt = 1700000000 };
        message.AddReplyTo("list@example.com");
        message.SetReplyTo(new EmailAddress("answers@example.com", "Answers"));
        message.SetOpenTracking(enable: false);
        message.SetClickTracking(enable: false, enableText: false);
        message.SetSandBoxMode(enable: true);
        message.SetFooterSetting(enable: true, "<p>f</p>", "f");
        message.SetIpPoolName("pool");
        message.SetBatchId("batch");
        message.SetAsm(0, [1, 2]);
        message.AddGlobalCustomArg("ga", "1");
        message.AddCategory("reply");
        message.AddSection("s", "t");
        message.AddGlobalHeader("X-Global", "g");
        message.SetTemplateId("d-1");
        message.AddAttachment("a.txt", "YQ==", "text/plain", "inline", "cid1");
        message.AddContent(MimeType.Text, "Hi");
        message.AddTo("jo@example.com", "Jo");
        message.AddCc("cc@example.com");
        message.AddBcc("bcc@example.com");
        message.SetSubject("Own");
        message.AddHeader("X-Own", "h");
        message.AddSubstitution("-n-", "Jo");
        message.AddCustomArg("ca", "2");
        message.SetSendAt(0);
        message.SetTemplateData(
            new
            {
                Name = "Jo",
                Day = DayOfWeek.Monday,
                Nothing = (string?)null,
            }
        );
        message.SetGlobalSubject("All");
        message.SetFrom("desk@example.com", "Desk");

        JsonAssert.SameText(
            """
            {
              "from": { "name": "Desk", "email": "desk@example.com" },
              "subject": "All",
              "personalizations": [{
                "to": [{ "name": "Jo", "email": "jo@example.com" }],
                "cc": [{ "email": "cc@example.com" }],
                "bcc": [{ "email": "bcc@example.com" }],
                "subject": "Own",
                "headers": { "X-Own": "h" },
                "substitutions": { "-n-": "Jo" },
                "custom_args": { "ca": "2" },
                "send_at": 0,
                "dynamic_template_data": { "Name": "Jo", "Day": 1 }
              }],
              "content": [{ "type": "text/plain", "value": "Hi" }],
              "attachments": [{ "content": "YQ==", "type": "text/plain", "filename": "a.txt", "disposition": "inline", "content_id": "cid1" }],
              "template_id": "d-1",
              "headers": { "X-Global": "g" },
              "sections": { "s": "t" },
              "categories": ["reply"],
              "custom_args": { "ga": "1" },
              "send_at": 1700000000,
              "asm": { "group_id": 0, "groups_to_display": [1, 2] },
              "batch_id": "batch",
              "ip_pool_name": "pool",
              "mail_settings": { "footer": { "enable": true, "text": "f", "html": "<p>f</p>" }, "sandbox_mode": { "enable": true } },
              "tracking_settings": { "click_tracking": { "enable": false, "enable_text": false }, "open_tracking": { "enable": false } },
              "reply_to": { "name": "Answers", "email": "answers@example.com" },
              "reply_to_list": [{ "email": "list@example.com" }]
            }
            """,
            message.Serialize()
        );
    }

    [Fact]
    public void Writes_the_remaining_settings()
    {
        var message = new SendGridMessage();
        message.SetBccSetting(enable: true, "all@example.com");
        message.SetBypassListManagement(enable: true);
        message.SetBypassSpamManagement(enable: false);
        message.SetBypassBounceManagement(enable: true);
        message.SetBypassUnsubscribeManagement(enable: false);
        message.SetSpamCheck(enable: true, 5, "https://example.com/spam");
        message.SetSubscriptionTracking(enable: false, "<h>", "t", "[tag]");
        message.SetGoogleAnalytics(enable: true, "camp", "cont", "med", "src", "term");

        JsonAssert.SameText(
            """
            {
              "mail_settings": {
                "bcc": { "enable": true, "email": "all@example.com" },
                "bypass_list_management": { "enable": true },
                "bypass_spam_management": { "enable": false },
                "bypass_bounce_management": { "enable": true },
                "bypass_unsubscribe_management": { "enable": false },
                "spam_check": { "enable": true, "threshold": 5, "post_to_url": "https://example.com/spam" }
              },
              "tracking_settings": {
                "subscription_tracking": { "enable": false, "text": "t", "html": "<h>", "substitution_tag": "[tag]" },
                "ganalytics": {
                  "enable": true, "utm_source": "src", "utm_medium": "med", "utm_term": "term", "utm_content": "cont", "utm_campaign": "camp"
                }
              }
            }
            """,
            message.Serialize()
        );
    }

    [Fact]
    public void Writes_each_address_of_one_list_once_and_the_first_wins()
    {
        var message = new SendGridMessage();
        message.AddTos([new("jo@example.com", "Jo"), new("JO@example.com", "Other"), new("al@example.com")]);
        message.AddCc("jo@example.com");

        JsonAssert.Equal(
            """
            {"personalizations":[{
              "to":[{"name":"Jo","email":"jo@example.com"},{"email":"al@example.com"}],
              "cc":[{"email":"jo@example.com"}]}]}
            """,
            message.Serialize()
        );
    }

    [Fact]
    public void Sorts_bodies_and_leaves_out_blank_ones_beside_others()
    {
        var message = new SendGridMessage();
        message.AddContent("text/calendar", "BEGIN:VCALENDAR");
        message.AddContent(MimeType.Html, "<p>Hi</p>");
        message.AddContent("text/x-amp-html", "");
        message.AddContent(MimeType.Text, "Hi");

        message.Serialize();

        Assert.Equal(["text/plain", "text/html", "text/calendar"], message.Contents.Select(content => content.Type));
    }

    [Fact]
    public void Keeps_a_blank_body_that_stands_alone()
    {
        var message = new SendGridMessage();
        message.AddContent(MimeType.Text, "");

        JsonAssert.Equal("""{"content":[{"type":"text/plain","value":""}]}""", message.Serialize());
    }

    [Fact]
    public void Replaces_collected_bodies_by_the_two_properties_and_writes_the_same_again()
    {
        var message = new SendGridMessage { HtmlContent = "<p>New</p>", PlainTextContent = "New" };
        message.AddContent("text/calendar", "BEGIN:VCALENDAR");

        var first = message.Serialize();

        JsonAssert.Equal("""{"content":[{"type":"text/plain","value":"New"},{"type":"text/html","value":"<p>New</p>"}]}""", first);
        Assert.Null(message.PlainTextContent);
        Assert.Null(message.HtmlContent);
        Assert.Equal(first, message.Serialize());
    }

    [Fact]
    public void Escapes_what_could_end_a_script_and_keeps_letters_of_every_script()
    {
        var message = new SendGridMessage { Subject = "<b>&'\" grüße 中文" };

        // The two builds write hexadecimal digits in different case.
        Assert.Equal("""{"subject":"\u003cb\u003e\u0026\u0027\u0022 grüße 中文"}""", message.Serialize().ToLowerInvariant());
    }

    [Fact]
    public void Reads_what_it_wrote()
    {
        var message = MailHelper.CreateSingleEmail(new("desk@example.com", "Desk"), new("jo@example.com"), "Hello", "Hi", "<p>Hi</p>");
        message.AddHeader("In-Reply-To", "<1@example.com>");
        message.SetOpenTracking(enable: false);
        var json = message.Serialize();

        var read = SendGridMessage.Deserialize(json);

        Assert.Equal("jo@example.com", read.Personalizations[0].Tos[0].Email);
        Assert.Equal("<1@example.com>", read.Personalizations[0].Headers["In-Reply-To"]);
        Assert.False(read.TrackingSettings.OpenTracking.Enable);
        JsonAssert.SameText(json, read.Serialize());
    }

    [Fact]
    public async Task Attaches_the_bytes_of_a_stream()
    {
        var message = new SendGridMessage();
        using var stream = new MemoryStream([1, 2, 3]);

        await message.AddAttachmentAsync("three.bin", stream, "application/octet-stream");
        message.AddAttachment("blank.txt", " ");

        JsonAssert.Equal(
            """{"attachments":[{"content":"AQID","type":"application/octet-stream","filename":"three.bin"}]}""",
            message.Serialize()
        );
    }
}
