using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace SupportPipeline.Social.Connectors;

/// <summary>What tests of connectors do alike.</summary>
internal static class ConnectorReading
{
    /// <summary>Some moment.</summary>
    public static DateTimeOffset Now { get; } = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    /// <summary>Odd and hostile JSON that is well-formed: a connector reads it without failing, or refuses the whole delivery with a <see cref="FormatException"/>.</summary>
    public static TheoryData<string> OddPayloads { get; } =
    [
        "null",
        "[]",
        "7",
        "\"text\"",
        "{}",
        """{"\ud83d":1,"object":"page","entry":[null,7,"x",[],{"id":"1","changes":[null,{"field":7,"value":[]}],"messaging":[null,{}]}]}""",
        """{"object":"instagram","entry":[{"id":1,"changes":{"field":"comments"}},{"id":"1","field":"comments","value":"x"}]}""",
        """{"object":"page","entry":[{"id":"1","changes":[{"field":"feed","value":{"item":"comment","verb":"add","comment_id":{"a":1},"from":[]}}]}]}""",
        """{"values":7}""",
        """{"values":[null,{"field":"replies","value":{"id":""}}]}""",
        """{"update_id":1,"message":7}""",
        """{"update_id":1,"message":{"message_id":"x","chat":[],"text":{}}}""",
        """{"update_id":1,"message":{"message_id":1,"chat":{"id":1},"text":"#a","entities":[{"type":"hashtag","offset":-1,"length":999999999999}]}}""",
        """{"update_id":1,"deleted_business_messages":{"chat":{"id":1},"message_ids":[null,"x"]}}""",
        """{"type":"wall_reply_new","group_id":1}""",
        """{"type":"wall_reply_","group_id":1,"object":[]}""",
        """{"type":"message_new","group_id":1,"object":{"message":{"from_id":"x"}}}""",
        """{"type":"wall_post_new","group_id":1,"object":{"id":1,"from_id":2,"owner_id":1.5,"copy_history":[null],"likes":7}}""",
        """{"events":[null,7,{"type":7},{"type":"message"},{"type":"message","message":{"type":"text","id":[]}},{"type":"unsend","unsend":1}]}""",
    ];

    /// <summary>Options with nothing set but what a test sets.</summary>
    public static IOptions<ConnectorsOptions> Options(Action<ConnectorsOptions> set)
    {
        var options = new ConnectorsOptions();
        set(options);
        return Microsoft.Extensions.Options.Options.Create(options);
    }

    /// <summary>Reads a recorded payload.</summary>
    public static IReadOnlyList<SocialEvent> ReadRecorded(this ISocialConnector connector, string name) =>
        connector.Read(Recorded.Bytes(name));

    /// <summary>Reads a payload written in the test.</summary>
    public static IReadOnlyList<SocialEvent> ReadText(this ISocialConnector connector, string json) =>
        connector.Read(Encoding.UTF8.GetBytes(json));

    /// <summary>The only post of a recorded payload.</summary>
    public static SocialPost ReadPost(this ISocialConnector connector, string name) => Post(Assert.Single(connector.ReadRecorded(name)));

    /// <summary>The post of an event.</summary>
    public static SocialPost Post(SocialEvent one) => Assert.IsType<SocialEvent.Posted>(one).Post;

    /// <summary>Headers of a request.</summary>
    public static HeaderDictionary Headers(string name, string? value)
    {
        var headers = new HeaderDictionary();
        if (value is not null)
        {
            headers[name] = value;
        }

        return headers;
    }

    /// <summary>A query of a request.</summary>
    public static QueryCollection Query(params (string Name, string Value)[] fields) =>
        new(
            fields
                .GroupBy(field => field.Name)
                .ToDictionary(field => field.Key, field => new StringValues([.. field.Select(one => one.Value)]))
        );

    /// <summary>Asserts that a delivery is refused.</summary>
    public static void AssertRefused(ConnectorVerdict verdict, int status, string reason)
    {
        var failed = Assert.IsType<ConnectorVerdict.Failed>(verdict);
        Assert.Equal((status, reason), (failed.Status, failed.Reason));
    }

    /// <summary>Asserts that a connector survives a payload of <see cref="OddPayloads"/>.</summary>
    public static void AssertSurvives(ISocialConnector connector, string json)
    {
        IReadOnlyList<SocialEvent> events;
        try
        {
            events = connector.ReadText(json);
        }
        catch (FormatException exception)
        {
            Assert.StartsWith("A delivery of ", exception.Message, StringComparison.Ordinal);
            return;
        }

        Assert.All(
            events.OfType<SocialEvent.Posted>(),
            posted =>
            {
                Assert.InRange(posted.Post.ExternalId.Length, 1, 300);
                Assert.InRange(posted.Post.Author.Id.Length, 1, 300);
            }
        );
        Assert.All(events.OfType<SocialEvent.Ignored>(), ignored => Assert.Contains(ignored.Reason, SocialReason.All));
        Assert.All(events.OfType<SocialEvent.Refused>(), refused => Assert.Equal(SocialReason.ItemInvalid, refused.Reason));
    }
}
