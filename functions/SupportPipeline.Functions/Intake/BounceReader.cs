using SupportPipeline.Platform;

namespace SupportPipeline.Intake;

/// <summary>
/// Reads delivery reports: the machine-readable part of RFC 3464, attached or printed in the text, and where there is none the text itself,
/// as Exim, qmail, QQ and NetEase write it. Pure; takes time proportional to the mail, of which only the beginning is read.
/// </summary>
internal static class BounceReader
{
    /// <summary>Reports say what they have to say at their beginning; behind it stands the mail they are about.</summary>
    private const int MaxText = 64 * 1024;

    /// <summary>Reads the report.</summary>
    /// <param name="headers">The headers of the mail that reports.</param>
    /// <param name="subject">Its subject.</param>
    /// <param name="text">Its text.</param>
    /// <param name="attachments">Its attachments with what <see cref="AttachmentPart.Report"/> holds.</param>
    /// <param name="isBounce">Whether the mail is a bounce by its sender or headers; without that only an attached report makes it one.</param>
    /// <param name="isOurs">Whether an address is one of ours, which cannot be the one that failed.</param>
    /// <returns>Null when the mail is no report, or says nothing that could be understood.</returns>
    internal static BounceReport? Read(
        EmailHeaders headers,
        string subject,
        string text,
        IReadOnlyList<AttachmentPart> attachments,
        bool isBounce,
        Func<EmailAddress, bool> isOurs
    )
    {
        var status = string.Join("\n\n", attachments.Where(ReportParts.IsStatus).Select(Content));
        if (!isBounce && status.Length == 0)
        {
            return null;
        }

        var beginning = text.Length <= MaxText ? text : text[..MaxText];
        var recipients = DeliveryStatus.Read(status.Length > 0 ? status : beginning);
        var said = BounceText.Read(subject, beginning, isOurs, headers.First("X-Failed-Recipients"));
        if (recipients.Count == 0)
        {
            recipients = said;
        }
        else if (said.Count > 0)
        {
            recipients = [.. recipients.Select(recipient => Completed(recipient, said[0]))];
        }

        return recipients.Count == 0 ? null : new(OriginalId(headers, status, beginning, attachments), recipients);
    }

    // Some reports name a status of 5.0.0, or none, and the code that the other server gave stands in the text only.
    private static BouncedRecipient Completed(BouncedRecipient recipient, BouncedRecipient said) =>
        recipient with
        {
            Status = recipient.Status ?? (recipient.Action == BounceActions.Failed ? said.Status : null),
            Diagnostic = recipient.Diagnostic ?? said.Diagnostic,
            Recipient = recipient.Recipient ?? said.Recipient,
        };

    private static string? OriginalId(EmailHeaders headers, string status, string text, IReadOnlyList<AttachmentPart> attachments)
    {
        foreach (var part in attachments.Where(ReportParts.IsOriginal))
        {
            if (EmailHeaders.Parse(Content(part)).First("Message-ID") is { } value && MessageIds.Parse(value) is [var id, ..])
            {
                return id;
            }
        }

        return FirstId(status, "X-Original-Message-ID")
            ?? FirstId(text, "Message-ID")
            ?? FirstId(text, "X-Original-Message-ID")
            ?? MessageIds.Parse(headers.First("In-Reply-To")).FirstOrDefault()
            ?? MessageIds.Parse(headers.First("References")).LastOrDefault();
    }

    // The headers of the mail stand in the text of many reports, indented or quoted.
    private static string? FirstId(string text, string name)
    {
        var isNext = false;
        foreach (var raw in text.AsSpan().EnumerateLinesByLineFeed())
        {
            var line = raw.Trim("> \t*|\u00A0");
            var isHeader =
                line.StartsWith(name, StringComparison.OrdinalIgnoreCase) && line[name.Length..].TrimStart() is [':' or '：', ..];
            if ((isHeader || isNext) && MessageIds.Parse(line[(isHeader ? name.Length + 1 : 0)..].ToString()) is [var id, ..])
            {
                return id;
            }

            // A long id stands on a line of its own below the name.
            isNext = isHeader;
        }

        return null;
    }

    private static string Content(AttachmentPart part) => FieldCharset.Decode(part.Report, null, out _).ReplaceLineEndings("\n");
}
