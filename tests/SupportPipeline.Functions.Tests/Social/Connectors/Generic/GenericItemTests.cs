using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace SupportPipeline.Social.Connectors.Generic;

public sealed class GenericItemTests
{
    private static readonly HashSet<string> Own = new(["nordwind"], StringComparer.OrdinalIgnoreCase);

    [Fact]
    public void Reads_every_field()
    {
        var post = Post(Encoding.UTF8.GetString(Recorded.Bytes("Generic/single")));

        Assert.Equal(SocialPlatform.Generic, post.Platform);
        Assert.Equal("zapier:trustpilot", post.Source);
        Assert.Equal("tp-88121", post.ExternalId);
        Assert.Equal("Служба поддержки молчит неделю. Заказ так и не привезли 😠", post.Text);
        Assert.Equal(PostKind.Review, post.Kind);
        Assert.Equal(PostAudience.Everyone, post.Audience);
        Assert.Equal("https://reviews.example/r/88121", post.Url!.AbsoluteUri);
        Assert.Equal(new DateTimeOffset(2026, 11, 20, 4, 12, 3, TimeSpan.Zero), post.PublishedAt);
        Assert.Equal("ru", post.Language);
        Assert.Equal("nordwind", post.Brand);
        Assert.Equal(1, post.Rating);
        Assert.Equal(["доставка", "поддержка"], post.Tags);
        Assert.Equal(
            new PostMetrics
            {
                Likes = 4,
                Shares = 0,
                Replies = 1,
                Views = 310,
            },
            post.Metrics
        );
        Assert.Null(post.InReplyTo);
        Assert.Null(post.ConversationId);
        Assert.True(post.IsAddressedToUs);
        Assert.Equal(
            new SocialAuthor("u-42")
            {
                Handle = "olga",
                Name = "Ольга",
                Followers = 1200,
                CreatedAt = new(2021, 2, 3, 0, 0, 0, TimeSpan.Zero),
            },
            post.Author
        );
    }

    [Fact]
    public void Three_fields_are_enough()
    {
        var post = Post("""{"source":"s","externalId":"1","text":"Hi"}""");

        Assert.Equal(PostKind.Mention, post.Kind);
        Assert.Equal(SocialAuthor.Unknown("1"), post.Author);
        Assert.Null(post.PublishedAt);
        Assert.Empty(post.Tags);
    }

