using System.Buffers;
using System.Text.Json;
using SupportPipeline.Social.Connectors;

namespace SupportPipeline.Social.Polling;

/// <summary>What is kept of a page: an object with what reading needs and, as <c>page</c>, the page as received.</summary>
internal static class PolledPayload
{
    /// <summary>Writes one.</summary>
    public static ReadOnlyMemory<byte> Write(ReadOnlySpan<byte> page, params ReadOnlySpan<(string Name, string? Value)> facts)
    {
        var buffer = new ArrayBufferWriter<byte>(page.Length + 256);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            foreach (var (name, value) in facts)
            {
                if (value is not null)
                {
                    json.WriteString(name, value);
                }
            }

            json.WritePropertyName("page");
            json.WriteRawValue(page);
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    /// <summary>Writes one that says only that posts are not there any more.</summary>
    public static ReadOnlyMemory<byte> Gone(string account, IReadOnlyCollection<string> externalIds)
    {
        ArgumentNullException.ThrowIfNull(externalIds);
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("account", account);
            json.WriteStartArray("gone");
            foreach (var id in externalIds)
            {
                json.WriteStringValue(id);
            }

            json.WriteEndArray();
            json.WriteStartArray("page");
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    /// <summary>The posts that one says are not there any more.</summary>
    public static IEnumerable<SocialEvent> GoneOf(PayloadNode root, SocialPlatform platform) =>
        root["gone"].Items.Select(one => one.Id).OfType<string>().Select(id => new SocialEvent.Deleted(platform, "", id));

    /// <summary>Reads one.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static PayloadNode Parse(ReadOnlyMemory<byte> body, string platform)
    {
        var root = PayloadNode.Parse(body.Span);
        return root["account"].Id is not null && root["page"].Exists
            ? root
            : throw new FormatException($"A delivery of {platform} has an 'account' and a 'page'.");
    }
}
