using System.Globalization;
using System.Text.Json;
using SupportPipeline.Platform;
using SupportPipeline.Triage;

namespace SupportPipeline.Intake;

/// <summary>Turns the fields of an Inbound Parse request into an <see cref="InboundEmail"/>. Pure.</summary>
internal static class EmailNormalizer
{
    private const int MaxSubjectLength = 500;
    private const int MaxNameLength = 200;

    /// <summary>Normalises one email. Whatever is missing or odd becomes a reason code, never an exception.</summary>
    public static InboundEmail Normalize(
        TimeOrderedId id,
        InboundParseForm form,
        IntakeOptions limits,
        IReadOnlyCollection<EmailAddress> ownAddresses,
        Func<string, bool> isOwnMessageId
    )
    {
        var headers = EmailHeaders.Parse(form.Text("headers"));
        var (envelopeFrom, envelopeTo) = ReadEnvelope(form);
        var from = Named(MailboxList.Parse(form.Text("from") ?? headers.First("From"), 1, out _).FirstOrDefault());
        var to = MailboxList.Parse(form.Text("to") ?? headers.First("To"), limits.MaxRecipients, out var droppedTo);
        var cc = MailboxList.Parse(form.Text("cc") ?? headers.First("Cc"), limits.MaxRecipients, out var droppedCc);
        var others = to.Concat(cc).Where(mailbox => !IsOwn(mailbox.Address, ownAddresses)).DistinctBy(mailbox => mailbox.Address).ToList();
        var subject = StoredText.CleanLine(EncodedWords.Decode(form.Text("subject") ?? headers.First("Subject") ?? ""), MaxSubjectLength);
        var text = ReadText(form, limits);
        var words = Intake.OwnWords.Split(text);
        var own = words.Own.Length > 0 ? words.Own : text;
        var automatic = AutomaticMail.Detect(new(headers, from?.Address, envelopeFrom, subject, from?.Name, ownAddresses, isOwnMessageId));
        var messageId = MessageIds.Parse(headers.First("Message-ID")).FirstOrDefault();
        var references = MessageIds.Parse(headers.First("References"));

        Note(form, droppedTo + droppedCc > 0 || others.Count > limits.MaxRecipients, ReasonCode.RecipientsTruncated);
        Note(form, headers.Count == 0, ReasonCode.HeadersMissing);
        Note(form, messageId is null, ReasonCode.MessageIdMissing);
        Note(form, string.IsNullOrWhiteSpace(text), ReasonCode.EmptyBody);
        return new()
        {
            Id = id,
            From = from,
            OtherRecipients = [.. others.Take(limits.MaxRecipients)],
            EnvelopeTo = envelopeTo,
            AllRecipients = [.. envelopeTo.Concat(to.Concat(cc).Select(mailbox => mailbox.Address)).Distinct()],
            Subject = subject,
            MessageId = messageId,
            Ancestors = [.. MessageIds.Parse(headers.First("In-Reply-To")).Concat(references.Reverse()).Distinct(StringComparer.Ordinal)],
            ReferenceChain = references,
            Text = text,
            OwnWords = own,
            Fingerprint = StableHash.Of(form.Text("from"), headers.First("Date"), subject, form.Text("text"), form.Text("html")),
            Language = LanguageDetector.Detect(own.Length > 0 ? own : subject).Code,
            Automatic = automatic,
            Bounce = BounceReader.Read(
                headers,
                subject,
                text,
                form.Attachments,
                automatic?.IsBounce == true,
                address => IsOwn(address, ownAddresses) || address == from?.Address
            ),
            Forwarded = words.IsForward || ForwardSubjects.IsForward(subject) ? ForwardFinder.Find(subject, text) : null,
            Authentication = MailAuthentication.Read(form.Text("SPF"), form.Text("dkim"), headers, from?.Address, envelopeFrom),
            SpamScore = ReadSpamScore(form.Text("spam_score")),
            Attachments = form.Attachments,
            Problems = [.. form.Problems],
        };
    }

    /// <summary>Whether an address is one of ours, plus-addresses of ours included.</summary>
    internal static bool IsOwn(EmailAddress address, IReadOnlyCollection<EmailAddress> ownAddresses) =>
        ownAddresses.Contains(address) || ownAddresses.Contains(PlusAddress.WithoutTag(address));

    private static string ReadText(InboundParseForm form, IntakeOptions limits)
    {
        var text = form.Text("text");
        if (string.IsNullOrWhiteSpace(text) && form.Text("html") is { Length: > 0 } html)
        {
            Note(form, html.Length > HtmlText.MaxInputLength, ReasonCode.FieldTruncated);
            text = HtmlText.ToText(html);
        }

        text = (text ?? "").ReplaceLineEndings("\n").Trim();
        Note(form, text.Length > limits.MaxTextLength, ReasonCode.FieldTruncated);
        return StoredText.Clean(text, limits.MaxTextLength);
    }

    private static double? ReadSpamScore(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var score) && double.IsFinite(score) ? score : null;

    private static (string? From, List<EmailAddress> To) ReadEnvelope(InboundParseForm form)
    {
        var recipients = new List<EmailAddress>();
        if (form.Json("envelope") is not { } envelope)
        {
            return (null, recipients);
        }

        if (envelope.TryGetProperty("to", out var to) && to.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in to.EnumerateArray())
            {
                if (item.ValueKind == JsonValueKind.String && EmailAddress.TryParse(item.GetString(), out var address))
                {
                    recipients.Add(address);
                }
            }
        }

        return (
            envelope.TryGetProperty("from", out var from) && from.ValueKind == JsonValueKind.String ? from.GetString() : null,
            recipients
        );
    }

    // SendGrid decodes the fields it takes from the headers, but for what it cannot make out.
    private static Mailbox? Named(Mailbox? mailbox) =>
        mailbox?.Name is { } name
            ? mailbox with
            {
                Name = StoredText.CleanLine(EncodedWords.Decode(name), MaxNameLength) is { Length: > 0 } clean ? clean : null,
            }
            : mailbox;

    private static void Note(InboundParseForm form, bool isSo, string reason)
    {
        if (isSo)
        {
            form.Note(reason);
        }
    }
}
