using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SupportPipeline.Social.Mentions;

namespace SupportPipeline.Social.Replies.Posting;

/// <summary>An answer as a record of Bluesky. Pure.</summary>
internal static partial class BlueskyRecords
{
    /// <summary>The collection of posts.</summary>
    public const string Collection = "app.bsky.feed.post";

    private const string Digits = "234567abcdefghijklmnopqrstuvwxyz";
    private const int KeyLength = 13;

    /// <summary>
    /// The key of the record, a TID: microseconds and ten bits, in 13 digits that sort. It hangs on the answer alone, so that posting it again puts the same
    /// record in its place.
    /// </summary>
    public static string KeyOf(PublicReply reply)
    {
        ArgumentNullException.ThrowIfNull(reply);
        var hash = BinaryPrimitives.ReadUInt16BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(reply.Id)));
        var value = ((ulong)(reply.At.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / 10 << 10) | (hash & 0x3FFu);
        return string.Create(
            KeyLength,
            value,
            static (key, rest) =>
            {
                for (var place = KeyLength - 1; place >= 0; place--)
                {
                    key[place] = Digits[(int)(rest & 31)];
                    rest >>= 5;
                }
            }
        );
    }

    /// <summary>The record. Links are marked by their place in the bytes of the text, as Bluesky asks.</summary>
    public static JsonObject Of(Mention mention, PublicReply reply)
    {
        ArgumentNullException.ThrowIfNull(mention);
        ArgumentNullException.ThrowIfNull(reply);
        var facts = mention.Post.ReplyFacts;
        var record = new JsonObject
        {
            ["$type"] = Collection,
            ["text"] = reply.Text,
            ["createdAt"] = (reply.ApprovedAt ?? reply.At).UtcDateTime.ToString(
                "yyyy-MM-dd'T'HH:mm:ss.fff'Z'",
                System.Globalization.CultureInfo.InvariantCulture
            ),
            ["reply"] = new JsonObject
            {
                ["root"] = Strong(facts["root-uri"], facts["root-cid"]),
                ["parent"] = Strong(facts["parent-uri"], facts["parent-cid"]),
            },
        };
        var links = Link().Matches(reply.Text).Select(link => (JsonNode)Facet(reply.Text, link)).ToArray();
        if (links.Length > 0)
        {
            record["facets"] = new JsonArray(links);
        }

        return record;
    }

    private static JsonObject Strong(string uri, string cid) => new() { ["uri"] = uri, ["cid"] = cid };

    private static JsonObject Facet(string text, Match link)
    {
        var start = Encoding.UTF8.GetByteCount(text.AsSpan(0, link.Index));
        return new()
        {
            ["index"] = new JsonObject { ["byteStart"] = start, ["byteEnd"] = start + Encoding.UTF8.GetByteCount(link.ValueSpan) },
            ["features"] = new JsonArray
            {
                new JsonObject { ["$type"] = "app.bsky.richtext.facet#link", ["uri"] = link.Value },
            },
        };
    }

    [GeneratedRegex(
        @"https?://[^\s\u3000-\u303F\uFF00-\uFFEF]*[^\s\u3000-\u303F\uFF00-\uFFEF.,;:!?)\]]",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1_000
    )]
    private static partial Regex Link();
}
