using SupportPipeline.Cases;
using SupportPipeline.Platform;

namespace SupportPipeline.Replies;

/// <summary>
/// What becomes of a reply whose outcome nobody knows and of which no event told. The mail service has no key that would make sending twice harmless, so it
/// is sent again only when it is certain that the mail service never had it: it told of later mails and not of this one. Pure.
/// </summary>
internal static class UnknownRules
{
    /// <summary>Decides.</summary>
    /// <param name="reply">A reply in the state <see cref="ReplyState.Unknown"/>.</param>
    /// <param name="latestEvent">The time of the latest event of any mail; null when none ever came.</param>
    /// <param name="options">The waits.</param>
    /// <param name="now">Now.</param>
    public static UnknownVerdict Decide(Reply reply, DateTimeOffset? latestEvent, RepliesOptions options, DateTimeOffset now)
    {
        // Stored before there was a time to go by: as old as the reply itself.
        var since = reply.UnknownSince ?? reply.CreatedAt;
        var left = since + options.UnknownWait - now;
        if (left > TimeSpan.Zero)
        {
            // Written by a server whose clock is ahead, it would seem to lie in the future: nothing is waited for longer than the wait itself.
            return new UnknownVerdict.Wait(Whole(left < options.UnknownWait ? left : options.UnknownWait));
        }

        // The margin: events of mails handed over at about the same time may be on their way in another order.
        if (latestEvent >= since + options.UnknownWait / 3)
        {
            // A look that comes much too late means that nothing ran in between, or that events began late. Then the event that is looked for may still be on
            // its way behind newer ones: the mail service repeats what it could not deliver in no particular order.
            if (now - since > options.UnknownWait * 2)
            {
                return new UnknownVerdict.WaitAnew(options.UnknownWait);
            }

            return reply.IsAutomatic
                ? new UnknownVerdict.SendAgain(ReasonCode.NeverAccepted)
                : new UnknownVerdict.GiveBack(ReasonCode.NeverAccepted);
        }

        // No events at all: nothing can be concluded. The next looks come before it is much too late, later ones soon enough to hear of events that begin.
        var next = (now - since) / 2;
        var longest = options.UnknownWait * 4;
        return now - since >= TimeSpan.FromHours(options.GiveUpAfterHours)
            ? new UnknownVerdict.GiveBack(ReasonCode.OutcomeStaysUnknown)
            : new UnknownVerdict.Wait(Whole(next < longest ? next : longest));
    }

    private static TimeSpan Whole(TimeSpan wait) => TimeSpan.FromSeconds(Math.Ceiling(Math.Max(1, wait.TotalSeconds)));
}

/// <summary>What becomes of it.</summary>
internal abstract record UnknownVerdict
{
    private UnknownVerdict() { }

    /// <summary>Events may still come.</summary>
    /// <param name="After">When to look again.</param>
    public sealed record Wait(TimeSpan After) : UnknownVerdict;

    /// <summary>Nobody was there to take events in: the wait begins again from now.</summary>
    /// <param name="After">When to look again.</param>
    public sealed record WaitAnew(TimeSpan After) : UnknownVerdict;

    /// <summary>It is certainly not out, and nobody has to be asked.</summary>
    /// <param name="Reason">A value of <see cref="ReasonCode"/>.</param>
    public sealed record SendAgain(string Reason) : UnknownVerdict;

    /// <summary>A person has to look.</summary>
    /// <param name="Reason">A value of <see cref="ReasonCode"/>.</param>
    public sealed record GiveBack(string Reason) : UnknownVerdict;
}
