using System.Buffers.Text;
using System.Text.Json;

namespace SupportPipeline.LocalHost.Sink;

/// <summary>The part of <see cref="MailSendChecks"/> that looks at bodies and attachments.</summary>
internal static class MailSendContentChecks
{
    public static IEnumerable<SendGridError> Check(JsonElement root)
    {
        var contents = root.Items("content");
        if (contents.Count == 0 && root.Member("template_id") is null)
        {
            yield return Error(SendGridTexts.ContentRequired, "content", "message.content");
        }

        for (var i = 0; i < contents.Count; i++)
        {
            if (string.IsNullOrEmpty(contents[i].Text("type")))
            {
                yield return Error(SendGridTexts.ContentTypeRequired, $"content.{i}.type", "message.content.type");
            }

            if (string.IsNullOrEmpty(contents[i].Text("value")))
            {
                yield return Error(SendGridTexts.ContentEmpty, $"content.{i}.value", "message.content.value");
            }
        }

        var ranks = contents.Select(c => c.Text("type")).Where(type => !string.IsNullOrEmpty(type)).Select(Rank).ToList();
        if (ranks.Count(rank => rank == 0) > 1 || ranks.Count(rank => rank == 1) > 1)
        {
            yield return Error(SendGridTexts.ContentTwice, "content", "message.content");
        }
        else if (!ranks.SequenceEqual(ranks.Order()))
        {
            yield return Error(SendGridTexts.ContentOrder, "content", "message.content");
        }

        foreach (var error in CheckAttachments(root.Items("attachments")))
        {
            yield return error;
        }
    }

    private static IEnumerable<SendGridError> CheckAttachments(IReadOnlyList<JsonElement> attachments)
    {
        for (var i = 0; i < attachments.Count; i++)
        {
            var content = attachments[i].Text("content");
            if (string.IsNullOrEmpty(content))
            {
                yield return Error(SendGridTexts.AttachmentEmpty, $"attachments.{i}.content", "message.attachments.content");
            }
            else if (!Base64.IsValid(content))
            {
                yield return Error(SendGridTexts.AttachmentBase64, $"attachments.{i}.content", "message.attachments.content");
            }

            if (string.IsNullOrEmpty(attachments[i].Text("filename")))
            {
                yield return Error(SendGridTexts.AttachmentFilename, $"attachments.{i}.filename", "message.attachments.filename");
            }
        }
    }

    private static int Rank(string? type) =>
        type switch
        {
            "text/plain" => 0,
            "text/html" => 1,
            _ => 2,
        };

    private static SendGridError Error(string message, string field, string help) => new(message, field, SendGridTexts.Help(help));
}
