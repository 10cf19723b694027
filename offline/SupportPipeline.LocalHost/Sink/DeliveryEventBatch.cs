using System.Buffers;
using System.Security.Cryptography;
using System.Text;
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
        "type",
        "status",
        "reason",
        "bounce_classification",
        "tls",
        "ip",
    ];

    /// <summary>Writes the events of some mails: those that come first for all, then those that come second, and so on; or all of it backwards.</summary>
    public static ReadOnlyMemory<byte> Write(IReadOnlyList<SinkMail> mails, bool backwards)
    {
        var events = mails
            .SelectMany(mail => DeliveryEventScript.For(mail.To).Select((scripted, step) => (Mail: mail, Scripted: scripted, Step: step)))
            .OrderBy(one => backwards ? -one.Step : one.Step);
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartArray();
            foreach (var (mail, scripted, step) in events)
            {
                WriteEvent(json, mail, scripted, mail.At.AddSeconds(step));
            }

            json.WriteEndArray();
        }

        // SendGrid ends the body so, and signs that too; a receiver that trims before it verifies is caught here.
        buffer.Write("\r\n"u8);
        return buffer.WrittenMemory;
    }

    private static void WriteEvent(Utf8JsonWriter json, SinkMail mail, ScriptedEvent scripted, DateTimeOffset at)
    {
        json.WriteStartObject();
        json.WriteString("email", mail.To);
        json.WriteNumber("timestamp", at.ToUnixTimeSeconds());
        json.WriteString("smtp-id", $"<{mail.MessageId}@sendgrid.local>");
        json.WriteString("event", scripted.Name);
        if (mail.Categories.Count > 0)
        {
            json.WriteStartArray("category");
            foreach (var category in mail.Categories)
            {
                json.WriteStringValue(category);
            }

            json.WriteEndArray();
        }

        json.WriteString("sg_event_id", EventId(mail, scripted.Name));
        json.WriteString("sg_message_id", $"{mail.MessageId}.recvd-local-1-0.0");
        WriteWhenGiven(json, "type", scripted.Type);
        WriteWhenGiven(json, "status", scripted.Status);
        WriteWhenGiven(json, "reason", scripted.Reason);
        WriteWhenGiven(json, "response", scripted.Response);
        WriteWhenGiven(json, "bounce_classification", scripted.Classification);
        if (scripted.Name == "delivered")
        {
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

    /// <summary>The same for the same event however often it is posted.</summary>
    private static string EventId(SinkMail mail, string name) =>
        System.Buffers.Text.Base64Url.EncodeToString(
            SHA256.HashData(Encoding.UTF8.GetBytes($"{name} {mail.MessageId} {mail.To}")).AsSpan(0, 24)
        );

    private static void WriteWhenGiven(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}
