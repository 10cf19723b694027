using System.Security.Cryptography;
using System.Text;
using SupportPipeline.Cases;
using SupportPipeline.Platform;
using SupportPipeline.Social.Mentions;

namespace SupportPipeline.Social.Replies;

/// <summary>
/// Proposes a closing public word once the case that a mention became is closed: who complained in public and was helped in private is thanked in public,
/// after somebody has looked at the words. Once for each mention and case; never posted by itself.
/// </summary>
public sealed class ClosingWord(MentionCases cases, MentionStore mentions, ReplySuggesting suggesting, TimeProvider clock)
    : IClosedCaseWatch
{
    private const int MaxRaces = 10;

    /// <inheritdoc/>
    async Task IClosedCaseWatch.ClosedAsync(CaseSnapshot closed, CancellationToken cancellationToken)
    {
        foreach (var id in await cases.OfCaseAsync(closed.Id, cancellationToken))
        {
            await ProposeAsync(id, closed, cancellationToken);
        }
    }

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
