using System.Buffers;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SupportPipeline.LocalHost.Email;

/// <summary>
/// The request SendGrid's Inbound Parse webhook (default mode) makes of a mail: one form field per part of the mail, each in its own
/// character set, which the field <c>charsets</c> names.
/// </summary>
internal sealed class InboundParseRequest
{
    private const string UsualBoundary = "xYzZY";
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ArrayBufferWriter<byte> _body = new();
    private readonly JsonObject _charsets = [];
    private readonly string _boundary;

    private InboundParseRequest(OutgoingTestEmail email)
    {
        _boundary = FreeBoundary(email);
        WriteFields(email);
        Body = _body.WrittenMemory;
        ContentType = $"multipart/form-data; boundary={_boundary}";
    }

    /// <summary>The exact bytes that are signed and sent.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    public string ContentType { get; }

    public static InboundParseRequest Of(OutgoingTestEmail email)
    {
        ArgumentNullException.ThrowIfNull(email);
        return new InboundParseRequest(email);
    }

    public HttpContent ToContent()
    {
        var content = new ReadOnlyMemoryContent(Body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(ContentType);
        return content;
    }

    /// <summary>The signed request to the function that takes mail in.</summary>
    public HttpRequestMessage ToHttpRequest(FrontDoor frontDoor, LocalSigningKey key, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(frontDoor);
        ArgumentNullException.ThrowIfNull(key);
        var request = frontDoor.Post("inbound/email", ToContent());
        request.Headers.UserAgent.ParseAdd("Sendlib/1.0");
        key.Sign(request, Body.Span, at);
        return request;
    }

    private void WriteFields(OutgoingTestEmail email)
    {
        WriteField("headers", HeaderBlock(email));
        WriteField("dkim", email.Dkim ?? $"{{@{SenderDomain(email)} : pass}}");
        if (email.Attachments.Any(attachment => attachment.ContentId is not null))
        {
            WriteField("content-ids", ContentIds(email).ToJsonString(Json));
        }

        WriteHeaderField(email, "to");
        WriteHeaderField(email, "cc");
        WriteBody("html", email.Html, email.HtmlCharset);
        WriteHeaderField(email, "from");
        WriteBody("text", email.Text, email.TextCharset);
        WriteField("sender_ip", email.SenderIp);
        var envelope = new JsonObject
        {
            ["to"] = new JsonArray([.. email.EnvelopeTo.Select(to => JsonValue.Create(to))]),
            ["from"] = email.EnvelopeFrom,
        };
        WriteField("envelope", envelope.ToJsonString(Json));
        WriteField("attachments", email.Attachments.Count.ToString(CultureInfo.InvariantCulture));
        WriteHeaderField(email, "subject");
        if (email.Attachments.Count > 0)
        {
            WriteField("attachment-info", AttachmentInfo(email).ToJsonString(Json));
            _charsets["filename"] = "UTF-8";
        }

        WriteField("charsets", _charsets.ToJsonString(Json));
        WriteField("SPF", email.Spf);
        for (var i = 0; i < email.Attachments.Count; i++)
        {
            WriteFile($"attachment{i + 1}", email.Attachments[i]);
        }

        Write($"--{_boundary}--\r\n");
    }

    /// <summary>SendGrid sorts the fields, unfolds them and shortens runs of blanks: the order of Received is not kept.</summary>
    private static string HeaderBlock(OutgoingTestEmail email)
    {
        var block = new StringBuilder();
        foreach (var header in email.Headers.OrderBy(header => header.Name, StringComparer.Ordinal))
        {
            var words = header.Raw.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
            block.Append(header.Name).Append(": ").AppendJoin(' ', words).Append('\n');
        }

        return block.ToString();
    }

    private static string SenderDomain(OutgoingTestEmail email)
    {
        var from = Mailbox.ParseList(email.Header("From")?.Value) is [var first, ..] ? first.Address : email.EnvelopeFrom;
        return from[(from.LastIndexOf('@') + 1)..];
    }

    private static JsonObject ContentIds(OutgoingTestEmail email)
    {
        var ids = new JsonObject();
        for (var i = 0; i < email.Attachments.Count; i++)
        {
            if (email.Attachments[i].ContentId is { } id)
            {
                ids[id] = $"attachment{i + 1}";
            }
        }

        return ids;
    }

    private static JsonObject AttachmentInfo(OutgoingTestEmail email)
    {
        var info = new JsonObject();
        for (var i = 0; i < email.Attachments.Count; i++)
        {
            var attachment = email.Attachments[i];
            var entry = new JsonObject
            {
                ["filename"] = attachment.Filename,
                ["name"] = attachment.Filename,
                ["charset"] = attachment.Filename.All(char.IsAscii) ? "US-ASCII" : "UTF-8",
                ["type"] = attachment.Type,
            };
            if (attachment.ContentId is { } id)
            {
                entry["content-id"] = id;
            }

            info[$"attachment{i + 1}"] = entry;
        }

        return info;
    }

    private void WriteHeaderField(OutgoingTestEmail email, string name)
    {
        if (email.Header(name) is { } header)
        {
            WriteBody(name, header.Value, EncodedWords.CharsetOf(header.Raw) ?? "UTF-8");
        }
    }

    private void WriteBody(string name, string? text, string charset)
    {
        if (text is not null)
        {
            var (bytes, used) = MailCharset.Encode(text, charset);
            _charsets[name] = used;
            WritePart($"form-data; name=\"{name}\"", type: null, bytes);
        }
    }

    private void WriteField(string name, string value) =>
        WritePart($"form-data; name=\"{name}\"", type: null, Encoding.UTF8.GetBytes(value));

    private void WriteFile(string name, TestAttachment attachment)
    {
        var filename = attachment.Filename.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
        WritePart($"form-data; name=\"{name}\"; filename=\"{filename}\"", attachment.Type, attachment.Content);
    }

    private void WritePart(string disposition, string? type, ReadOnlySpan<byte> content)
    {
        Write($"--{_boundary}\r\nContent-Disposition: {disposition}\r\n");
        Write(type is null ? "\r\n" : $"Content-Type: {type}\r\n\r\n");
        _body.Write(content);
        Write("\r\n");
    }

    private void Write(string text) => _body.Write(Encoding.UTF8.GetBytes(text));

    /// <summary>SendGrid's boundary is always the same; one that a part contains would end that part, so it is made longer.</summary>
    private static string FreeBoundary(OutgoingTestEmail email)
    {
        var candidate = UsualBoundary;
        for (var i = 0; IsTaken(email, candidate); i++)
        {
            candidate = UsualBoundary + i.ToString(CultureInfo.InvariantCulture);
        }

        return candidate;
    }

    private static bool IsTaken(OutgoingTestEmail email, string boundary)
    {
        var mark = $"--{boundary}";
        var bytes = Encoding.ASCII.GetBytes(mark);
        return (email.Text?.Contains(mark, StringComparison.Ordinal) ?? false)
            || (email.Html?.Contains(mark, StringComparison.Ordinal) ?? false)
            || email.Attachments.Any(attachment => attachment.Content.AsSpan().IndexOf(bytes) >= 0);
    }
}
