using System.Text;
using SupportPipeline.Platform;
using SupportPipeline.Testing;

namespace SupportPipeline.Intake;

public sealed class EmailNormalizerTests
{
    private const string Headers =
        "From: Mia Jones <mia@example.org>\nTo: support@desk.example\nDate: Fri, 20 Nov 2026 09:00:00 +0000\nSubject: Blender\n"
        + "Message-ID: <m1@mail.example>\n";

    private static readonly EmailAddress[] Own =
    [
        Emails.Address("support@desk.example"),
        Emails.Address("sales@desk.example"),
        Emails.Address("eu+help@desk.example"),
    ];

    [Fact]
    public void Normalises_an_everyday_mail()
    {
        var id = Ids.Next();

        var email = EmailNormalizer.Normalize(
            id,
            Form(
                ("headers", Headers),
                ("from", "Mia Jones <mia@example.org>"),
                ("to", "Example Support <support@desk.example>, Leo <leo@example.org>"),
                ("cc", "ann@example.net, LEO@example.org"),
                ("subject", "The blender\r\n stopped"),
                ("envelope", """{"to":["support+tag@desk.example","no address",7],"from":"bounce@example.org"}"""),
                ("text", "It died after a week.\r\n\r\n-- \r\nMia\r\n")
            ),
            new IntakeOptions(),
            Own,
            _ => false
        );

        Assert.Equal((id, Ids.Time), (email.Id, email.ReceivedAt));
        Assert.Equal(new Mailbox("Mia Jones", Emails.Address("mia@example.org")), email.From);
        Assert.Equal(["leo@example.org", "ann@example.net"], email.OtherRecipients.Select(other => other.Address.Value));
        Assert.Equal(["support+tag@desk.example"], Values(email.EnvelopeTo));
        Assert.Equal(
            ["support+tag@desk.example", "support@desk.example", "leo@example.org", "ann@example.net"],
            Values(email.AllRecipients)
        );
        Assert.Equal("The blender stopped", email.Subject);
        Assert.Equal("m1@mail.example", email.MessageId);
        Assert.Equal("It died after a week.\n\n-- \nMia", email.Text);
        Assert.Equal("It died after a week.", email.OwnWords);
        Assert.Equal("en", email.Language);
        Assert.Null(email.Automatic);
        Assert.Empty(email.Ancestors);
        Assert.Empty(email.Attachments);
        Assert.Empty(email.Problems);
    }

    [Fact]
    public void Falls_back_to_the_headers_when_the_fields_are_missing()
    {
        var email = Normalize(("headers", Headers + "Cc: Leo <leo@example.org>\n"), ("text", "x"));

        Assert.Equal(new Mailbox("Mia Jones", Emails.Address("mia@example.org")), email.From);
        Assert.Equal("Blender", email.Subject);
        Assert.Equal(["support@desk.example", "leo@example.org"], Values(email.AllRecipients));
        Assert.Empty(email.EnvelopeTo);
    }

    [Fact]
    public void Survives_a_request_with_nothing_in_it()
    {
        var email = Normalize();

        Assert.Null(email.From);
        Assert.Null(email.MessageId);
        Assert.Equal(("", "", "", "und"), (email.Subject, email.Text, email.OwnWords, email.Language));
        Assert.Equal(AutomaticMailReason.NoSender, email.Automatic!.Reason);
        Assert.Equal([ReasonCode.EmptyBody, ReasonCode.HeadersMissing, ReasonCode.MessageIdMissing], email.Problems);
    }

    [Theory]
    [InlineData("support@desk.example", true)]
    [InlineData("SUPPORT+case.123@Desk.Example", true)]
    [InlineData("sales+@desk.example", true)]
    [InlineData("eu+help@desk.example", true)]
    [InlineData("eu@desk.example", false)]
    [InlineData("support@desk.example.org", false)]
    [InlineData("+support@desk.example", false)]
    public void Knows_our_own_addresses_with_and_without_a_tag(string address, bool isOwn)
    {
        Assert.Equal(isOwn, EmailNormalizer.IsOwn(Emails.Address(address), Own));
    }

