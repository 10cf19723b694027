using System.Text;
using System.Text.Json;

namespace SupportPipeline.Social.Connectors;

public sealed class PayloadNodeTests
{
    [Fact]
    public void What_is_missing_or_of_another_type_is_nothing()
    {
        var node = Node("""{"a":{"b":7},"list":[1],"none":null}""");

        Assert.Null(node["x"]["y"]["z"].Text);
        Assert.Null(node["a"]["b"].Text);
        Assert.Null(node["a"].Id);
        Assert.Null(node["list"].Whole);
        Assert.Empty(node["a"].Items);
        Assert.False(node["none"].Exists);
        Assert.False(default(PayloadNode).Exists);
    }

    [Fact]
    public void An_id_is_text_or_a_whole_number_with_all_its_digits()
    {
        var node = Node(
            $$"""{"text":"abc","number":17841400000000001,"negative":-1001500000001,"half":1.5,"empty":"","long":"{{new string('x', 301)}}"}"""
        );

        Assert.Equal("abc", node["text"].Id);
        Assert.Equal("17841400000000001", node["number"].Id);
        Assert.Equal("-1001500000001", node["negative"].Id);
        Assert.Null(node["half"].Id);
        Assert.Null(node["empty"].Id);
        Assert.Null(node["long"].Id);
    }

    [Fact]
    public void A_moment_is_seconds_milliseconds_or_a_text()
    {
        var node = Node(
            """{"s":1790000251,"ms":1790000251123,"text":"1790000251","iso":"2026-09-21T10:33:16+0000","never":-1,"far":999999999999999999,"odd":"yesterday"}"""
        );

        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1_790_000_251), node["s"].Time);
        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(1_790_000_251_123), node["ms"].Time);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1_790_000_251), node["text"].Time);
        Assert.Equal(new DateTimeOffset(2026, 9, 21, 10, 33, 16, TimeSpan.Zero), node["iso"].Time);
        Assert.Null(node["never"].Time);
        Assert.Null(node["far"].Time);
        Assert.Null(node["odd"].Time);
        Assert.Null(node["missing"].Time);
    }

    [Fact]
    public void Half_an_emoji_is_replaced_and_the_rest_kept()
    {
        var node = Node("""{"text":"не работает \"совсем\"\n \\u12 \ud83d","whole":"\ud83d\ude21","\udc00":1,"after":"там"}""");

        Assert.Equal("не работает \"совсем\"\n \\u12 \uFFFD", node["text"].Text);
        Assert.Equal("😡", node["whole"].Text);
        Assert.Equal("там", node["after"].Text);
    }

    [Fact]
    public void Bytes_that_are_not_UTF_8_are_replaced()
    {
        byte[] body = [.. "{\"text\":\"a"u8, 0xC3, 0x28, .. "b\"}"u8];

        Assert.Equal("a\uFFFD(b", PayloadNode.Parse(body)["text"].Text);
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("1", true)]
    [InlineData("\"true\"", true)]
    [InlineData("\"1\"", true)]
    [InlineData("false", false)]
    [InlineData("0", false)]
    [InlineData("\"no\"", false)]
    [InlineData("{}", false)]
    public void Yes_is_said_in_many_ways(string json, bool isTrue) =>
        Assert.Equal(isTrue, Node($$"""{"field":{{json}}}""")["field"].IsTrue);

    [Theory]
    [InlineData("https://vk.com/wall-1_2", true)]
    [InlineData("http://example.com", true)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("/relative", false)]
    [InlineData("ftp://example.com", false)]
    public void A_link_is_http_or_https(string text, bool isLink) =>
        Assert.Equal(isLink, Node(JsonSerializer.Serialize(new { link = text }))["link"].Link is not null);

    [Fact]
    public void What_is_no_JSON_is_refused() => Assert.ThrowsAny<JsonException>(() => Node("{"));

    private static PayloadNode Node(string json) => PayloadNode.Parse(Encoding.UTF8.GetBytes(json));
}
