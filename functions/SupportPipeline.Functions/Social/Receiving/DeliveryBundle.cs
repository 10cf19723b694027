using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SupportPipeline.Social.Receiving;

/// <summary>
/// Deliveries that came at the same time, in one blob: before each payload a line of JSON that says what it is and how long, then the payload exactly as
/// received and a line feed.
/// </summary>
internal static class DeliveryBundle
{
    /// <summary>Writes deliveries.</summary>
    public static ReadOnlyMemory<byte> Write(IReadOnlyList<KeptDelivery> deliveries)
    {
        ArgumentNullException.ThrowIfNull(deliveries);
        var bundle = new ArrayBufferWriter<byte>(deliveries.Sum(delivery => delivery.Payload.Length + 160));
        foreach (var delivery in deliveries)
        {
            var line = new Header(delivery.Connector, delivery.Id, delivery.ReceivedAt, delivery.Payload.Length);
            bundle.Write(JsonSerializer.SerializeToUtf8Bytes(line, BundleJson.Default.Header));
            bundle.Write("\n"u8);
            bundle.Write(delivery.Payload.Span);
            bundle.Write("\n"u8);
        }

        return bundle.WrittenMemory;
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="FormatException">It is not that.</exception>
    public static IReadOnlyList<KeptDelivery> Read(ReadOnlyMemory<byte> bundle)
    {
        var deliveries = new List<KeptDelivery>();
        while (!bundle.IsEmpty)
        {
            var end = bundle.Span.IndexOf((byte)'\n');
            if (end < 0 || JsonSerializer.Deserialize(bundle.Span[..end], BundleJson.Default.Header) is not { } header)
            {
                throw new FormatException("A kept bundle of deliveries has no line before a payload.");
            }

            if (header.Length < 0 || header.Length + end + 2 > bundle.Length)
            {
                throw new FormatException("A kept bundle of deliveries ends within a payload.");
            }

            deliveries.Add(new(header.Connector, header.Id, header.ReceivedAt, bundle.Slice(end + 1, header.Length)));
            bundle = bundle[(end + header.Length + 2)..];
        }

        return deliveries;
    }

    internal sealed record Header(string Connector, string Id, DateTimeOffset ReceivedAt, int Length);
}

/// <summary>The JSON of bundles.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(DeliveryBundle.Header))]
internal sealed partial class BundleJson : JsonSerializerContext;
