using System.Text.Json;

namespace SupportPipeline.LocalHost.Sink;

/// <summary>Turns a request that passed <see cref="MailSendChecks"/> into the mails SendGrid would deliver.</summary>
internal static class MailSendReader
{
    private static readonly string[] RecipientKinds = ["to", "cc", "bcc"];

    public static IReadOnlyList<SinkMail> Read(JsonElement root, string messageId, DateTimeOffset at) => ReadAll(root, messageId, at);

    private static List<SinkMail> ReadAll(JsonElement root, string messageId, DateTimeOffset at)
    {
        // What is the same for all is read once: a request may have a thousand personalizations.
        var contents = root.Items("content");
        var (text, html) = (Body(contents, "text/plain"), Body(contents, "text/html"));
        return
        [
            .. root.Items("personalizations")
                .SelectMany(personalization => Read(root, personalization, messageId, at))
                .Select(mail => mail with { Text = text, Html = html }),
        ];
    }

    public static bool IsSandbox(JsonElement root) =>
        root.Member("mail_settings")?.Member("sandbox_mode")?.Member("enable")?.ValueKind == JsonValueKind.True;

    private static IEnumerable<SinkMail> Read(JsonElement root, JsonElement personalization, string messageId, DateTimeOffset at)
    {
        var from = personalization.Member("from") ?? root.Member("from")!.Value;
        var mail = new SinkMail
        {
            To = string.Empty,
            Kind = string.Empty,
            From = from.Text("email")!,
            FromName = from.Text("name"),
            Subject = personalization.Text("subject") ?? root.Text("subject") ?? string.Empty,
            Substitutions = personalization.Map("substitutions"),
            Headers = Headers(root, personalization, from, messageId),
            CustomArgs = root.Map("custom_args").MergedWith(personalization.Map("custom_args"), StringComparer.Ordinal),
            Categories = [.. root.Items("categories").Select(category => category.GetString()!)],
            Attachments = [.. root.Items("attachments").Select(Attachment)],
            At = at,
            MessageId = messageId,
        };
        return from kind in RecipientKinds
            from recipient in personalization.Items(kind)
            select mail with
            {
                To = recipient.Text("email")!,
                ToName = recipient.Text("name"),
                Kind = kind,
            };
    }

    private static Dictionary<string, string> Headers(JsonElement root, JsonElement personalization, JsonElement from, string messageId)
    {
        var headers = root.Map("headers").MergedWith(personalization.Map("headers"), StringComparer.OrdinalIgnoreCase);
        headers.TryAdd("Message-ID", $"<{messageId}@sendgrid.local>");
        headers["From"] = Mailbox(from);
        var replyTo = root.Member("reply_to") is { } one ? [one] : root.Items("reply_to_list");
        if (replyTo.Count > 0)
        {
            headers["Reply-To"] = string.Join(", ", replyTo.Select(Mailbox));
        }

        return headers;
    }

    private static string Mailbox(JsonElement address) =>
        string.IsNullOrEmpty(address.Text("name")) ? address.Text("email")! : $"{address.Text("name")} <{address.Text("email")}>";

    private static string? Body(IReadOnlyList<JsonElement> contents, string type)
    {
        var content = contents.FirstOrDefault(content => content.Text("type") == type);
        return content.ValueKind == JsonValueKind.Undefined ? null : content.Text("value");
    }

    private static SinkAttachment Attachment(JsonElement attachment) =>
        new(attachment.Text("filename")!, attachment.Text("type"), Convert.FromBase64String(attachment.Text("content")!).Length);
}
