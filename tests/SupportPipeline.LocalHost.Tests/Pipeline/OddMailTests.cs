using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SupportPipeline.LocalHost.Tests.Pipeline.Scenario;
using SupportPipeline.Platform;

namespace SupportPipeline.LocalHost.Tests.Pipeline;

[Collection(SharedDeskCollection.Name)]
public sealed class OddMailTests(SharedDesk shared) : PipelineTest(shared)
{
    static OddMailTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Fact]
    public async Task Every_field_is_read_in_its_own_charset()
    {
        var ivan = Customer("ivan.charsets@customer.example");
        var letter = ivan.Letter();
        var post = new InboundPost()
            .Field("headers", letter.HeaderBlock)
            .Field("from", Encoding.GetEncoding(1251).GetBytes("Иван <ivan.charsets@customer.example>"))
            .Field("subject", Encoding.GetEncoding(1251).GetBytes("Неверный счёт"))
            .Field("text", Encoding.GetEncoding("gb2312").GetBytes("发票金额不对，请帮我查一下。"))
            .Field("html", Encoding.Latin1.GetBytes("<p>Rückgabe</p>"))
            .Field("envelope", """{"to":["support@desk.example"],"from":"ivan.charsets@customer.example"}""")
            .Field("charsets", """{"from":"windows-1251","subject":"windows-1251","text":"gb2312","html":"iso-8859-1"}""");

        var opened = await SendAsync(post);

        Assert.Equal(("Неверный счёт", "Иван"), (opened.Subject, opened.Customer.Name));
        Assert.Equal("发票金额不对，请帮我查一下。", opened.OnlyMessage.Text);
        Assert.Equal("zh-Hans", opened.OnlyMessage.Language);
        Assert.Empty(opened.OnlyMessage.Noted);
    }

    [Fact]
    public async Task Html_alone_is_read_in_its_charset()
    {
        var opened = await SendAsync(
            Fields("html-only")
                .Field("html", Encoding.Latin1.GetBytes("<style>p{}</style><p>Größe &amp; Rückgabe</p><p>second</p><script>x()</script>"))
                .Field("charsets", """{"html":"iso-8859-1"}""")
        );

        Assert.Equal("Größe & Rückgabe\n\nsecond", opened.OnlyMessage.Text);
        Assert.Empty(opened.OnlyMessage.Noted);
        Assert.Equal("sent", opened.OnlyReply.State);
    }

    [Fact]
    public async Task An_unknown_charset_is_noted_and_read_all_the_same()
    {
        var opened = await SendAsync(
            Fields("klingon").Field("text", "Größe, and a question.").Field("charsets", """{"text":"x-klingon"}""")
        );

        Assert.Equal("Größe, and a question.", opened.OnlyMessage.Text);
        Assert.Equal(["unknown-charset"], opened.OnlyMessage.Noted);
    }

    [Fact]
    public async Task An_empty_mail_is_a_case()
    {
        var opened = await SendAsync(Fields("empty").Field("text", " \n "));

        Assert.Equal("", opened.OnlyMessage.Text);
        Assert.Equal(["empty-body"], opened.OnlyMessage.Noted);
        Assert.Equal("sent", opened.OnlyReply.State);
    }

    [Fact]
    public async Task A_mail_without_sender_headers_and_envelope_is_a_case()
    {
        var opened = await SendAsync(new InboundPost().Field("text", "Somebody wants something."));

        Assert.Equal(new Person(null, null), opened.Customer);
        Assert.Equal(["thread opened no-thread-found", "acknowledgement not-sent no-sender"], opened.OnlyMessage.Decided);
        Assert.Equal(["headers-missing", "message-id-missing"], opened.OnlyMessage.Noted);
        Assert.Empty(opened.Replies);
    }

    [Fact]
    public async Task Ten_thousand_recipients_are_cut()
    {
        var maria = Customer("maria.recipients@customer.example");
        var many = string.Join(", ", Enumerable.Range(0, 10_000).Select(i => $"Person {i} <person{i}@crowd.example>"));

        var opened = await maria.OpensAsync(maria.Letter() with { To = $"{Support}, {many}", EnvelopeTo = Support });

        Assert.Equal(["recipients-truncated"], opened.OnlyMessage.Noted);
        await maria.OnlyMailAsync();
    }

    [Fact]
    public async Task A_header_of_a_megabyte_harms_nothing()
    {
        var maria = Customer("maria.header@customer.example");

        var opened = await maria.OpensAsync(maria.Letter() with { Headers = ["X-Long: " + new string('x', 1024 * 1024)] });

        Assert.Empty(opened.OnlyMessage.Noted);
        await maria.OnlyMailAsync();
    }

    [Fact]
    public async Task A_payload_that_breaks_off_gives_what_could_be_read()
    {
        var post = Fields("broken").Field("text", "The first half and the rest of it");
        var bytes = post.ToBytes();
        var cut = bytes.AsSpan().IndexOf("and the rest"u8);

        var id = await Desk.TakeInAsync(post.ToContent(bytes[..cut]));
        await Desk.IdleAsync();

        var opened = await Desk.CaseAsync(id);
        Assert.Equal("The first half", opened.OnlyMessage.Text);
        Assert.Equal(["malformed-payload"], opened.OnlyMessage.Noted);
        Assert.Equal("sent", opened.OnlyReply.State);
        Assert.Equal(bytes[..cut], await Desk.BlobAsync(StorageNames.RawMessagesContainer, await RawBlobAsync(id)));
    }

    [Fact]
    public async Task A_payload_without_any_field_is_refused_and_kept()
    {
        using var content = new InboundPost().ToContent("--xYzZY\r\nthis is no part"u8.ToArray());

        await AssertRefusedAndKeptAsync(content, HttpStatusCode.BadRequest, "malformed-payload");
    }

    [Fact]
    public async Task What_is_not_multipart_is_refused_and_kept()
    {
        using var content = new ByteArrayContent("{}"u8.ToArray());
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");

        await AssertRefusedAndKeptAsync(content, HttpStatusCode.UnsupportedMediaType, "not-multipart");
    }

    [Fact]
    public async Task Quotes_and_signature_are_not_the_customers_own_words()
    {
        var maria = Customer("maria.quotes@customer.example");
        const string Text =
            "It still fails.\n\n-- \nMaria Rossi\n+39 02 1234567\n\nOn Mon, 6 Jul 2026 at 09:30, Example Support <support@desk.example> wrote:\n> Have you tried again?\n";

        var opened = await maria.OpensAsync(maria.Letter() with { Text = Text });

        Assert.Equal("It still fails.", opened.OnlyMessage.OwnWords);
        Assert.Equal(Text.Trim(), opened.OnlyMessage.Text);
    }

    [Fact]
    public async Task Attachments_are_kept_byte_by_byte()
    {
        var maria = Customer("maria.files@customer.example");
        var large = new byte[5 * 1024 * 1024];
        RandomNumberGenerator.Fill(large);
        byte[] small = [0, 13, 10, 45, 45, 13, 10, 255];
        var letter = maria.Letter() with
        {
            Attachments =
            [
                ("photo.jpg", "image/jpeg", large),
                ("../../etc/passwd.html", "text/html", small),
                ("nothing.txt", "text/plain", []),
            ],
        };

        var opened = await maria.OpensAsync(letter);

        Assert.Equal(
            [
                new Attached("photo.jpg", "image/jpeg", large.Length),
                new Attached("../../etc/passwd.html", "text/html", small.Length),
                new Attached("nothing.txt", "text/plain", 0),
            ],
            opened.OnlyMessage.Attachments
        );
        var names = (await Desk.BlobNamesAsync(StorageNames.AttachmentsContainer)).Where(name =>
            name.StartsWith(opened.Id, StringComparison.Ordinal)
        );
        Assert.Equal([$"{opened.Id}/1", $"{opened.Id}/2", $"{opened.Id}/3"], names);
        Assert.Equal(large, await Desk.BlobAsync(StorageNames.AttachmentsContainer, $"{opened.Id}/1"));
        Assert.Equal(small, await Desk.BlobAsync(StorageNames.AttachmentsContainer, $"{opened.Id}/2"));
        Assert.Empty(await Desk.BlobAsync(StorageNames.AttachmentsContainer, $"{opened.Id}/3"));
    }

    [Fact]
    public async Task A_very_long_text_is_cut_in_the_case_and_kept_beside_it()
    {
        var maria = Customer("maria.long@customer.example");
        var text = string.Concat(Enumerable.Repeat("My parcel is late. \n", 2_000)).Trim();

        var opened = await maria.OpensAsync(maria.Letter() with { Text = text });

        Assert.True(opened.OnlyMessage.IsTextCut);
        Assert.Equal(text[..32_000], opened.OnlyMessage.Text);
        var kept = await Desk.BlobAsync(StorageNames.AttachmentsContainer, $"{opened.Id}/text");
        Assert.Equal(text, Encoding.UTF8.GetString(kept));
        await maria.OnlyMailAsync();
    }

    private static InboundPost Fields(string name) =>
        new InboundPost()
            .Field("headers", $"Message-ID: <{name}@mail.example>\nDate: Mon, 6 Jul 2026 09:30:00 +0200\n")
            .Field("from", $"{name}@odd.example")
            .Field("subject", $"An odd mail {name}");

    private async Task<ReadCase> SendAsync(InboundPost post)
    {
        var id = await Desk.TakeInAsync(post.ToContent());
        await Desk.IdleAsync();
        return await Desk.CaseAsync(id);
    }

    private async Task<string> RawBlobAsync(string id) =>
        Assert.Single(await Desk.BlobNamesAsync(StorageNames.RawMessagesContainer), name => name.EndsWith(id, StringComparison.Ordinal));

    private async Task AssertRefusedAndKeptAsync(HttpContent content, HttpStatusCode status, string reason)
    {
        var body = await content.ReadAsByteArrayAsync();
        var cases = (await Desk.CasesAsync()).Count;
        var before = await Desk.BlobNamesAsync(StorageNames.RawMessagesContainer);

        using var answer = await Desk.PostAsync(content);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(reason, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("reason").GetString());
        var kept = Assert.Single((await Desk.BlobNamesAsync(StorageNames.RawMessagesContainer)).Except(before));
        Assert.StartsWith("rejected/", kept, StringComparison.Ordinal);
        Assert.Equal(body, await Desk.BlobAsync(StorageNames.RawMessagesContainer, kept));
        await Desk.IdleAsync();
        Assert.Equal(cases, (await Desk.CasesAsync()).Count);
    }
}
