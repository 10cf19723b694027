using SupportPipeline.Platform;

namespace SupportPipeline.Replies;

/// <summary>The seam to the mail service for one text to many people, each with a mail of their own.</summary>
public interface IMailingTransport
{
    /// <summary>The most recipients of one mailing (SendGrid: 1,000 personalizations).</summary>
    const int MaxRecipients = 1_000;

    /// <summary>Hands a mailing to the service, which takes or refuses it as a whole. A failure of the service is a result, not an exception.</summary>
    Task<SendResult> SendAsync(OutgoingMailing mailing, CancellationToken cancellationToken);
}

/// <summary>One text to many people.</summary>
public sealed record OutgoingMailing
{
    /// <summary>The address it comes from.</summary>
    public required EmailAddress From { get; init; }

    /// <summary>The name it comes from.</summary>
    public required string FromName { get; init; }

    /// <summary>Where answers go.</summary>
    public required EmailAddress ReplyTo { get; init; }

    /// <summary>The subject on one line.</summary>
    public required string Subject { get; init; }

    /// <summary>The plain text part, with the keys of <see cref="MailingRecipient.Substitutions"/> in it.</summary>
    public required string Text { get; init; }

    /// <summary>The HTML part, with the keys of <see cref="MailingRecipient.Substitutions"/> in it.</summary>
    public required string Html { get; init; }

    /// <summary>Headers of every mail.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>What the service gives back in the delivery events of every mail; no personal data.</summary>
    public required IReadOnlyDictionary<string, string> CustomArgs { get; init; }

    /// <summary>Who gets it.</summary>
    public required IReadOnlyList<MailingRecipient> Recipients { get; init; }
}

/// <summary>One recipient of a mailing.</summary>
/// <param name="Address">The address.</param>
/// <param name="Name">The name, when known.</param>
/// <param name="Substitutions">What is put in the place of its keys; at most 10,000 bytes (SendGrid).</param>
/// <param name="Headers">Headers of this mail.</param>
/// <param name="CustomArgs">What the service gives back in the delivery events of this mail.</param>
public sealed record MailingRecipient(
    string Address,
    string? Name,
    IReadOnlyDictionary<string, string> Substitutions,
    IReadOnlyDictionary<string, string> Headers,
    IReadOnlyDictionary<string, string> CustomArgs
);