    /// <summary>The field that the detail names, and an item in which it is wrong.</summary>
    [Theory]
    [InlineData("source", """{"externalId":"1","text":"a"}""")]
    [InlineData("source", """{"source":" ","externalId":"1","text":"a"}""")]
    [InlineData("externalId", """{"source":"s","text":"a"}""")]
    [InlineData("externalId", """{"source":"s","externalId":["1"],"text":"a"}""")]
    [InlineData("externalId", """{"source":"s","externalId":"a\u0000b","text":"a"}""")]
    [InlineData("text", """{"source":"s","externalId":"1"}""")]
    [InlineData("text", """{"source":"s","externalId":"1","text":null}""")]
    [InlineData("text", """{"source":"s","externalId":"1","text":{"a":1}}""")]
    [InlineData("kind", """{"source":"s","externalId":"1","text":"a","kind":"tweet"}""")]
    [InlineData("url", """{"source":"s","externalId":"1","text":"a","url":"javascript:alert(1)"}""")]
    [InlineData("url", """{"source":"s","externalId":"1","text":"a","url":"https://user:secret@shop.example/"}""")]
    [InlineData("url", """{"source":"s","externalId":"1","text":"a","url":"/relative"}""")]
    [InlineData("publishedAt", """{"source":"s","externalId":"1","text":"a","publishedAt":"11/12/2026"}""")]
    [InlineData("publishedAt", """{"source":"s","externalId":"1","text":"a","publishedAt":"2026-13-41"}""")]
    [InlineData("publishedAt", """{"source":"s","externalId":"1","text":"a","publishedAt":9999999999999999}""")]
    [InlineData("lang", """{"source":"s","externalId":"1","text":"a","lang":"English (US)"}""")]
    [InlineData("brand", """{"source":"s","externalId":"1","text":"a","brand":"Nord Wind"}""")]
    [InlineData("rating", """{"source":"s","externalId":"1","text":"a","rating":0}""")]
    [InlineData("rating", """{"source":"s","externalId":"1","text":"a","rating":"5.5"}""")]
    [InlineData("rating", """{"source":"s","externalId":"1","text":"a","rating":1e999}""")]
    [InlineData("metrics.likes", """{"source":"s","externalId":"1","text":"a","metrics":{"likes":-1}}""")]
    [InlineData("metrics.views", """{"source":"s","externalId":"1","text":"a","metrics":{"views":1.5}}""")]
    [InlineData("metrics", """{"source":"s","externalId":"1","text":"a","metrics":[1]}""")]
    [InlineData("author", """{"source":"s","externalId":"1","text":"a","author":7}""")]
    [InlineData("author.verified", """{"source":"s","externalId":"1","text":"a","author":{"verified":"maybe"}}""")]
    [InlineData("author.followers", """{"source":"s","externalId":"1","text":"a","author":{"followers":"1.2K"}}""")]
    [InlineData("tags", """{"source":"s","externalId":"1","text":"a","tags":[{"a":1}]}""")]
    [InlineData("deleted", """{"source":"s","externalId":"1","deleted":"perhaps"}""")]
    public void A_wrong_field_is_named(string field, string item)
    {
        var refused = Assert.IsType<SocialEvent.Refused>(Read(item));

        Assert.Equal(SocialReason.ItemInvalid, refused.Reason);
        Assert.StartsWith($"{field}: ", refused.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_sent_is_not_repeated_in_the_detail()
    {
        var refused = Assert.IsType<SocialEvent.Refused>(Read("""{"source":"s","externalId":"1","text":"a","url":"ftp://secret-value"}"""));

        Assert.Equal("url: an address that begins with https:// or http:// is expected, of at most 2,000 characters.", refused.Detail);
        Assert.Equal("1", refused.ExternalId);
    }

    [Fact]
    public void An_id_may_have_300_characters_and_no_more()
    {
        Assert.Equal(300, Post($$"""{"source":"s","externalId":"{{new string('a', 300)}}","text":"a"}""").ExternalId.Length);
        Assert.IsType<SocialEvent.Refused>(Read($$"""{"source":"s","externalId":"{{new string('a', 301)}}","text":"a"}"""));
    }

    [Theory]
    [InlineData("\"2026-11-20T07:12:03Z\"", "2026-11-20T07:12:03.0000000+00:00")]
    [InlineData("\"2026-11-20T07:12:03.123456789Z\"", "2026-11-20T07:12:03.1234568+00:00")]
    [InlineData("\"2026-11-20T07:12:03+0300\"", "2026-11-20T07:12:03.0000000+03:00")]
    [InlineData("\"2026-11-20 07:12\"", "2026-11-20T07:12:00.0000000+00:00")]
    [InlineData("\"2026-11-20\"", "2026-11-20T00:00:00.0000000+00:00")]
    [InlineData("1795162800", "2026-11-20T08:20:00.0000000+00:00")]
    [InlineData("\"1795162800000\"", "2026-11-20T08:20:00.0000000+00:00")]
    public void A_moment_is_iso_or_unix_time(string value, string expected) =>
        Assert.Equal(
            DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture),
            Post($$"""{"source":"s","externalId":"1","text":"a","publishedAt":{{value}}}""").PublishedAt
        );

    [Fact]
    public void The_year_one_is_how_tools_say_that_they_do_not_know() =>
        Assert.Null(Post("""{"source":"s","externalId":"1","text":"a","publishedAt":"0001-01-01T00:00:00Z"}""").PublishedAt);

    [Theory]
    [InlineData("""{"source":"s","externalId":"1","deleted":true}""")]
    [InlineData("""{"source":"s","externalId":"1","kind":"deleted","text":"gone"}""")]
    [InlineData("""{"source":"s","externalId":"1","deleted":"1"}""")]
    public void A_deletion_needs_no_text(string item) =>
        Assert.Equal(new SocialEvent.Deleted(SocialPlatform.Generic, "s", "1"), Read(item));

    [Fact]
    public void A_rating_may_come_without_words() => Assert.Equal("", Post("""{"source":"s","externalId":"1","rating":2}""").Text);

    [Fact]
    public void A_direct_message_is_for_us_alone()
    {
        var post = Post("""{"source":"s","externalId":"1","text":"a","kind":"dm"}""");

        Assert.Equal((PostKind.DirectMessage, PostAudience.Us), (post.Kind, post.Audience));
    }

    [Fact]
    public void Our_own_posts_are_dropped()
    {
        Assert.Equal(ConnectorItems.OwnPost, Read("""{"source":"s","externalId":"1","text":"a","author":{"handle":"@NordWind"}}"""));
        Assert.Equal(ConnectorItems.OwnPost, Read("""{"source":"s","externalId":"1","text":"a","author":{"id":"nordwind"}}"""));
    }

    [Fact]
    public void Half_an_emoji_does_not_lose_the_item() =>
        Assert.Equal("So slow \uFFFD", Post("""{"source":"s","externalId":"1","text":"So slow \ud83d"}""").Text);

    [Fact]
    public void A_field_whose_name_is_no_text_loses_its_item_only() =>
        Assert.Equal(
            new SocialEvent.Refused(SocialReason.ItemInvalid, "The name of a field is not a text."),
            Read("""{"source":"s","externalId":"1","text":"a","\ud83d":1}""")
        );

    /// <summary>Any value in any field is read or refused with the field's name, and nothing else.</summary>
    [Fact]
    public void No_value_breaks_an_item()
    {
        string[] names =
        [
            "source",
            "externalId",
            "text",
            "kind",
            "url",
            "publishedAt",
            "lang",
            "author",
            "metrics",
            "rating",
            "tags",
            "deleted",
            "brand",
        ];
        string[] odd =
        [
            "null",
            "[]",
            "{}",
            "[[[[1]]]]",
            "-0",
            "1e308",
            "-1e400",
            "99999999999999999999999999",
            "\"\\u0000\"",
            "\"\\udfff\"",
            "\"\\\\\"",
            "\"𝕏\"",
            "{\"id\":{}}",
            "{\"likes\":true}",
            "{\"followers\":\"\\ud83d\"}",
            "[null,\"a\",\"\\ud83d\"]",
            "\"-2026-11-20\"",
            "\"9999-12-31T23:59:59-14:00\"",
            "\"0001-01-01T00:00:00+14:00\"",
        ];
        Prop.ForAll<int, int, string>(
                (field, value, text) =>
                {
                    var name = names[(field & int.MaxValue) % names.Length];
                    var json = value % 3 == 0 ? JsonSerializer.Serialize(text) : odd[(value & int.MaxValue) % odd.Length];
                    return Read($$"""{"source":"s","externalId":"1","text":"a","{{name}}":{{json}}}""") switch
                    {
                        SocialEvent.Refused refused => refused.Detail.StartsWith(name, StringComparison.Ordinal),
                        SocialEvent.Posted or SocialEvent.Deleted => true,
                        _ => false,
                    };
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));
    }

    private static SocialEvent Read(string item) => GenericItem.Read(PayloadNode.Parse(Encoding.UTF8.GetBytes(item)), Own);

    private static SocialPost Post(string item) => Assert.IsType<SocialEvent.Posted>(Read(item)).Post;
}
