using System.Text;
using SupportPipeline.Social.Connectors;

namespace SupportPipeline.Social.Polling;

public sealed class PolledPostsTests
{
    [Fact]
    public void The_html_of_a_status_becomes_text_with_its_lines_mentions_and_whole_links()
    {
        const string Html =
            """<p><span class="h-card"><a href="https://m.example/@desk" class="u-url mention">@<span>desk</span></a></span> 三天没网 &amp; 没人接<br>See <a href="https://example.com/a/long/path"><span class="invisible">https://</span><span class="ellipsis">example.com/a/lo</span><span class="invisible">ng/path</span></a></p><p><a href="https://m.example/tags/down" class="mention hashtag" rel="tag">#<span>down</span></a> <a href="https://x.example/">here</a></p>""";

        Assert.Equal(
            "@desk 三天没网 & 没人接\nSee https://example.com/a/long/path\n\n#down here https://x.example/",
            MastodonText.Of(Html)
        );
    }

    [Fact]
    public void A_mention_on_mastodon_is_read_with_its_edit_audience_and_author()
    {
        var status = Node(
            """
            {"id":"109","url":"https://m.example/@ann/109","created_at":"2026-11-23T08:00:00.000Z","edited_at":"2026-11-23T08:05:00.000Z","content":"<p>Still down</p>",
             "visibility":"private","language":"en","in_reply_to_id":"77","in_reply_to_account_id":"1","favourites_count":3,"reblogs_count":4,"quotes_count":1,"replies_count":2,
             "tags":[{"name":"down"}],"account":{"id":"9","acct":"ann@far.example","display_name":"Ann","followers_count":1200,"bot":true}}
            """
        );

        var post = ConnectorReading.Post(MastodonStatuses.ReadStatus(status, "m.example", "1"));

        Assert.Equal(
            ("m.example/109", "m.example/77", PostKind.Comment, PostAudience.Followers),
            (post.ExternalId, post.InReplyTo, post.Kind, post.Audience)
        );
        Assert.Equal(("Still down", "en", 1_795_421_100_000L), (post.Text, post.Language, post.Revision));
        Assert.Equal(
            ("m.example/9", "ann@far.example", 1200L, true),
            (post.Author.Id, post.Author.Handle, post.Author.Followers, post.Author.IsBot)
        );
        Assert.Equal((3L, 5L, 2L), (post.Metrics.Likes, post.Metrics.Shares, post.Metrics.Replies));
        Assert.Equal("109", post.ReplyFacts["status"]);
        Assert.Equal(ConnectorItems.OwnPost, MastodonStatuses.ReadStatus(status, "m.example", "9"));
    }

    [Fact]
    public void Facets_count_bytes_behind_emoji_and_chinese()
    {
        const string Text = "😀 断网了 @desk.example see example.com/a/lo... #down";
        var record = Node(
            $$"""
            {"text":"{{Text}}","facets":[{{Facet(Text, "#down", "\"$type\":\"app.bsky.richtext.facet#tag\",\"tag\":\"down\"")}},
             {{Facet(Text, "@desk.example", "\"$type\":\"app.bsky.richtext.facet#mention\",\"did\":\"did:plc:desk\"")}},
             {{Facet(Text, "example.com/a/lo...", "\"$type\":\"app.bsky.richtext.facet#link\",\"uri\":\"https://example.com/a/long\"")}},
             {"index":{"byteStart":1,"byteEnd":4},"features":[]},{"index":{"byteStart":0,"byteEnd":9999},"features":[]}]}
            """
        );

        var read = BlueskyText.Of(record);

        Assert.Equal("😀 断网了 @desk.example see https://example.com/a/long #down", read.Text);
        Assert.Equal(["down"], read.Tags);
        Assert.Equal(["did:plc:desk"], read.Named);
    }

    [Fact]
    public void An_answer_on_bluesky_is_read_with_what_answering_it_needs()
    {
        var item = Node(
            """
            {"uri":"at://did:plc:ann/app.bsky.feed.post/3kxy","cid":"bafypost","reason":"reply","indexedAt":"2026-11-23T08:00:00.000Z","author":{"did":"did:plc:ann","handle":"ann.example"},
             "labels":[{"val":"spam"},{"val":"!hide"}],
             "record":{"text":"No","createdAt":"1999-01-01T00:00:00Z","langs":["en"],"reply":{"root":{"uri":"at://did:plc:bob/app.bsky.feed.post/3r","cid":"bafyroot"},"parent":{"uri":"at://did:plc:desk/app.bsky.feed.post/3p","cid":"bafyparent"}}}}
            """
        );

        var post = ConnectorReading.Post(BlueskyPosts.Read(item, "did:plc:desk"));

        Assert.Equal((PostKind.Comment, true, "en"), (post.Kind, post.IsAddressedToUs, post.Language));
        Assert.Equal(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero), post.PublishedAt);
        Assert.Equal("https://bsky.app/profile/ann.example/post/3kxy", post.Url!.AbsoluteUri);
        Assert.Equal(["spam"], post.Tags);
        Assert.Equal(
            ("at://did:plc:bob/app.bsky.feed.post/3r", "bafyroot", post.ExternalId, "bafypost"),
            (post.ReplyFacts["root-uri"], post.ReplyFacts["root-cid"], post.ReplyFacts["parent-uri"], post.ReplyFacts["parent-cid"])
        );
        Assert.Equal(ConnectorItems.OwnPost, BlueskyPosts.Read(item, "did:plc:ann"));
    }

    private static PayloadNode Node(string json) => PayloadNode.Parse(Encoding.UTF8.GetBytes(json));

    private static string Facet(string text, string part, string feature)
    {
        var start = Encoding.UTF8.GetByteCount(text[..text.IndexOf(part, StringComparison.Ordinal)]);
        return $$"""{"index":{"byteStart":{{start}},"byteEnd":{{start + Encoding.UTF8.GetByteCount(part)}}},"features":[{{{feature}}}]}""";
    }
}
