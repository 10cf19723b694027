using SupportPipeline.Cases;
using SupportPipeline.Platform;

namespace SupportPipeline.Social.Mentions.Desk;

/// <summary>
/// Erases the mentions that became a case with it: whose they were and what was written, by them and to them. The id on the platform stays, so that a
/// delivery that comes late does not bring the words back; so does what was counted.
/// </summary>
public sealed class MentionErasing(MentionCases cases, MentionWork work, MentionIds ids, TimeProvider clock) : IErasedCaseWatch
{
    /// <inheritdoc/>
    async Task IErasedCaseWatch.ErasingAsync(TimeOrderedId caseId, CancellationToken cancellationToken)
    {
        foreach (var id in await cases.OfCaseAsync(caseId, cancellationToken))
        {
            if (await work.LoadAsync(id, cancellationToken) is not { Mention.Post: var post })
            {
                continue;
            }

            var now = clock.GetUtcNow();
            await ids.DeletedAsync(MentionIds.KeyOf(post.Platform, post.Source, post.ExternalId), now, cancellationToken);
            while (
                await work.ChangeAsync(id, history => MentionErasureRules.Decide(history, now), cancellationToken)
                    is { Verdict: MentionVerdict.Apply }
            ) { }
        }
    }
}
