using System.Text;
using SupportPipeline.Platform;

namespace SupportPipeline.Intake;

public sealed class InboundParseFormTests
{
    [Theory]
    [InlineData("cp850", "84 20 6B 81 68 6C", "ä kühl")]
    [InlineData("windows-1252", "80 35 20 93 6F 6B 94", "€5 “ok”")]
    [InlineData("iso-8859-1", "63 61 66 E9", "café")]
    [InlineData("ISO-8859-15", "A4 35", "€5")]
    [InlineData("gb2312", "BD C1 B0 E8 BB FA", "搅拌机")]
    [InlineData("gb18030", "81 30 81 30", "\u0080")]
    [InlineData("big5", "A7 DA", "我")]
    [InlineData("koi8-r", "D0 D2 C9 D7 C5 D4", "привет")]
    [InlineData("windows-1251", "EF F0 E8 E2 E5 F2", "привет")]
    [InlineData("iso-2022-jp", "1B 24 42 46 7C 1B 28 42", "日")]
    [InlineData("us-ascii", "68 69", "hi")]
    [InlineData("UTF-8", "D0 B4 D0 B0", "да")]
    [InlineData(" \"utf-16le\" ", "34 04 30 04", "да")]
    public void Decodes_a_field_with_the_character_set_it_names(string charset, string hex, string expected)
    {
        var form = Form(("charsets", $$"""{"text":{{System.Text.Json.JsonSerializer.Serialize(charset)}}}"""));
        form.Add("text", Bytes(hex));

        Assert.Equal(expected, form.Text("text"));
        Assert.Empty(form.Problems);
    }

    [Fact]
    public void Decodes_every_field_with_its_own_character_set_whatever_the_order()
    {
        var form = new InboundParseForm();
        form.Add("subject", Bytes("F0 D2 C9 D7 C5 D4"));
        form.Add("text", Bytes("63 61 66 E9"));
        form.Add("html", "café"u8.ToArray());
        form.Add("charsets", """{"to":"UTF-8","subject":"koi8-r","TEXT":"iso-8859-1","html":7}"""u8.ToArray());

        Assert.Equal(("Привет", "café", "café"), (form.Text("subject"), form.Text("text"), form.Text("html")));
        Assert.Empty(form.Problems);
    }

    [Theory]
    [InlineData("x-unknown")]
    [InlineData("")]
    [InlineData("utf-7")]
    [InlineData("no\u0000name")]
    public void Reads_an_unknown_character_set_as_utf8_and_says_so(string charset)
    {
        var form = Form(("charsets", System.Text.Json.JsonSerializer.Serialize(new { text = charset })), ("text", "да"));

        Assert.Equal("да", form.Text("text"));
        Assert.Equal([ReasonCode.UnknownCharset], form.Problems);
    }

    [Fact]
    public void Reads_an_unknown_character_set_as_Latin_1_when_it_is_no_utf8()
    {
        var form = Form(("charsets", """{"text":"x-unknown"}"""));
        form.Add("text", Bytes("63 61 66 E9"));

        Assert.Equal("café", form.Text("text"));
        Assert.Equal([ReasonCode.UnknownCharset], form.Problems);
    }

    [Fact]
    public void Reads_a_field_without_a_character_set_as_utf8_or_else_Latin_1()
    {
        var form = Form(("text", "да"));
        form.Add("subject", Bytes("63 61 66 E9"));

        Assert.Equal(("да", "café"), (form.Text("text"), form.Text("subject")));
        Assert.Empty(form.Problems);
    }

    [Theory]
    [InlineData("{\"text\":")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("")]
    [InlineData("{\"text\":\"\\ud800\"}")]
    [InlineData("{\"\\udc00\":\"utf-8\"}")]
    [InlineData("{\"a\":[{\"b\":\"\\ud800\"}]}")]
    public void Notes_charsets_that_are_no_object_of_names(string json)
    {
        var form = Form(("charsets", json), ("text", "да"));

        Assert.Equal("да", form.Text("text"));
        Assert.Equal([ReasonCode.MalformedPayload], form.Problems);
    }

    [Fact]
    public void Notes_json_that_is_no_utf8()
    {
        var form = new InboundParseForm();
        form.Add("envelope", [.. "{\"from\":\""u8, 0xFF, .. "\"}"u8]);

        Assert.Null(form.Json("envelope"));
        Assert.Equal([ReasonCode.MalformedPayload], form.Problems);
    }

    [Fact]
    public void Notes_json_that_nests_without_end()
    {
        var form = Form(("envelope", string.Concat(Enumerable.Repeat("{\"a\":", 100_000))));

        Assert.Null(form.Json("envelope"));
        Assert.Equal([ReasonCode.MalformedPayload], form.Problems);
    }

    [Fact]
    public void Has_no_json_where_there_is_no_field()
    {
        var form = Form(("envelope", """{"from":"a@b.example"}"""));

        Assert.Equal("a@b.example", form.Json("ENVELOPE")!.Value.GetProperty("from").GetString());
        Assert.Null(form.Json("charsets"));
        Assert.Empty(form.Problems);
    }

    [Fact]
    public void Takes_the_first_of_a_repeated_field()
    {
        var form = Form(("text", "first"), ("TEXT", "second"));

        Assert.Equal("first", form.Text("Text"));
    }

    [Theory]
    [InlineData("headers", true)]
    [InlineData("from", true)]
    [InlineData("envelope", true)]
    [InlineData("to", true)]
    [InlineData("subject", true)]
    [InlineData("text", true)]
    [InlineData("html", true)]
    [InlineData("charsets", false)]
    [InlineData("spam_score", false)]
    public void Is_a_mail_when_it_has_one_of_these_fields(string name, bool expected)
    {
        Assert.Equal(expected, Form((name, "")).HasMail);
        Assert.False(new InboundParseForm().HasMail);
    }

    [Fact]
    public void Lists_every_problem_once_and_in_order()
    {
        var form = new InboundParseForm();
        form.Note(ReasonCode.UnknownCharset);
        form.Note(ReasonCode.MalformedPayload);
        form.Note(ReasonCode.UnknownCharset);

        Assert.Equal([ReasonCode.MalformedPayload, ReasonCode.UnknownCharset], form.Problems);
    }

    private static InboundParseForm Form(params (string Name, string Value)[] fields)
    {
        var form = new InboundParseForm();
        foreach (var (name, value) in fields)
        {
            form.Add(name, Encoding.UTF8.GetBytes(value));
        }

        return form;
    }

    private static byte[] Bytes(string hex) => Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal));
}
