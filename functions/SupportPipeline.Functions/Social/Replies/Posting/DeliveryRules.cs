using System.Globalization;
using SupportPipeline.Platform;
using SupportPipeline.Social.Mentions;

namespace SupportPipeline.Social.Replies.Posting;

/// <summary>What is to be done with an answer whose queue message came, and what an outcome makes of it. Pure.</summary>
internal static class DeliveryRules
{
    private static readonly TimeSpan s_longestWait = TimeSpan.FromHours(6);

    /// <summary>Decides.</summary>
    /// <param name="history">The mention with its answers.</param>
    /// <param name="replyId">Which.</param>
    /// <param name="pausedUntil">Until when the platform wants to be left alone.</param>
    /// <param name="now">Now.</param>
    /// <param name="options">The settings.</param>
    public static DeliveryVerdict Decide(
        MentionHistory history,
        string replyId,
        DateTimeOffset? pausedUntil,
        DateTimeOffset now,
        PublicRepliesOptions options
    )
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(options);
        if (history.Replies.FirstOrDefault(reply => reply.Id == replyId) is not { State: PublicReplyState.Approved } reply)
        {
            return new DeliveryVerdict.Done(ReasonCode.NothingToSend);
        }

        if (reply.ClaimedUntil > now)
        {
            // Mostly whoever has it is done in a moment.
            var (left, again) = (reply.ClaimedUntil.Value - now, TimeSpan.FromSeconds(options.LookAgainSeconds));
            return new DeliveryVerdict.Wait(left < again ? left : again, ReasonCode.DeliveryInProgress);
        }

        // A claim that ran out without a word: whoever had it died, before or after the platform heard of it.
        if (reply.ClaimedUntil is not null && !ReplyPolicy.Of(history.Mention.Post.Platform).IsIdempotent)
        {
            return new DeliveryVerdict.Record(
                Change(history, reply with { State = PublicReplyState.Unknown, Reason = ReasonCode.OutcomeUnknown }, now)
            );
        }

        if (!options.Enabled)
        {
            return new DeliveryVerdict.Record(Suppressed(history, reply, SocialReason.PublicRepliesOff, null, now));
        }

        var check = ReplyCheck.Of(history.Mention, reply.Text, reply.IsPrivate, now, options);
        if (check.Errors.Count > 0)
        {
            return new DeliveryVerdict.Record(Suppressed(history, reply, check.Errors[0].Reason, check.Errors[0].Detail, now));
        }

        if (pausedUntil > now)
        {
            return new DeliveryVerdict.Wait(Bounded(pausedUntil.Value - now), SocialReason.PlatformUnavailable);
        }

        var claimed = reply with { ClaimedUntil = now + TimeSpan.FromSeconds(options.ClaimSeconds), Attempts = reply.Attempts + 1 };
        return new DeliveryVerdict.Claim(new(history.Stored, history.Mention) { Replies = [claimed] }, claimed);
    }

    /// <summary>What an outcome makes of an answer that was claimed, and after how long it is to be tried again.</summary>
    public static (MentionChange Change, TimeSpan? Again) Record(
        MentionHistory history,
        PublicReply claimed,
        PostOutcome outcome,
        DateTimeOffset now,
        PublicRepliesOptions options
    )
    {
        ArgumentNullException.ThrowIfNull(claimed);
        ArgumentNullException.ThrowIfNull(options);
        var free = claimed with { ClaimedUntil = null };
        var isIdempotent = ReplyPolicy.Of(history.Mention.Post.Platform).IsIdempotent;
        var again = TimeSpan.FromSeconds(options.RetrySeconds);
        return outcome switch
        {
            PostOutcome.Posted posted => (
                Change(
                    history,
                    free with
                    {
                        State = PublicReplyState.Sent,
                        SentAt = now,
                        ExternalId = posted.ExternalId,
                        Reason = SocialReason.ReplyPosted,
                        Detail = null,
                    },
                    now
                ),
                null
            ),
            PostOutcome.Refused refused => (Suppressed(history, free, SocialReason.ReplyRefused, refused.Detail, now), null),
            PostOutcome.Unknown unknown when !isIdempotent => (
                Change(
                    history,
                    free with
                    {
                        State = PublicReplyState.Unknown,
                        Reason = ReasonCode.OutcomeUnknown,
                        Detail = unknown.Detail,
                    },
                    now
                ),
                null
            ),
            _ when claimed.Attempts >= options.MaxAttempts => (
                Suppressed(history, free, ReasonCode.DeliveryGivenUp, DetailOf(outcome), now),
                null
            ),
            PostOutcome.Later { Until: { } until } later => (Waiting(history, free, later.Detail), Bounded(until - now)),
            _ => (Waiting(history, free, DetailOf(outcome)), again),
        };
    }

    private static string? DetailOf(PostOutcome outcome) =>
        outcome switch
        {
            PostOutcome.Later later => later.Detail,
            PostOutcome.Unknown unknown => unknown.Detail,
            _ => null,
        };

    private static TimeSpan Bounded(TimeSpan wait) =>
        wait < TimeSpan.FromSeconds(1) ? TimeSpan.FromSeconds(1)
        : wait > s_longestWait ? s_longestWait
        : wait;

    private static MentionChange Waiting(MentionHistory history, PublicReply reply, string? detail) =>
        new(history.Stored, history.Mention) { Replies = [reply with { Reason = SocialReason.PlatformUnavailable, Detail = detail }] };

    private static MentionChange Suppressed(MentionHistory history, PublicReply reply, string reason, string? detail, DateTimeOffset now) =>
        Change(history, reply with { State = PublicReplyState.Suppressed, ClaimedUntil = null, Reason = reason, Detail = detail }, now);

    private static MentionChange Change(MentionHistory history, PublicReply reply, DateTimeOffset now)
    {
        var before = history.Mention;
        var isSent = reply.State == PublicReplyState.Sent;
        var after = before with
        {
            Version = before.Version + 1,
            State = isSent && before.State != MentionState.Converted ? MentionState.Answered : before.State,
            AnsweredAt = isSent ? before.AnsweredAt ?? now : before.AnsweredAt,
        };
        var kind = reply.State switch
        {
            PublicReplyState.Sent => "reply-posted",
            PublicReplyState.Unknown => "reply-unknown",
            _ => "reply-suppressed",
        };
        var entry = new MentionEntry(
            MentionEntry.KeyOf(now, string.Create(CultureInfo.InvariantCulture, $"{kind}:{after.Version}:{reply.Id}")),
            now,
            kind,
            reply.Reason,
            null,
            reply.Detail is null ? reply.Id : $"{reply.Id}: {reply.Detail}"
        );
        return new(history.Stored, after) { Entries = [entry], Replies = [reply] };
    }
}

/// <summary>What is to be done with an answer.</summary>
internal abstract record DeliveryVerdict
{
    private DeliveryVerdict() { }

    /// <summary>Nothing.</summary>
    public sealed record Done(string Reason) : DeliveryVerdict;

    /// <summary>Nothing yet.</summary>
    public sealed record Wait(TimeSpan After, string Reason) : DeliveryVerdict;

    /// <summary>Its end is to be written down.</summary>
    public sealed record Record(MentionChange Change) : DeliveryVerdict;

    /// <summary>It is to be claimed, and then posted.</summary>
    public sealed record Claim(MentionChange Change, PublicReply Reply) : DeliveryVerdict;
}
