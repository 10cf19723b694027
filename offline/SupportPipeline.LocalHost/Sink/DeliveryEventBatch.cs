using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;

namespace SupportPipeline.LocalHost.Sink;

/// <summary>Writes the body of one Event Webhook request.</summary>
internal static class DeliveryEventBatch
{
    private static readonly string[] OwnFields =
    [
        "email",
        "timestamp",
        "smtp-id",
        "event",
        "category",
        "sg_event_id",
        "sg_message_id",
        "response",
        "tls",
        "ip",
    ];

    public static ReadOnlyMemory<byte> Write(IReadOnlyList<SinkMail> mails, DateTimeOffset at)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartArray();
            foreach (var name in (ReadOnlySpan<string>)["processed", "delivered"])
            {
                foreach (var mail in mails)
                {
                    WriteEvent(json, mail, name, at);
                }
            }

            json.WriteEndArray();
        }

        // SendGrid ends the body so, and signs that too; a receiver that trims before it verifies is caught here.
        buffer.Write("\r\n"u8);
        return buffer.WrittenMemory;
    }

    private static void WriteEvent(Utf8JsonWriter json, SinkMail mail, string name, DateTimeOffset at)
    {
        json.WriteStartObject();
        json.WriteString("email", mail.To);
        json.WriteNumber("timestamp", at.ToUnixTimeSeconds());
        json.WriteString("smtp-id", $"<{mail.MessageId}@sendgrid.local>");
        json.WriteString("event", name);
        if (mail.Categories.Count > 0)
        {
            json.WriteStartArray("category");
            foreach (var category in mail.Categories)
            {
                json.WriteStringValue(category);
            }

            json.WriteEndArray();
        }

        json.WriteString("sg_event_id", System.Buffers.Text.Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24)));
        json.WriteString("sg_message_id", $"{mail.MessageId}.recvd-local-1-0.0");
        if (name == "delivered")
        {
            json.WriteString("response", "250 2.0.0 OK");
            json.WriteNumber("tls", 1);
            json.WriteString("ip", "127.0.0.1");
        }

        foreach (var (key, value) in mail.CustomArgs)
        {
            // Custom arguments lie beside the event's own fields, and lose against them.
            if (!OwnFields.Contains(key, StringComparer.Ordinal))
            {
                json.WriteString(key, value);
            }
        }

        json.WriteEndObject();
    }
}
