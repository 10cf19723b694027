using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using SupportPipeline.LocalHost.Sink;

namespace SupportPipeline.LocalHost.Tests.Sink;

public sealed class MailSendChecksTests
{
    private const string Help = "http://sendgrid.com/docs/API_Reference/Web_API_v3/Mail/errors.html#";
    private const string Order =
        "Following RFC 1341, section 7.2, if either text/html or text/plain are to be sent in your email: text/plain needs to be first, followed by text/html, followed by any other content.";
    private const string NoContent =
        "Unless a valid template_id is provided, the content parameter is required. There must be at least one defined content block. We typically suggest both text/plain and text/html blocks are included, but only one block is required.";
    private const string NoFrom =
        "The from object must be provided for every email send. It is an object that requires the email parameter, but may also contain a name parameter.  e.g. {\"email\" : \"example@example.com\"}  or {\"email\" : \"example@example.com\", \"name\" : \"Example Recipient\"}.";
    private const string NoSubject =
        "The subject is required. You can get around this requirement if you use a template with a subject defined or if every personalization has a subject defined.";
    private const string NoTo =
        "The to array is required for all personalization objects, and must have at least one email object with a valid email address.";
    private const string SendAt =
        "The send_at parameter is expecting a UNIX timestamp as an integer. We will send immediately if you include a send_at timestamp that is in the past.";

    public static TheoryData<string, string?, string, string, string> OneFault { get; } =
        new()
        {
            // member, its value (removed when null), field, text, help
            {
                "personalizations",
                "[]",
                "personalizations",
                "The personalizations field is required and must have at least one personalization.",
                "-Personalizations-Errors"
            },
            { "personalizations.0.to", null, "personalizations.0.to", NoTo, "message.personalizations.to" },
            { "personalizations.0.to", "[]", "personalizations.0.to", NoTo, "message.personalizations.to" },
            {
                "personalizations.0.to.0.email",
                "\"Anna <a@b.example>\"",
                "personalizations.0.to.0.email",
                "Does not contain a valid address.",
                "message.personalizations.to"
            },
            {
                "personalizations.0.bcc",
                """[{"email":"nobody"}]""",
                "personalizations.0.bcc.0.email",
                "Does not contain a valid address.",
                "message.personalizations.bcc"
            },
            {
                "personalizations.0.cc",
                """[{"email":"ANNA@customer.example"}]""",
                "personalizations.0",
                "Each email address in the personalization block should be unique between to, cc, and bcc. We found the first duplicate instance of [ANNA@customer.example] in the personalizations.0.cc field.",
                "message.recipient-errors"
            },
            {
                "personalizations.0.subject",
                "\"\"",
                "personalizations.0.subject",
                "The subject of your email must be a string at least one character in length.",
                "message.personalizations.subject"
            },
            {
                "personalizations.0.headers",
                """{"X-Count":3}""",
                "personalizations.0.headers.X-Count",
                "Invalid type. Expected: string, given: integer.",
                "message.personalizations.headers"
            },
            {
                "personalizations.0.headers",
                """{"reply-to":"a@b.example"}""",
                "personalizations.0.headers",
                "Header can not be one of the reserved keys.",
                "message.personalizations.headers"
            },
            {
                "personalizations.0.custom_args",
                """{"n":true}""",
                "personalizations.0.custom_args.n",
                "Invalid type. Expected: string, given: boolean.",
                "message.personalizations.custom_args"
            },
            { "from", null, "from.email", NoFrom, "message.from" },
            { "from.email", "\"\"", "from.email", NoFrom, "message.from" },
            { "from.email", "\"почта@desk.example\"", "from.email", "The from email does not contain a valid address.", "message.from" },
            { "subject", null, "subject", NoSubject, "message.subject" },
            { "subject", "\"\"", "subject", NoSubject, "message.subject" },
            { "content", null, "content", NoContent, "message.content" },
            {
                "content.1.value",
                "\"\"",
                "content.1.value",
                "The content value must be a string at least one character in length.",
                "message.content.value"
            },
            {
                "content.0.type",
                null,
                "content.0.type",
                "A content type is required, this tells email clients how to display the email.",
                "message.content.type"
            },
            { "headers", """{"Subject":"x"}""", "headers", "Header can not be one of the reserved keys.", "message.headers" },
            {
                "headers",
                """{"X Y":"x"}""",
                "headers",
                "Header keys can't contain non-ASCII characters and empty spaces.",
                "message.headers"
            },
            { "custom_args", "\"text\"", "custom_args", "Invalid type. Expected: object, given: string.", "message.custom_args" },
            { "categories", "[1]", "categories", "Categories must be an array of strings.", "message.categories" },
            {
                "categories",
                """["a","b","a"]""",
                "categories",
                "The categories must be a unique list, and you have included a more than once.",
                "message.categories"
            },
            {
                "categories",
                """["1","2","3","4","5","6","7","8","9","10","11"]""",
                "categories",
                "There is a limit of 10 categories for each email that is sent. You provided 11 categories.",
                "message.categories"
            },
            { "categories", """["жалоба"]""", "categories.0", "Categories can not contain non-ASCII characters.", "message.categories" },
            {
                "reply_to",
                """{"email":"nobody"}""",
                "reply_to.email",
                "The reply_to email does not contain a valid address.",
                "message.reply_to"
            },
            { "send_at", "\"soon\"", "send_at", SendAt, "message.send_at" },
            {
                "attachments",
                """[{"content":"NOT_BASE64!","filename":"a.txt"}]""",
                "attachments.0.content",
                "The attachment content must be base64 encoded.",
                "message.attachments.content"
            },
            {
                "attachments",
                """[{"content":"YQ=="}]""",
                "attachments.0.filename",
                "filename is required.",
                "message.attachments.filename"
            },
        };

