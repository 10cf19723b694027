using SupportPipeline.Platform;

namespace SupportPipeline.Replies;

/// <summary>The seam to the mail service: one mail to one person.</summary>
public interface IMailTransport
{
    /// <summary>Hands a mail to the service. A failure of the service is a result, not an exception.</summary>
    Task<SendResult> SendAsync(OutgoingMail mail, CancellationToken cancellationToken);
}

/// <summary>One mail to one person.</summary>
public sealed record OutgoingMail
{
    /// <summary>Whom it goes to.</summary>
    public required EmailAddress To { get; init; }

    /// <summary>The recipient's name, when known.</summary>
    public required string? ToName { get; init; }

    /// <summary>The address it comes from.</summary>
    public required EmailAddress From { get; init; }

    /// <summary>The name it comes from.</summary>
    public required string FromName { get; init; }

    /// <summary>Where answers go.</summary>
    public required EmailAddress ReplyTo { get; init; }

    /// <summary>The subject on one line.</summary>
    public required string Subject { get; init; }

    /// <summary>The plain text part.</summary>
    public required string Text { get; init; }

    /// <summary>The HTML part.</summary>
    public required string Html { get; init; }

    /// <summary>Further headers, for example for threading.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>What the service gives back in its delivery events; no personal data.</summary>
    public required IReadOnlyDictionary<string, string> CustomArgs { get; init; }
}

/// <summary>How a send ended.</summary>
public abstract record SendResult
{
    private SendResult() { }

    /// <summary>The service took the mail.</summary>
    /// <param name="ProviderMessageId">The service's id of it.</param>
    public sealed record Accepted(string? ProviderMessageId) : SendResult;

    /// <summary>The service refused the mail for what is in it; sending it again would be refused again.</summary>
    /// <param name="Detail">The service's field and status; no personal data.</param>
    public sealed record Refused(string Detail) : SendResult
    {
        /// <summary>The members of the request that were refused, as the service names them, for example <c>personalizations.3.to.0.email</c>.</summary>
        public IReadOnlyList<string> Fields { get; init; } = [];
    }

    /// <summary>The service certainly did not take the mail, and may later.</summary>
    /// <param name="RetryAfter">How long the service asks to wait; null when it does not say.</param>
    /// <param name="Detail">The status.</param>
    public sealed record Unavailable(TimeSpan? RetryAfter, string Detail) : SendResult;

    /// <summary>The request went out and no answer came back.</summary>
    /// <param name="Detail">What happened.</param>
    public sealed record Unknown(string Detail) : SendResult;
}
