using Microsoft.Extensions.Options;
using SupportPipeline.Intake;
using SupportPipeline.Platform;
using SupportPipeline.Replies;

namespace SupportPipeline.Outages.Audience.Subscriptions;

/// <summary>Whether a confirmation may go to an address: the same switches and lists as for every other mail.</summary>
public sealed class SubscriptionGate(SuppressionList suppressions, IOptions<RepliesOptions> options, Desk desk, TimeProvider clock)
{
    private readonly OutboundAllowList _allowed = OutboundAllowList.Parse(options.Value.AllowList);

    /// <summary>Whether mail goes out at all now.</summary>
    internal bool IsOpen => options.Value is { Enabled: true, AutomaticEnabled: true };

    /// <summary>Why an address gets no mail, a value of <see cref="ReasonCode"/>; null when it does.</summary>
    internal async Task<string?> RefusalAsync(EmailAddress address, CancellationToken cancellationToken) =>
        desk.OwnAddresses.Contains(address) ? AutomaticMailReason.OwnAddress
        : !_allowed.Lets(address) ? ReasonCode.NotOnAllowList
        : (await suppressions.FindAsync(address, clock.GetUtcNow(), cancellationToken))?.Code;
}