    [Theory]
    [MemberData(nameof(OneFault))]
    public void Names_the_field_and_the_text_of_one_fault(string member, string? value, string field, string text, string help)
    {
        var errors = Check(MailRequest.With(member, value));

        Assert.Equal([new SendGridError(text, field, Help + help)], errors);
    }

    [Fact]
    public void Finds_nothing_wrong_with_a_valid_request() => Assert.Empty(Check(MailRequest.Valid()));

    [Fact]
    public void Reports_every_fault_at_once()
    {
        var errors = Check(new JsonObject());

        Assert.Equal(["personalizations", "from.email", "subject", "content"], errors.Select(error => error.Field));
    }

    [Theory]
    [InlineData("text/html", "text/plain", Order)]
    [InlineData("text/calendar", "text/plain", Order)]
    [InlineData("text/plain", "text/plain", "If present, text/plain and text/html may only be provided once.")]
    public void Wants_plain_text_first_and_html_second(string first, string second, string text)
    {
        var request = MailRequest.Valid();
        MailRequest.Set(request, "content.0.type", $"\"{first}\"");
        MailRequest.Set(request, "content.1.type", $"\"{second}\"");

        Assert.Equal([new SendGridError(text, "content", Help + "message.content")], Check(request));
    }

    [Fact]
    public void Takes_one_thousand_recipients_and_not_one_more()
    {
        var request = MailRequest.Valid();
        MailRequest.Set(request, "personalizations", Personalizations(1000));
        Assert.Empty(Check(request));

        MailRequest.Set(request, "personalizations.0.bcc", """[{"email":"one.more@customer.example"}]""");
        var errors = Check(request);

        Assert.Equal(
            [
                new SendGridError(
                    "There is a limit of 1000 total recipients (to + cc + bcc) per request.",
                    "personalizations",
                    Help + "-Personalizations-Errors"
                ),
            ],
            errors
        );
    }

    [Fact]
    public void Counts_the_personalizations_in_its_refusal()
    {
        var errors = Check(MailRequest.With("personalizations", Personalizations(1001)));

        Assert.Equal(
            "The personalization block is limited to 1000 personalizations per API request. You have provided 1001 personalizations. Please consider splitting this into multiple requests and resending your request.",
            errors[0].Message
        );
    }

    [Fact]
    public void Counts_the_custom_arguments_of_the_request_and_of_the_personalization_together()
    {
        var request = MailRequest.With("custom_args", $$"""{"a":"{{new string('x', 5000)}}"}""");
        MailRequest.Set(request, "personalizations.0.custom_args", $$"""{"b":"{{new string('x', 4900)}}"}""");
        Assert.Empty(Check(request));

        MailRequest.Set(request, "personalizations.0.custom_args", $$"""{"b":"{{new string('x', 4999)}}"}""");
        var errors = Check(request);

        Assert.Equal(
            [
                new SendGridError(
                    "The combined size of both global and personalization custom arguments may not exceed 10,000 bytes per personalization.",
                    "personalizations.0.custom_args",
                    Help + "message.personalizations.custom_args"
                ),
            ],
            errors
        );
    }

    [Fact]
    public void Takes_one_reply_address_or_a_list_of_them()
    {
        var request = MailRequest.With("reply_to", """{"email":"a@desk.example"}""");
        MailRequest.Set(request, "reply_to_list", """[{"email":"b@desk.example"}]""");

        Assert.Equal(
            [
                new SendGridError(
                    "You can use either the reply_to property or reply_to_list property but not both.",
                    "reply_to",
                    Help + "message.reply_to"
                ),
            ],
            Check(request)
        );
    }

    [Fact]
    public void Schedules_up_to_three_days_ahead()
    {
        var limit = SinkServer.Now.AddHours(72).ToUnixTimeSeconds();
        Assert.Empty(Check(MailRequest.With("send_at", limit.ToString(CultureInfo.InvariantCulture))));

        var errors = Check(MailRequest.With("send_at", (limit + 1).ToString(CultureInfo.InvariantCulture)));

        Assert.Equal(
            [new SendGridError("Scheduling more than 72 hours in advance is forbidden.", "send_at", Help + "message.send_at")],
            errors
        );
    }

    [Fact]
    public void Needs_no_subject_and_no_content_with_a_template()
    {
        var request = MailRequest.With("template_id", "\"d-1\"");
        MailRequest.Set(request, "subject", null);
        MailRequest.Set(request, "content", null);

        Assert.Empty(Check(request));
    }

    [Fact]
    public void Allows_the_headers_a_support_desk_sets() =>
        Assert.Empty(
            Check(
                MailRequest.With(
                    "personalizations.0.headers",
                    """
                    {
                      "Message-ID": "<1@desk.example>", "In-Reply-To": "<2@desk.example>", "References": "<2@desk.example>",
                      "Auto-Submitted": "auto-replied", "X-Auto-Response-Suppress": "All",
                      "List-Unsubscribe": "<https://desk.example/u/1>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"
                    }
                    """
                )
            )
        );

    private static string Personalizations(int count) =>
        $"[{string.Join(',', Enumerable.Range(0, count).Select(i => $$"""{"to":[{"email":"c{{i}}@customer.example"}]}"""))}]";

    private static IReadOnlyList<SendGridError> Check(JsonObject request)
    {
        using var json = JsonDocument.Parse(request.ToJsonString());
        return MailSendChecks.Check(json.RootElement, SinkServer.Now);
    }
}