    [Fact]
    public void Leaves_our_own_addresses_out_of_the_other_recipients()
    {
        var email = Normalize(
            ("headers", Headers),
            ("to", "support+tag@desk.example, mia2@example.org"),
            ("cc", "Sales <SALES@desk.example>, eu+help@desk.example")
        );

        Assert.Equal(["mia2@example.org"], email.OtherRecipients.Select(other => other.Address.Value));
    }

    [Theory]
    [InlineData("support@desk.example")]
    [InlineData("Support <support+case.123@desk.example>")]
    [InlineData("eu+help@desk.example")]
    public void Takes_mail_from_one_of_our_addresses_for_our_own(string from)
    {
        var email = Normalize(("headers", Headers), ("from", from), ("text", "x"));

        Assert.Equal(AutomaticMailReason.OwnAddress, email.Automatic!.Reason);
    }

    [Fact]
    public void Names_the_nearest_ancestor_first_and_each_once()
    {
        var email = Normalize(("headers", Headers + "References: <a@x> <b@x>\n <c@x>\nIn-Reply-To: <c@x>\n"), ("text", "x"));

        Assert.Equal(["c@x", "b@x", "a@x"], email.Ancestors);
        Assert.Equal(["a@x", "b@x", "c@x"], email.ReferenceChain);
    }

    [Fact]
    public void Puts_what_is_answered_before_what_is_referred_to()
    {
        var email = Normalize(("headers", Headers + "References: <a@x> <b@x>\nIn-Reply-To: <other@x>\n"), ("text", "x"));

        Assert.Equal(["other@x", "b@x", "a@x"], email.Ancestors);
    }

    [Fact]
    public void Gives_the_same_mail_the_same_fingerprint_however_it_travelled()
    {
        var first = Normalize(("headers", Headers), ("from", "mia@example.org"), ("subject", "Blender"), ("text", "x"), ("html", "<p>x"));
        var again = Normalize(
            ("html", "<p>x"),
            ("text", "x"),
            ("subject", "Blender"),
            ("from", "mia@example.org"),
            ("envelope", """{"to":["sales@desk.example"],"from":"y@example.org"}"""),
            ("headers", "Received: from elsewhere\n" + Headers)
        );

        Assert.Equal(32, first.Fingerprint.Length);
        Assert.Equal(first.Fingerprint, again.Fingerprint);
    }

