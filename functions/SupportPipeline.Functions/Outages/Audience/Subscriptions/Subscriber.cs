using Azure;
using SupportPipeline.Platform;

namespace SupportPipeline.Outages.Audience.Subscriptions;

/// <summary>How far a confirmation mail is.</summary>
internal enum ConfirmationState
{
    /// <summary>It is being handed to the mail service, or the process died while it was: nobody knows, and it is not sent again.</summary>
    Claimed,

    /// <summary>The mail service certainly did not take it; it is tried again.</summary>
    Waiting,

    /// <summary>The mail service took it.</summary>
    Sent,

    /// <summary>The mail service refused it.</summary>
    Refused,
}

/// <summary>Somebody who asked for notices.</summary>
internal sealed record Subscriber
{
    /// <summary>The address.</summary>
    public required EmailAddress Address { get; init; }

    /// <summary>The language of the mails.</summary>
    public required string Language { get; init; }

    /// <summary>When the subscription was confirmed; null while it was not, and no notice goes there.</summary>
    public DateTimeOffset? ConfirmedAt { get; init; }

    /// <summary>The components; empty for everything. Meaningless while not confirmed.</summary>
    public IReadOnlyList<string> Components { get; init; } = [];

    /// <summary>The components the last request named, which the confirmation page offers; empty for everything.</summary>
    public IReadOnlyList<string> Asked { get; init; } = [];

    /// <summary>The request the last confirmation mail belongs to.</summary>
    public required string RequestId { get; init; }

    /// <summary>When that mail was made.</summary>
    public required DateTimeOffset MailedAt { get; init; }

    /// <summary>How far it is.</summary>
    public required ConfirmationState Mail { get; init; }
}

/// <summary>A subscriber as stored.</summary>
/// <param name="Value">The subscriber.</param>
/// <param name="ETag">Its version.</param>
internal sealed record StoredSubscriber(Subscriber Value, ETag ETag);

/// <summary>Somebody asked for notices; whether it was the owner of the address nobody knows yet.</summary>
/// <param name="Id">The id; its time is the time of the request.</param>
/// <param name="Address">The address.</param>
/// <param name="Language">The language.</param>
/// <param name="Components">The components; empty for everything.</param>
internal sealed record SubscriptionRequest(TimeOrderedId Id, EmailAddress Address, string Language, IReadOnlyList<string> Components);
