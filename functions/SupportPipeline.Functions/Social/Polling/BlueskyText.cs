using System.Text;
using SupportPipeline.Social.Connectors;

namespace SupportPipeline.Social.Polling;

/// <summary>The text of a post with what its facets say: links in full, hashtags, who is named. Their places count bytes of UTF-8, not characters.</summary>
/// <param name="Text">The text; in the place of a shortened link stands its address.</param>
/// <param name="Tags">The hashtags.</param>
/// <param name="Named">The DIDs of the accounts named.</param>
internal sealed record BlueskyText(string Text, IReadOnlyList<string> Tags, IReadOnlyList<string> Named)
{
    /// <summary>Reads a record. Facets that overlap, leave the text or begin within a character are passed over.</summary>
    public static BlueskyText Of(PayloadNode record)
    {
        var bytes = Encoding.UTF8.GetBytes(record["text"].Text ?? "");
        var text = new StringBuilder();
        var (tags, named, at) = (new List<string>(), new List<string>(), 0);
        foreach (var (start, end, features) in FacetsOf(record))
        {
            if (start < at || end > bytes.Length || !IsBorder(bytes, start) || !IsBorder(bytes, end))
            {
                continue;
            }

            text.Append(Encoding.UTF8.GetString(bytes, at, start - at));
            var shown = Encoding.UTF8.GetString(bytes, start, end - start);
            foreach (var feature in features)
            {
                switch (feature["$type"].Text)
                {
                    case "app.bsky.richtext.facet#mention" when feature["did"].Id is { } did:
                        named.Add(did);
                        break;
                    case "app.bsky.richtext.facet#tag" when feature["tag"].Text is { Length: > 0 } tag:
                        tags.Add(tag);
                        break;
                    case "app.bsky.richtext.facet#link" when feature["uri"].Link is not null:
                        shown = LinkOf(shown, feature["uri"].Text!);
                        break;
                    default:
                        break;
                }
            }

            text.Append(shown);
            at = end;
        }

        text.Append(Encoding.UTF8.GetString(bytes, at, bytes.Length - at));
        return new(text.ToString(), tags, named);
    }

    private static IEnumerable<(int Start, int End, List<PayloadNode> Features)> FacetsOf(PayloadNode record) =>
        record["facets"]
            .Items.Select(facet =>
                (Start: facet["index"]["byteStart"].Whole, End: facet["index"]["byteEnd"].Whole, Features: facet["features"].Items.ToList())
            )
            .Where(facet => facet.Start is >= 0 && facet.End > facet.Start && facet.End <= int.MaxValue)
            .Select(facet => ((int)facet.Start!.Value, (int)facet.End!.Value, facet.Features))
            .OrderBy(facet => facet.Item1);

    private static bool IsBorder(byte[] bytes, int at) => at == bytes.Length || (bytes[at] & 0xC0) != 0x80;

    /// <summary>The beginning of the address, cut, is replaced by the address; other words keep their place before it.</summary>
    private static string LinkOf(string shown, string address)
    {
        var start = shown.TrimEnd('.', '…');
        var bare = address[(address.IndexOf("://", StringComparison.Ordinal) + 3)..];
        return address.StartsWith(start, StringComparison.OrdinalIgnoreCase) || bare.StartsWith(start, StringComparison.OrdinalIgnoreCase)
            ? address
            : $"{shown} {address}";
    }
}
