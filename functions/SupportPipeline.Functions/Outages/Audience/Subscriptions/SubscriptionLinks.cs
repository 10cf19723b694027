using System.Globalization;
using SupportPipeline.Platform;

namespace SupportPipeline.Outages.Audience.Subscriptions;

/// <summary>
/// The links of notices and confirmations. A token holds the hash of the address and nothing else of it; the one of a confirmation works for a day, the one
/// of a notice as long as there are notices.
/// </summary>
public sealed class SubscriptionLinks(PublicLinks links, TimeProvider clock) : INoticeLinks
{
    private const string Page = "subscriptions";
    private const string NoticePurpose = "notices";
    private const string ConfirmPurpose = "confirm-notices";

    /// <summary>How long a confirmation can be followed.</summary>
    internal static readonly TimeSpan ConfirmWithin = TimeSpan.FromHours(24);

    /// <inheritdoc/>
    string? INoticeLinks.Manage(EmailAddress address) => links.To(Page, Token(address));

    /// <inheritdoc/>
    string? INoticeLinks.Unsubscribe(EmailAddress address) => links.To(Page, Token(address) + "/unsubscribe");

    /// <summary>The link that confirms; null when our own address is not configured.</summary>
    internal string? Confirm(EmailAddress address, DateTimeOffset askedAt) =>
        links.To(Page, links.Sign(ConfirmPurpose, address.Hash, Seconds(askedAt + ConfirmWithin)));

    /// <summary>What a token says; null when it is not one of ours.</summary>
    internal SubscriptionToken? Read(string token)
    {
        if (links.Read(NoticePurpose, token) is [var hash])
        {
            return new(hash, IsConfirmation: false, IsOver: false);
        }

        return
            links.Read(ConfirmPurpose, token) is [var address, var until]
            && long.TryParse(until, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? new(address, IsConfirmation: true, clock.GetUtcNow().ToUnixTimeSeconds() > seconds)
            : null;
    }

    private string Token(EmailAddress address) => links.Sign(NoticePurpose, address.Hash);

    private static string Seconds(DateTimeOffset at) => at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
}

/// <summary>What a token says.</summary>
/// <param name="AddressHash">The address.</param>
/// <param name="IsConfirmation">Whether it is the one of a confirmation.</param>
/// <param name="IsOver">Whether it came too late.</param>
internal sealed record SubscriptionToken(string AddressHash, bool IsConfirmation, bool IsOver);
