using System.Text.Json;

namespace SupportPipeline.LocalHost.Email;

/// <summary>Reads the JSON form of <c>POST /local/email</c>. Everything that is wrong is named at once.</summary>
internal sealed class TestEmailJson
{
    private readonly Dictionary<string, string[]> _errors = new(StringComparer.Ordinal);
    private readonly JsonElement _root;

    private TestEmailJson(JsonElement root) => _root = root;

    public static (OutgoingTestEmail? Email, IReadOnlyDictionary<string, string[]> Errors) Read(JsonElement root)
    {
        var reading = new TestEmailJson(root);
        if (root.ValueKind != JsonValueKind.Object)
        {
            reading.Refuse("body", "Has to be a JSON object.");
            return (null, reading._errors);
        }

        var email = reading.Read();
        return (reading._errors.Count == 0 ? email : null, reading._errors);
    }

    private OutgoingTestEmail Read()
    {
        var from = Mailboxes("from", required: true);
        if (from.Count > 1)
        {
            Refuse("from", "Has to be one sender.");
        }

        var to = Mailboxes("to", required: true);
        var headers = new List<TestHeader> { TestHeader.OfMailboxes("From", from), TestHeader.OfMailboxes("To", to) };
        if (Mailboxes("cc", required: false) is { Count: > 0 } cc)
        {
            headers.Add(TestHeader.OfMailboxes("Cc", cc));
        }

        if (Text("subject") is { } subject)
        {
            headers.Add(TestHeader.Of("Subject", OneLine("subject", subject)));
        }

        ReadHeaders(headers);
        var (envelopeFrom, envelopeTo) = Envelope(from, to);
        return new OutgoingTestEmail
        {
            Headers = headers,
            Text = Text("text"),
            Html = Text("html"),
            Attachments = Attachments(),
            EnvelopeFrom = envelopeFrom,
            EnvelopeTo = envelopeTo,
            Spf = Text("spf") ?? "pass",
            Dkim = Text("dkim"),
            SenderIp = Text("senderIp") ?? "127.0.0.1",
        };
    }

    private void ReadHeaders(List<TestHeader> headers)
    {
        if (Member("headers", JsonValueKind.Object, "Has to be an object of texts.") is not { } members)
        {
            return;
        }

        foreach (var member in members.EnumerateObject())
        {
            var field = $"headers.{member.Name}";
            if (member.Name.Length == 0 || member.Name.Any(c => c is <= ' ' or > '~' or ':'))
            {
                Refuse(field, "Is no name of a header field.");
            }
            else if (member.Value.ValueKind != JsonValueKind.String)
            {
                Refuse(field, "Has to be a text.");
            }
            else
            {
                headers.RemoveAll(header => header.Is(member.Name));
                headers.Add(TestHeader.Of(member.Name, OneLine(field, member.Value.GetString()!)));
            }
        }
    }

    private (string From, IReadOnlyList<string> To) Envelope(List<Mailbox> from, List<Mailbox> to)
    {
        var sender = from.Count > 0 ? from[0].Address : string.Empty;
        IReadOnlyList<string> recipients = [.. to.Select(mailbox => mailbox.Address)];
        if (Member("envelope", JsonValueKind.Object, "Has to be an object with from and to.") is not { } envelope)
        {
            return (sender, recipients);
        }

        if (envelope.TryGetProperty("from", out var envelopeFrom))
        {
            // Empty is allowed: bounces have no sender.
            sender =
                envelopeFrom.ValueKind == JsonValueKind.String ? envelopeFrom.GetString()! : Refuse("envelope.from", "Has to be a text.");
        }

        if (envelope.TryGetProperty("to", out var envelopeTo))
        {
            recipients = [.. MailboxesOf("envelope.to", envelopeTo).Select(mailbox => mailbox.Address)];
        }

        return (sender, recipients);
    }

    private List<TestAttachment> Attachments()
    {
        var attachments = new List<TestAttachment>();
        if (Member("attachments", JsonValueKind.Array, "Has to be an array.") is not { } array)
        {
            return attachments;
        }

        foreach (var (i, item) in array.EnumerateArray().Index())
        {
            var field = $"attachments[{i}]";
            if (item.ValueKind != JsonValueKind.Object)
            {
                Refuse(field, "Has to be an object with filename, type and content.");
                continue;
            }

            var content = TextOf(item, "content", field);
            var bytes = new byte[((content?.Length ?? 0) * 3 / 4) + 3];
            if (content is null || !Convert.TryFromBase64String(content, bytes, out var length))
            {
                Refuse($"{field}.content", "Has to be Base64.");
                continue;
            }

            var filename = OneLine($"{field}.filename", TextOf(item, "filename", field) ?? Refuse($"{field}.filename", "Is required."));
            var type = OneLine($"{field}.type", TextOf(item, "type", field) ?? "application/octet-stream");
            attachments.Add(new TestAttachment(filename, type, bytes[..length], TextOf(item, "contentId", field)));
        }

        return attachments;
    }

    private List<Mailbox> Mailboxes(string name, bool required)
    {
        if (_root.TryGetProperty(name, out var member) && member.ValueKind != JsonValueKind.Null)
        {
            return MailboxesOf(name, member);
        }

        if (required)
        {
            Refuse(name, "Is required.");
        }

        return [];
    }

    private List<Mailbox> MailboxesOf(string field, JsonElement member)
    {
        var items = member.ValueKind == JsonValueKind.Array ? [.. member.EnumerateArray()] : new List<JsonElement> { member };
        var mailboxes = new List<Mailbox>();
        foreach (var item in items)
        {
            var parts = item.ValueKind == JsonValueKind.String ? Mailbox.Split(item.GetString()!) : [];
            if (parts.Count == 0)
            {
                Refuse(field, "Has to be an address, a list of addresses with commas, or an array of addresses.");
            }

            foreach (var part in parts)
            {
                if (Mailbox.TryParse(OneLine(field, part)) is { } mailbox)
                {
                    mailboxes.Add(mailbox);
                }
                else
                {
                    Refuse(field, $"'{part}' is no address.");
                }
            }
        }

        return mailboxes;
    }

    private string? Text(string name) => TextOf(_root, name, owner: null);

    private string? TextOf(JsonElement element, string name, string? owner)
    {
        if (!element.TryGetProperty(name, out var member) || member.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        var field = owner is null ? name : $"{owner}.{name}";
        return member.ValueKind == JsonValueKind.String ? member.GetString() : Refuse(field, "Has to be a text.");
    }

    private JsonElement? Member(string name, JsonValueKind kind, string refusal)
    {
        if (!_root.TryGetProperty(name, out var member) || member.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        if (member.ValueKind == kind)
        {
            return member;
        }

        Refuse(name, refusal);
        return null;
    }

    /// <summary>A line end in a header would start another header.</summary>
    private string OneLine(string field, string value) =>
        value.Any(char.IsControl) ? Refuse(field, "Must not contain control characters.") : value;

    private string Refuse(string field, string text)
    {
        _errors[field] = _errors.TryGetValue(field, out var earlier) ? [.. earlier, text] : [text];
        return string.Empty;
    }
}
