namespace SupportPipeline.LocalHost.Email;

/// <summary>A mail on its way to the support address, as the mail server that hands it to SendGrid has it.</summary>
internal sealed record OutgoingTestEmail
{
    /// <summary>Every header field, From, To and Subject among them, in their order.</summary>
    public required IReadOnlyList<TestHeader> Headers { get; init; }

    public string? Text { get; init; }

    public string? Html { get; init; }

    /// <summary>The character set <see cref="Text"/> travels in.</summary>
    public string TextCharset { get; init; } = "UTF-8";

    /// <summary>The character set <see cref="Html"/> travels in.</summary>
    public string HtmlCharset { get; init; } = "UTF-8";

    public IReadOnlyList<TestAttachment> Attachments { get; init; } = [];

    /// <summary>The SMTP sender; empty for a bounce.</summary>
    public required string EnvelopeFrom { get; init; }

    /// <summary>The SMTP recipients.</summary>
    public required IReadOnlyList<string> EnvelopeTo { get; init; }

    /// <summary>What the receiving server found: an SPF result of RFC 7208.</summary>
    public string Spf { get; init; } = "pass";

    /// <summary>What the receiving server found, in SendGrid's notation; a pass for the sender's domain when null.</summary>
    public string? Dkim { get; init; }

    public string SenderIp { get; init; } = "127.0.0.1";

    public string MessageId => Header("Message-ID")?.Raw ?? string.Empty;

    /// <summary>The first field of that name.</summary>
    public TestHeader? Header(string name) => Headers.FirstOrDefault(header => header.Is(name));

    /// <summary>A plain mail with everything a mail server would have put into it.</summary>
    public static OutgoingTestEmail Of(Mailbox from, Mailbox to, string subject, string text, string messageId, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        return new OutgoingTestEmail
        {
            Headers =
            [
                TestHeader.OfMailboxes("From", [from]),
                TestHeader.OfMailboxes("To", [to]),
                TestHeader.Of("Subject", subject),
                new TestHeader("Message-ID", messageId),
                new TestHeader("Date", MailDate.Format(at)),
                new TestHeader("MIME-Version", "1.0"),
                new TestHeader("Content-Type", "text/plain; charset=\"UTF-8\""),
            ],
            Text = text,
            EnvelopeFrom = from.Address,
            EnvelopeTo = [to.Address],
        };
    }
}

/// <summary>A part of a mail that is a file.</summary>
/// <param name="Filename">Empty when the part has none.</param>
/// <param name="Type">Its media type.</param>
/// <param name="Content">Decoded.</param>
/// <param name="ContentId">Without angle brackets; by which the HTML part shows it.</param>
internal sealed record TestAttachment(string Filename, string Type, byte[] Content, string? ContentId = null);
