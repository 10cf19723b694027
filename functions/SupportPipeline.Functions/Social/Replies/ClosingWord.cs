using System.Security.Cryptography;
using System.Text;
using SupportPipeline.Cases;
using SupportPipeline.Cases.Agents;
using SupportPipeline.Platform;
using SupportPipeline.Social.Mentions;

namespace SupportPipeline.Social.Replies;

/// <summary>
/// Proposes a closing public word once the case that a mention became is closed: who complained in public and was helped in private is thanked in public,
/// after somebody has looked at the words. Once for each mention and case; never posted by itself, and not where nobody was helped.
/// </summary>
public sealed class ClosingWord(MentionCases cases, MentionStore mentions, CaseDays days, ReplySuggesting suggesting, TimeProvider clock)
    : IClosedCaseWatch
{
    private const int MaxRaces = 10;

    /// <inheritdoc/>
    async Task IClosedCaseWatch.ClosedAsync(CaseSnapshot closed, CancellationToken cancellationToken)
    {
        var ids = await cases.OfCaseAsync(closed.Id, cancellationToken);
        if (
            ids.Count == 0
            || await days.HistoryAsync(closed.Id, cancellationToken) is not { } history
            || !WasHelped(closed, history.Events)
        )
        {
            return;
        }

        foreach (var id in ids)
        {
            await ProposeAsync(id, closed, cancellationToken);
        }
    }

    /// <summary>
    /// Whether a case was closed for the last time because somebody was helped: spam and duplicates get no thanks, and a case that was joined into another
    /// goes on there. Pure.
    /// </summary>
    internal static bool WasHelped(CaseSnapshot closed, IEnumerable<TimelineEvent> events) =>
        closed.MergedInto is null
        && !events.Any(entry =>
            entry is { Kind: "closed", Evidence: CloseReasons.Duplicate or CloseReasons.Spam } && entry.At == closed.ClosedAt
        );

    private async Task ProposeAsync(MentionId id, CaseSnapshot closed, CancellationToken cancellationToken)
    {
        var replyId = TimeOrderedId
            .Create(closed.Id.CreatedAt, SHA256.HashData(Encoding.UTF8.GetBytes($"closing|{closed.Id}|{id}")).AsSpan(0, 10))
            .Value;
        for (var race = 0; race < MaxRaces; race++)
        {
            if (
                await mentions.LoadHistoryAsync(id, cancellationToken) is not { Mention: { DeletedAt: null } mention } history
                || history.Replies.Any(reply => reply.Id == replyId)
            )
            {
                return;
            }

            var now = clock.GetUtcNow();
            var reply = new PublicReply
            {
                Id = replyId,
                Text = suggesting.Closing(mention).Text,
                At = now,
            };
            var after = mention with { Version = mention.Version + 1 };
            var change = new MentionChange(history.Stored, after)
            {
                Replies = [reply],
                Entries =
                [
                    new(
                        MentionEntry.KeyOf(now, $"reply-proposed:{after.Version}"),
                        now,
                        "reply-proposed",
                        SocialReason.CaseSolved,
                        null,
                        replyId
                    ),
                ],
            };
            if (await mentions.SaveAsync(change, cancellationToken) is not null)
            {
                return;
            }
        }
    }
}
