using SupportPipeline.Platform;

namespace SupportPipeline.Intake;

/// <summary>One email, normalised: decoded, cleaned, the customer's own words separated from quotes and signature.</summary>
internal sealed record InboundEmail
{
    /// <summary>The id given at receipt.</summary>
    public required TimeOrderedId Id { get; init; }

    /// <summary>When it was received.</summary>
    public DateTimeOffset ReceivedAt => Id.CreatedAt;

    /// <summary>Who wrote it; null when no usable address is given.</summary>
    public required Mailbox? From { get; init; }

    /// <summary>The public mention it was; null for a mail.</summary>
    public SocialMessage? Social { get; init; }

    /// <summary>The people it went to besides us (To and Cc), without our own addresses.</summary>
    public required IReadOnlyList<Mailbox> OtherRecipients { get; init; }

    /// <summary>The SMTP recipients as SendGrid saw them; they carry the reply token.</summary>
    public required IReadOnlyList<EmailAddress> EnvelopeTo { get; init; }

    /// <summary>Every address it was sent to, envelope and headers, ours included.</summary>
    public required IReadOnlyList<EmailAddress> AllRecipients { get; init; }

    /// <summary>The subject on one line; empty when there is none.</summary>
    public required string Subject { get; init; }

    /// <summary>The external message id without brackets; null when the message has none.</summary>
    public required string? MessageId { get; init; }

    /// <summary>In-Reply-To and References, nearest ancestor first.</summary>
    public required IReadOnlyList<string> Ancestors { get; init; }

    /// <summary>The References chain as it came, oldest first.</summary>
    public required IReadOnlyList<string> ReferenceChain { get; init; }

    /// <summary>The whole text.</summary>
    public required string Text { get; init; }

    /// <summary>What the customer wrote in this message, without quotes and signature; the whole text when nothing else remains.</summary>
    public required string OwnWords { get; init; }

    /// <summary>A hash over sender, date, subject and body: the same for the same mail delivered again.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>The language of the own words as a code of <see cref="Triage.LanguageDetector"/>; <c>und</c> when it could not be told.</summary>
    public required string Language { get; init; }

    /// <summary>Why it is automatic mail; null when a person wrote it.</summary>
    public required AutomaticMailFinding? Automatic { get; init; }

    /// <summary>What a mail system reports about a mail of ours; null when this is no such report or it cannot be understood.</summary>
    public BounceReport? Bounce { get; init; }

    /// <summary>The mail that this one passes on; null when it forwards none.</summary>
    public ForwardedMail? Forwarded { get; init; }

    /// <summary>The colleague who forwarded it, when the mail therefore counts as that of the customer who wrote it; else null.</summary>
    public Mailbox? ForwardedBy { get; init; }

    /// <summary>Whether the mail comes from where it says, as far as SendGrid checked it.</summary>
    public MailAuthentication Authentication { get; init; } = MailAuthentication.Nothing;

    /// <summary>SpamAssassin's score, 5 and more meaning spam by its own default; null when SendGrid does not check for spam.</summary>
    public double? SpamScore { get; init; }

    /// <summary>The attachments.</summary>
    public required IReadOnlyList<AttachmentPart> Attachments { get; init; }

    /// <summary>What was odd, as reason codes.</summary>
    public required IReadOnlyList<string> Problems { get; init; }
}
