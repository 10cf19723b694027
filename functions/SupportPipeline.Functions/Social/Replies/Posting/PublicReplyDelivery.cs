using Microsoft.Extensions.Options;
using SupportPipeline.Platform;
using SupportPipeline.Social.Mentions;

namespace SupportPipeline.Social.Replies.Posting;

/// <summary>Posts an approved answer: load, decide, claim, ask the platform, record. The claim is stored before the platform is asked.</summary>
public sealed class PublicReplyDelivery
{
    private const int MaxRaces = 20;

    private static readonly TimeSpan s_shortWait = TimeSpan.FromSeconds(2);

    private readonly MentionStore _mentions;
    private readonly IReplyPoster _poster;
    private readonly ReplyPauses _pauses;
    private readonly IOptions<PublicRepliesOptions> _options;
    private readonly TimeProvider _clock;

    internal PublicReplyDelivery(
        MentionStore mentions,
        IReplyPoster poster,
        ReplyPauses pauses,
        IOptions<PublicRepliesOptions> options,
        TimeProvider clock
    ) => (_mentions, _poster, _pauses, _options, _clock) = (mentions, poster, pauses, options, clock);

    /// <summary>Delivers one answer.</summary>
    public async Task<Outcome> DeliverAsync(PublicReplyDue due, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(due);
        if (!MentionId.TryParse(due.MentionId, out var id) || await _mentions.LoadHistoryAsync(id, cancellationToken) is not { } history)
        {
            return new Outcome.Skipped(ReasonCode.NothingToSend);
        }

        var pausedUntil = await _pauses.UntilAsync(history.Mention.Post.Platform, cancellationToken);
        switch (DeliveryRules.Decide(history, due.ReplyId, pausedUntil, _clock.GetUtcNow(), _options.Value))
        {
            case DeliveryVerdict.Done done:
                return new Outcome.Skipped(done.Reason);
            case DeliveryVerdict.Wait wait:
                return new Outcome.Deferred(wait.After, wait.Reason);
            case DeliveryVerdict.Record record:
                return await _mentions.SaveAsync(record.Change, cancellationToken) is null
                    ? new Outcome.Deferred(s_shortWait, ReasonCode.DeliveryInProgress)
                    : new Outcome.Completed();
            case DeliveryVerdict.Claim claim:
                return await _mentions.SaveAsync(claim.Change, cancellationToken) is null
                    ? new Outcome.Deferred(s_shortWait, ReasonCode.DeliveryInProgress)
                    : await PostAsync(history.Mention, claim.Reply, cancellationToken);
            default:
                throw new InvalidOperationException("There is no other verdict.");
        }
    }

    private async Task<Outcome> PostAsync(Mention mention, PublicReply claimed, CancellationToken cancellationToken)
    {
        var posted = await _poster.PostAsync(mention, claimed, cancellationToken);
        if (posted.PausedUntil is { } until)
        {
            await _pauses.PauseAsync(mention.Post.Platform, until, CancellationToken.None);
        }

        // What the platform did has happened: it is written down whatever else happens to the mention meanwhile.
        for (var race = 0; race < MaxRaces; race++)
        {
            var history = (await _mentions.LoadHistoryAsync(mention.Id, CancellationToken.None))!;
            var (change, again) = DeliveryRules.Record(history, claimed, posted.Outcome, _clock.GetUtcNow(), _options.Value);
            if (await _mentions.SaveAsync(change, CancellationToken.None) is not null)
            {
                return again is { } after ? new Outcome.Deferred(after, SocialReason.PlatformUnavailable) : new Outcome.Completed();
            }
        }

        throw new InvalidOperationException($"What became of answer {claimed.Id} could not be written down.");
    }
}
