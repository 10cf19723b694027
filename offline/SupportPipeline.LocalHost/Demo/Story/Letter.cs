using SupportPipeline.LocalHost.Email;
using SupportPipeline.LocalHost.Sink;

namespace SupportPipeline.LocalHost.Demo.Story;

/// <summary>Makes mails of the sample day from what a person types.</summary>
internal static class Letter
{
    public const string Desk = "support@desk.example";

    public static OutgoingTestEmail New(string from, string? subject, string? text, string charset = "UTF-8", string? cc = null)
    {
        var sender = Mailbox.TryParse(from)!;
        var headers = new List<TestHeader>
        {
            TestHeader.OfMailboxes("From", [sender]),
            TestHeader.OfMailboxes("To", [new Mailbox("Example Support", Desk)]),
        };
        if (cc is not null)
        {
            headers.Add(TestHeader.OfMailboxes("Cc", Mailbox.ParseList(cc)));
        }

        if (subject is not null)
        {
            headers.Add(TestHeader.Of("Subject", subject));
        }

        return new OutgoingTestEmail
        {
            Headers = headers,
            Text = text,
            TextCharset = charset,
            EnvelopeFrom = sender.Address,
            EnvelopeTo = [Desk],
        };
    }

    /// <summary>An answer to a mail of ours: to its reply address, under its subject, in its thread.</summary>
    public static OutgoingTestEmail Answer(SinkMail ours, string from, string subject, string text)
    {
        ArgumentNullException.ThrowIfNull(ours);
        var replyTo = Mailbox.TryParse(SentMails.Header(ours, "Reply-To")) ?? throw new StoryBrokenException("Our mail has no Reply-To.");
        var letter = With(New(from, subject, text), ("In-Reply-To", SentMails.Header(ours, "Message-ID") ?? ""));
        return letter with
        {
            Headers = [.. letter.Headers.Select(header => header.Is("To") ? TestHeader.OfMailboxes("To", [replyTo]) : header)],
            EnvelopeTo = [replyTo.Address],
        };
    }

    public static OutgoingTestEmail With(OutgoingTestEmail letter, params IEnumerable<(string Name, string Value)> headers)
    {
        ArgumentNullException.ThrowIfNull(letter);
        return letter with { Headers = [.. letter.Headers, .. headers.Select(header => new TestHeader(header.Name, header.Value))] };
    }

    /// <summary>A text the way mail programs quote it.</summary>
    public static string Quoted(string? text) =>
        string.Join('\n', (text ?? "").TrimEnd().Split('\n').Select(line => $"> {line}".TrimEnd()));
}
