using System.Buffers;
using System.Buffers.Text;
using System.Text;
using Azure.Storage.Queues.Models;

namespace Azure.Storage.Queues;

/// <summary>The XML of queue messages, written and read as UTF-8.</summary>
internal static class QueueMessageXml
{
    private static ReadOnlySpan<byte> Before => "<QueueMessage><MessageText>"u8;

    private static ReadOnlySpan<byte> After => "</MessageText></QueueMessage>"u8;

    /// <summary>The request body for a text. It is one allocation of its final size when the text is Base64-encoded.</summary>
    public static byte[] Write(string text, QueueMessageEncoding encoding)
    {
        if (encoding == QueueMessageEncoding.None)
        {
            return WriteText(text);
        }

        var length = Encoding.UTF8.GetByteCount(text);
        var rented = ArrayPool<byte>.Shared.Rent(length);
        Encoding.UTF8.GetBytes(text, rented);
        var xml = WriteBase64(rented.AsSpan(0, length));
        ArrayPool<byte>.Shared.Return(rented);
        return xml;
    }

    /// <summary>The request body for bytes; without an encoding they are taken as UTF-8 text.</summary>
    public static byte[] Write(BinaryData content, QueueMessageEncoding encoding) =>
        encoding == QueueMessageEncoding.None ? WriteText(content.ToString()) : WriteBase64(content.ToMemory().Span);

    /// <summary>Reads the answer to Get Messages.</summary>
    /// <exception cref="FormatException">A message is not Base64 although it should be, or the answer is not XML.</exception>
    public static QueueMessage[] ReadMessages(Response response, QueueMessageEncoding encoding)
    {
        var messages = new List<QueueMessage>();
        var xml = new XmlScanner(response.Content.ToMemory().Span);
        while (xml.Read())
        {
            if (xml.IsStart("QueueMessage"u8))
            {
                messages.Add(ReadFields(ref xml, encoding).ToMessage());
            }
        }

        return [.. messages];
    }

    /// <summary>Reads the answer to Peek Messages.</summary>
    /// <inheritdoc cref="ReadMessages" path="/exception" />
    public static PeekedMessage[] ReadPeeked(Response response, QueueMessageEncoding encoding)
    {
        var messages = new List<PeekedMessage>();
        var xml = new XmlScanner(response.Content.ToMemory().Span);
        while (xml.Read())
        {
            if (xml.IsStart("QueueMessage"u8))
            {
                messages.Add(ReadFields(ref xml, encoding).ToPeeked());
            }
        }

        return [.. messages];
    }

    /// <summary>Reads the answer to Put Message.</summary>
    public static SendReceipt ReadReceipt(Response response)
    {
        var xml = new XmlScanner(response.Content.ToMemory().Span);
        while (xml.Read())
        {
            if (xml.IsStart("QueueMessage"u8))
            {
                return ReadFields(ref xml, QueueMessageEncoding.None).ToReceipt();
            }
        }

        throw new FormatException("The answer to Put Message names no message.");
    }

    private static byte[] WriteText(string text)
    {
        var xml = new PooledUtf8Writer(text.Length + 64);
        try
        {
            XmlEntities.AppendEscaped(ref xml, text);
            var body = GC.AllocateUninitializedArray<byte>(Before.Length + xml.Written.Length + After.Length);
            Before.CopyTo(body);
            xml.Written.CopyTo(body.AsSpan(Before.Length));
            After.CopyTo(body.AsSpan(body.Length - After.Length));
            return body;
        }
        finally
        {
            xml.Dispose();
        }
    }

    private static byte[] WriteBase64(ReadOnlySpan<byte> content)
    {
        var encodedLength = Base64.GetMaxEncodedToUtf8Length(content.Length);
        var body = GC.AllocateUninitializedArray<byte>(Before.Length + encodedLength + After.Length);
        Before.CopyTo(body);
        Base64.EncodeToUtf8(content, body.AsSpan(Before.Length), out _, out _);
        After.CopyTo(body.AsSpan(body.Length - After.Length));
        return body;
    }

    private static Fields ReadFields(ref XmlScanner xml, QueueMessageEncoding encoding)
    {
        var fields = default(Fields);
        while (xml.ReadChild())
        {
            if (xml.IsStart("MessageId"u8))
            {
                fields.MessageId = Encoding.UTF8.GetString(xml.ReadContent());
            }
            else if (xml.IsStart("PopReceipt"u8))
            {
                fields.PopReceipt = Encoding.UTF8.GetString(xml.ReadContent());
            }
            else if (xml.IsStart("MessageText"u8))
            {
                fields.Body = Decode(xml.ReadContent(), encoding);
            }
            else if (xml.IsStart("DequeueCount"u8))
            {
                _ = Utf8Parser.TryParse(xml.ReadContent(), out fields.DequeueCount, out _);
            }
            else if (xml.IsStart("InsertionTime"u8))
            {
                fields.InsertedOn = Date(xml.ReadContent());
            }
            else if (xml.IsStart("ExpirationTime"u8))
            {
                fields.ExpiresOn = Date(xml.ReadContent());
            }
            else if (xml.IsStart("TimeNextVisible"u8))
            {
                fields.NextVisibleOn = Date(xml.ReadContent());
            }
            else
            {
                xml.ReadContent();
            }
        }

        return fields;
    }

    private static BinaryData Decode(ReadOnlySpan<byte> content, QueueMessageEncoding encoding)
    {
        if (encoding == QueueMessageEncoding.None)
        {
            return BinaryData.FromBytes(content.ToArray());
        }

        if (!Base64.IsValid(content, out var length))
        {
            throw new FormatException("The message content is not Base64, which the client's MessageEncoding asks for.");
        }

        var decoded = GC.AllocateUninitializedArray<byte>(length);
        Base64.DecodeFromUtf8(content, decoded, out _, out _);
        return BinaryData.FromBytes(decoded);
    }

    private static DateTimeOffset? Date(ReadOnlySpan<byte> text) =>
        Utf8Parser.TryParse(text, out DateTimeOffset date, out _, 'R') ? date : null;

    private struct Fields
    {
        public string MessageId;
        public string PopReceipt;
        public BinaryData Body;
        public long DequeueCount;
        public DateTimeOffset? NextVisibleOn;
        public DateTimeOffset? InsertedOn;
        public DateTimeOffset? ExpiresOn;

        public readonly QueueMessage ToMessage() =>
            QueuesModelFactory.QueueMessage(MessageId, PopReceipt, Body, DequeueCount, NextVisibleOn, InsertedOn, ExpiresOn);

        public readonly PeekedMessage ToPeeked() => QueuesModelFactory.PeekedMessage(MessageId, Body, DequeueCount, InsertedOn, ExpiresOn);

        public readonly SendReceipt ToReceipt() =>
            QueuesModelFactory.SendReceipt(
                MessageId,
                InsertedOn.GetValueOrDefault(),
                ExpiresOn.GetValueOrDefault(),
                PopReceipt,
                NextVisibleOn.GetValueOrDefault()
            );
    }
}
