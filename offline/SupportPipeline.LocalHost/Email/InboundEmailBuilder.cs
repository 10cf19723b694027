using System.Globalization;
using System.Security.Cryptography;

namespace SupportPipeline.LocalHost.Email;

/// <summary>Puts into a mail what the servers on its way would have put there.</summary>
internal static class InboundEmailBuilder
{
    /// <summary>Adds the fields that are missing: Date, Message-ID, MIME-Version, Content-Type and Received.</summary>
    public static OutgoingTestEmail Complete(OutgoingTestEmail email, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(email);
        var headers = email.Headers.ToList();
        var sender = Mailbox.ParseList(email.Header("From")?.Value) is [var first, ..] ? first.Address : email.EnvelopeFrom;
        var domain = sender[(sender.LastIndexOf('@') + 1)..];
        AddMissing(headers, "Date", MailDate.Format(at));
        AddMissing(headers, "Message-ID", $"<{NewId(at)}@{(domain.Length == 0 ? "local.invalid" : domain)}>");
        AddMissing(headers, "MIME-Version", "1.0");
        AddMissing(headers, "Content-Type", ContentType(email));
        AddMissing(
            headers,
            "Received",
            $"from {(domain.Length == 0 ? "unknown" : domain)} ({email.SenderIp}) by mx.sendgrid.local with ESMTP; {MailDate.Format(at)}"
        );
        return email with { Headers = headers };
    }

    private static void AddMissing(List<TestHeader> headers, string name, string raw)
    {
        if (!headers.Exists(header => header.Is(name)))
        {
            headers.Add(new TestHeader(name, raw));
        }
    }

    private static string ContentType(OutgoingTestEmail email) =>
        email.Attachments.Count > 0 ? "multipart/mixed; boundary=\"local-mixed\""
        : email.Text is not null && email.Html is not null ? "multipart/alternative; boundary=\"local-alternative\""
        : email.Html is not null ? $"text/html; charset=\"{email.HtmlCharset}\""
        : $"text/plain; charset=\"{email.TextCharset}\"";

    private static string NewId(DateTimeOffset at) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{at.ToUnixTimeMilliseconds()}.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}"
        );
}