    [Theory]
    [InlineData("from", "leo@example.org")]
    [InlineData("subject", "Blender 2")]
    [InlineData("text", "y")]
    [InlineData("html", "<p>y")]
    [InlineData("headers", "Date: Sat, 21 Nov 2026 09:00:00 +0000\n")]
    public void Gives_another_mail_another_fingerprint(string field, string value)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["headers"] = Headers,
            ["from"] = "mia@example.org",
            ["subject"] = "Blender",
            ["text"] = "x",
            ["html"] = "<p>x",
        };
        var first = Normalize([.. fields.Select(one => (one.Key, one.Value))]);
        fields[field] = value;

        Assert.NotEqual(first.Fingerprint, Normalize([.. fields.Select(one => (one.Key, one.Value))]).Fingerprint);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" \r\n\t")]
    public void Takes_the_text_from_the_html_when_there_is_no_other(string? text)
    {
        var fields = new List<(string, string)> { ("headers", Headers), ("html", "<p>It <b>died</b>.</p><p>Help</p>") };
        if (text is not null)
        {
            fields.Add(("text", text));
        }

        var email = Normalize([.. fields]);

        Assert.Equal("It died.\n\nHelp", email.Text);
        Assert.Empty(email.Problems);
    }

    [Fact]
    public void Takes_the_whole_text_for_own_words_when_all_of_it_is_quoted()
    {
        var email = Normalize(("headers", Headers), ("text", "> first line\n> second line"));

        Assert.Equal("> first line\n> second line", email.OwnWords);
    }

    [Fact]
    public void Tells_the_language_from_the_own_words_or_else_the_subject()
    {
        var reply = Normalize(
            ("headers", Headers),
            ("text", "Мой блендер перестал работать вчера.\n\nOn Friday Ann wrote:\n> Thank you for your order, it is on its way.")
        );
        var subjectOnly = Normalize(("headers", Headers), ("subject", "Мой блендер перестал работать"));

        Assert.Equal(("ru", "ru"), (reply.Language, subjectOnly.Language));
        Assert.Equal([ReasonCode.EmptyBody], subjectOnly.Problems);
    }

    [Theory]
    [InlineData(200_000, false)]
    [InlineData(200_001, true)]
    public void Cuts_a_text_that_is_too_long_and_says_so(int length, bool isCut)
    {
        var email = Normalize(("headers", Headers), ("text", new string('x', length)));

        Assert.Equal(200_000, email.Text.Length);
        Assert.Equal(isCut ? [ReasonCode.FieldTruncated] : [], email.Problems);
    }

    [Fact]
    public void Says_of_html_that_is_not_read_to_its_end_that_it_was_cut()
    {
        var image = "<img src=\"data:image/png;base64," + new string('A', HtmlText.MaxInputLength) + "\">";

        var email = Normalize(("headers", Headers), ("html", $"<p>See picture.</p>{image}<p>Call me.</p>"));

        Assert.Equal([ReasonCode.FieldTruncated], email.Problems);
    }

    [Theory]
    [InlineData(30, 20, 50, false)]
    [InlineData(30, 21, 50, true)]
    [InlineData(51, 0, 50, true)]
    [InlineData(0, 51, 50, true)]
    public void Cuts_a_long_list_of_recipients_and_says_so(int to, int cc, int kept, bool isCut)
    {
        var email = Normalize(
            ("headers", Headers),
            ("to", string.Join(", ", Enumerable.Range(0, to).Select(i => $"to{i}@example.org").DefaultIfEmpty("support@desk.example"))),
            ("cc", string.Join(", ", Enumerable.Range(0, cc).Select(i => $"cc{i}@example.org"))),
            ("text", "x")
        );

        Assert.Equal(kept, email.OtherRecipients.Count);
        Assert.Equal(isCut ? [ReasonCode.RecipientsTruncated] : [], email.Problems);
    }

    [Fact]
    public void Cleans_subject_and_name_and_keeps_them_short()
    {
        var email = Normalize(
            ("headers", Headers),
            ("from", $"\"Mia\u202E  {new string('n', 300)}\" <mia@example.org>"),
            ("subject", "a\u0000\u2028b\t c " + new string('s', 600)),
            ("text", "x")
        );

        Assert.Equal("Mia " + new string('n', 196), email.From!.Name);
        Assert.Equal("a b c " + new string('s', 494), email.Subject);
    }

    [Theory]
    [InlineData("{\"to\":\"support@desk.example\",\"from\":7}")]
    [InlineData("{}")]
    public void Finds_nothing_in_an_envelope_of_another_shape(string envelope)
    {
        var email = Normalize(("headers", Headers), ("envelope", envelope), ("text", "x"));

        Assert.Empty(email.EnvelopeTo);
        Assert.Null(email.Automatic);
        Assert.Empty(email.Problems);
    }

    [Theory]
    [InlineData("{\"to\":[\"\\ud800@desk.example\"],\"from\":\"a@example.org\"}")]
    [InlineData("{\"to\":[],\"from\":\"\\udfff\"}")]
    [InlineData("{\"to\"")]
    public void Notes_an_envelope_that_cannot_be_read(string envelope)
    {
        var email = Normalize(("headers", Headers), ("envelope", envelope), ("text", "x"));

        Assert.Empty(email.EnvelopeTo);
        Assert.Equal([ReasonCode.MalformedPayload], email.Problems);
    }

    [Fact]
    public void Knows_a_bounce_by_its_empty_envelope_sender()
    {
        var email = Normalize(("headers", Headers), ("envelope", """{"to":["support@desk.example"],"from":""}"""), ("text", "x"));

        Assert.Equal(AutomaticMailReason.NullEnvelopeSender, email.Automatic!.Reason);
        Assert.True(email.Automatic.IsBounce);
    }

    [Fact]
    public void Asks_whether_a_message_id_is_ours()
    {
        var email = EmailNormalizer.Normalize(
            Ids.Next(),
            Form(("headers", Headers), ("text", "x")),
            new IntakeOptions(),
            Own,
            id => id == "m1@mail.example"
        );

        Assert.Equal(AutomaticMailReason.OwnMessageId, email.Automatic!.Reason);
    }

    [Fact]
    public async Task Reads_the_report_of_a_bounce_from_its_attached_parts()
    {
        var body = new MultipartBody()
            .Field("headers", "From: MAILER-DAEMON@mx.example.net\nSubject: Undelivered\nMessage-ID: <dsn@mx.example.net>\n")
            .Field("from", "MAILER-DAEMON@mx.example.net")
            .Field("text", "Sorry.")
            .Part(
                "Content-Disposition: form-data; name=\"attachment1\"; filename=\"details.txt\"\r\nContent-Type: message/delivery-status",
                "Reporting-MTA: dns; mx\r\n\r\nFinal-Recipient: rfc822; mia@example.org\r\nAction: failed\r\nStatus: 5.1.1\r\n"u8.ToArray()
            )
            .Part(
                "Content-Disposition: form-data; name=\"attachment2\"; filename=\"mail.eml\"\r\nContent-Type: message/rfc822",
                [.. "Message-ID: <c1.r1@desk.example>\r\n\r\n"u8, .. new byte[200_000]]
            )
            .Build();

        var form = await InboundParseReader.ReadAsync(new MemoryStream(body), MultipartBody.Boundary, 10_000, null, CancellationToken.None);
        var email = EmailNormalizer.Normalize(Ids.Next(), form, new IntakeOptions(), Own, _ => false);

        Assert.Equal(("failed 5.1.1", "c1.r1@desk.example"), (email.Bounce!.ToString(), email.Bounce.OriginalMessageId));
        Assert.Equal("mia@example.org", email.Bounce.FinalRecipient!.Value.Value);
        Assert.Equal([200_036L, 64L * 1024], [email.Attachments[1].Length, email.Attachments[1].Report!.Length]);
    }

    [Fact]
    public void Tells_what_is_known_of_the_origin_and_what_is_passed_on()
    {
        var email = Normalize(
            ("headers", Headers),
            ("from", "=?utf-8?B?0JzQuNGA?= <mia@example.org>"),
            ("subject", "Fwd: =?koi8-r?B?8NLJ18XU?="),
            ("envelope", """{"to":["support@desk.example"],"from":"mia@example.org"}"""),
            ("SPF", "pass"),
            ("dkim", "{@example.org : pass}"),
            ("spam_score", "1.25"),
            ("text", "Please look.\n\n---------- Forwarded message ---------\nFrom: Leo <leo@example.net>\nSubject: Kettle\n\nIt leaks.")
        );

        Assert.Equal(("Мир", "Fwd: Привет"), (email.From!.Name, email.Subject));
        Assert.Equal(("Leo", "It leaks.", "Please look."), (email.Forwarded!.SenderName, email.Forwarded.Body, email.OwnWords));
        Assert.Equal((AuthenticationVerdict.Pass, AuthenticationVerdict.Pass), (email.Authentication.Spf, email.Authentication.Dkim));
        Assert.True(email.Authentication is { IsDkimAligned: true, IsSpfAligned: true });
        Assert.Equal(1.25, email.SpamScore);
        Assert.Null(email.Bounce);
    }

    [Fact]
    public void Knows_nothing_of_the_origin_when_nobody_says()
    {
        var email = Normalize(("headers", Headers), ("spam_score", "NaN"), ("text", "x"));

        Assert.Equal(
            (AuthenticationVerdict.Unknown, AuthenticationVerdict.Unknown, false),
            (email.Authentication.Spf, email.Authentication.Dkim, email.Authentication.IsAligned)
        );
        Assert.Null(email.SpamScore);
        Assert.Null(email.Forwarded);
        Assert.Null(email.Bounce);
    }

    private static InboundEmail Normalize(params (string Name, string Value)[] fields) =>
        EmailNormalizer.Normalize(Ids.Next(), Form(fields), new IntakeOptions(), Own, _ => false);

    private static InboundParseForm Form(params (string Name, string Value)[] fields)
    {
        var form = new InboundParseForm();
        foreach (var (name, value) in fields)
        {
            form.Add(name, Encoding.UTF8.GetBytes(value));
        }

        return form;
    }

    private static IEnumerable<string> Values(IEnumerable<EmailAddress> addresses) => addresses.Select(address => address.Value);
}
