using SupportPipeline.Cases;
using SupportPipeline.Platform;

namespace SupportPipeline.Replies;

/// <summary>Whether a reply may go out now. Pure.</summary>
internal static class OutboundRules
{
    /// <summary>How long a reply waits for its turn when the desk has sent as much as it may.</summary>
    public static readonly TimeSpan Turn = TimeSpan.FromSeconds(10);

    /// <summary>What the settings say; null when they let it pass.</summary>
    public static OutboundVerdict? BySettings(Reply reply, RepliesOptions options, OutboundAllowList allowed)
    {
        if (!options.Enabled)
        {
            return new OutboundVerdict.Wait(
                RetryDelay.Spread(TimeSpan.FromSeconds(options.MaxRetrySeconds), reply),
                ReasonCode.SendingSwitchedOff
            );
        }

        return allowed.Lets(reply.To) ? null : new OutboundVerdict.Suppress(ReasonCode.NotOnAllowList);
    }

    /// <summary>What is known about the address; null when it may have mail.</summary>
    public static OutboundVerdict? ByAddress(Suppression? suppression) =>
        suppression is null ? null : new OutboundVerdict.Suppress(suppression.Code);

    /// <summary>Whether it is its turn.</summary>
    public static OutboundVerdict ByRate(Reply reply, bool hasTurn) =>
        hasTurn ? new OutboundVerdict.Pass() : new OutboundVerdict.Wait(RetryDelay.Spread(Turn, reply), ReasonCode.SendRateReached);
}

/// <summary>What the guard says about a reply.</summary>
internal abstract record OutboundVerdict
{
    private OutboundVerdict() { }

    /// <summary>Send it.</summary>
    public sealed record Pass : OutboundVerdict;

    /// <summary>Not now.</summary>
    /// <param name="After">When to look again.</param>
    /// <param name="Reason">A value of <see cref="ReasonCode"/>.</param>
    public sealed record Wait(TimeSpan After, string Reason) : OutboundVerdict;

    /// <summary>Never.</summary>
    /// <param name="Reason">A value of <see cref="ReasonCode"/>.</param>
    public sealed record Suppress(string Reason) : OutboundVerdict;
}
