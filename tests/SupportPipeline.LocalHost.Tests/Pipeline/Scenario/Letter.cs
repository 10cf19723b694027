using System.Text.Json;

namespace SupportPipeline.LocalHost.Tests.Pipeline.Scenario;

/// <summary>A mail as a customer's mail program writes it; readable defaults, change what the test is about.</summary>
internal sealed record Letter
{
    public required string From { get; init; }

    public string? FromName { get; init; }

    public string To { get; init; } = Desk.Address;

    public string? Cc { get; init; }

    public string Subject { get; init; } = "Question about invoice 4711";

    /// <summary>A plain question: nothing in it that the playbook answers in a way of its own.</summary>
    public string? Text { get; init; } = "Hello,\n\nwhich two months does invoice 4711 cover? I could not find it on the page.\n";

    public string? Html { get; init; }

    /// <summary>Without brackets; null leaves the header out.</summary>
    public required string? MessageId { get; init; }

    public string? InReplyTo { get; init; }

    public string? References { get; init; }

    public string Date { get; init; } = "Mon, 6 Jul 2026 09:30:00 +0200";

    /// <summary>Further header lines.</summary>
    public IReadOnlyList<string> Headers { get; init; } = [];

    /// <summary>The SMTP sender; the sender when null.</summary>
    public string? EnvelopeFrom { get; init; }

    /// <summary>The SMTP recipient; the recipient when null.</summary>
    public string? EnvelopeTo { get; init; }

    public IReadOnlyList<(string Name, string Type, byte[] Content)> Attachments { get; init; } = [];

    public string Sender => FromName is null ? From : $"{FromName} <{From}>";

    public string HeaderBlock =>
        string.Join(
            '\n',
            new[]
            {
                $"From: {Sender}",
                $"To: {To}",
                Cc is null ? null : $"Cc: {Cc}",
                $"Date: {Date}",
                MessageId is null ? null : $"Message-ID: <{MessageId}>",
                InReplyTo is null ? null : $"In-Reply-To: <{InReplyTo}>",
                References is null ? null : $"References: {References}",
                "MIME-Version: 1.0",
            }
                .OfType<string>()
                .Concat(Headers)
        ) + "\n";

    public InboundPost ToPost()
    {
        var envelope = JsonSerializer.Serialize(new { to = new[] { EnvelopeTo ?? To }, from = EnvelopeFrom ?? From });
        var post = new InboundPost()
            .Field("headers", HeaderBlock)
            .Field("to", To)
            .Field("cc", Cc)
            .Field("from", Sender)
            .Field("subject", Subject)
            .Field("text", Text)
            .Field("html", Html)
            .Field("envelope", envelope)
            .Field("charsets", """{"to":"UTF-8","from":"UTF-8","subject":"UTF-8","text":"UTF-8","html":"UTF-8"}""");
        for (var i = 0; i < Attachments.Count; i++)
        {
            post.File($"attachment{i + 1}", Attachments[i].Name, Attachments[i].Type, Attachments[i].Content);
        }

        return post;
    }
}
