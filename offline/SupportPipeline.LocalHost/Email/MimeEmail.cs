using System.Text;

namespace SupportPipeline.LocalHost.Email;

/// <summary>Reads a mail in its own format (<c>message/rfc822</c>) into what Inbound Parse makes of it.</summary>
internal sealed class MimeEmail
{
    /// <summary>Deeper nesting than people or programs produce is left as an attachment.</summary>
    private const int MaxDepth = 20;

    private readonly List<TestAttachment> _attachments = [];
    private Body? _text;
    private Body? _html;

    private MimeEmail() { }

    /// <summary>Reads a mail; never fails: what cannot be understood becomes text or an attachment as it stands.</summary>
    public static OutgoingTestEmail Read(ReadOnlyMemory<byte> source)
    {
        var root = MimePart.Parse(source);
        var reading = new MimeEmail();
        reading.Add(root, depth: 0);
        var email = new OutgoingTestEmail
        {
            Headers = root.Headers,
            Text = reading._text?.Content,
            TextCharset = reading._text?.Charset ?? "UTF-8",
            Html = reading._html?.Content,
            HtmlCharset = reading._html?.Charset ?? "UTF-8",
            Attachments = reading._attachments,
            EnvelopeFrom = string.Empty,
            EnvelopeTo = [],
        };
        return email with { EnvelopeFrom = Sender(email), EnvelopeTo = Recipients(email) };
    }

    private void Add(MimePart part, int depth)
    {
        if (part.MediaType.StartsWith("multipart/", StringComparison.Ordinal) && depth < MaxDepth)
        {
            var parts = part.Parts().ToList();
            parts.ForEach(inner => Add(inner, depth + 1));
            if (parts.Count > 0)
            {
                return;
            }

            // A multipart without its parts: shown as text, as mail programs do.
            _text = Append(_text, part, "text/plain");
            return;
        }

        var isFile = part.FileName is not null || part.Disposition.Value.Equals("attachment", StringComparison.OrdinalIgnoreCase);
        if (!isFile && part.MediaType == "text/plain")
        {
            _text = Append(_text, part, part.MediaType);
        }
        else if (!isFile && part.MediaType == "text/html")
        {
            _html = Append(_html, part, part.MediaType);
        }
        else
        {
            _attachments.Add(
                new TestAttachment(part.FileName ?? UsualName(part.MediaType), part.MediaType, part.DecodedBody(), part.ContentId)
            );
        }
    }

    private static Body Append(Body? earlier, MimePart part, string type)
    {
        var bytes = part.DecodedBody();
        var charset = part.ContentType.Parameter("charset");
        var content = MailCharset.Decode(bytes, charset);
        if (earlier is not null)
        {
            return earlier with { Content = earlier.Content + (type == "text/plain" ? "\n" : string.Empty) + content };
        }

        // A label that is missing or says nothing true would make the text illegible: then it travels in UTF-8.
        var known = MailCharset.Find(charset) is { } encoding && !(encoding.CodePage == Encoding.ASCII.CodePage && !Ascii.IsValid(bytes));
        return new Body(
            content,
            known ? charset!
                : Ascii.IsValid(bytes) ? "us-ascii"
                : "UTF-8"
        );
    }

    private static string UsualName(string mediaType) =>
        mediaType switch
        {
            "message/rfc822" => "message.eml",
            "text/calendar" => "invite.ics",
            "message/delivery-status" => "delivery-status.txt",
            _ => "unnamed",
        };

    private static string Sender(OutgoingTestEmail email)
    {
        if (email.Header("Return-Path") is { } returnPath)
        {
            // <> is a bounce: it has no sender.
            return returnPath.Raw.Trim('<', '>', ' ');
        }

        return Mailbox.ParseList(email.Header("From")?.Value) is [var first, ..] ? first.Address : string.Empty;
    }

    private static IReadOnlyList<string> Recipients(OutgoingTestEmail email)
    {
        foreach (var name in (ReadOnlySpan<string>)["Delivered-To", "X-Original-To", "To", "Cc"])
        {
            if (Mailbox.ParseList(email.Header(name)?.Value) is { Count: > 0 } mailboxes)
            {
                return [.. mailboxes.Select(mailbox => mailbox.Address)];
            }
        }

        return [];
    }

    private sealed record Body(string Content, string Charset);
}
