using SupportPipeline.Platform;

namespace SupportPipeline.Customers;

/// <summary>Decides whether a message is held. Pure.</summary>
internal static class ScreeningRules
{
    /// <summary>Why it is held, a value of <see cref="ReasonCode"/>; null when it is not.</summary>
    public static string? HoldReason(ScreeningVerdicts verdicts, CustomerFacts? sender, ScreeningOptions options)
    {
        // A block is somebody's word about this sender; everything below is only what a message looks like.
        if (sender?.Has(CustomerFlagNames.Blocked) == true)
        {
            return ReasonCode.SenderBlocked;
        }

        return verdicts.IsStrayBounce ? ReasonCode.BounceUnmatched
            : sender?.Has(CustomerFlagNames.Trusted) == true ? null
            : options.HoldUnauthenticated && verdicts is { HasSpfFailed: true, HasDkimPassed: false } ? ReasonCode.AuthenticationFailed
            : verdicts.SpamScore >= options.SpamScore ? ReasonCode.SpamScoreHigh
            : null;
    }
}

/// <summary>What the receiving server said about a message.</summary>
/// <param name="SpamScore">The score of the spam check; null when there was none.</param>
/// <param name="HasSpfFailed">Whether the sending server may not send for the domain.</param>
/// <param name="HasDkimPassed">Whether a valid signature vouches for the message.</param>
/// <param name="IsStrayBounce">Whether it reports the fate of a mail that is none of ours: mostly backscatter, of a stranger who used our address.</param>
internal sealed record ScreeningVerdicts(
    double? SpamScore = null,
    bool HasSpfFailed = false,
    bool HasDkimPassed = false,
    bool IsStrayBounce = false
);
