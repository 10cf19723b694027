using SupportPipeline.Cases;
using SupportPipeline.Intake;
using SupportPipeline.Platform;

namespace SupportPipeline.Social.Mentions.Desk;

/// <summary>Links a mention and the case it became a message of, both ways, whoever processed the message.</summary>
internal sealed class MentionCaseLink(MentionStore mentions, MentionCases cases, TimeProvider clock) : IRecordedMessageWatch
{
    private const int MaxTries = 10;

    public async Task RecordedAsync(InboundEmail message, TimeOrderedId caseId, CancellationToken cancellationToken)
    {
        if (message.Social is not { MentionId: var text } || !MentionId.TryParse(text, out var id))
        {
            return;
        }

        await cases.AddAsync(caseId, id, cancellationToken);
        for (var attempt = 0; attempt < MaxTries; attempt++)
        {
            if (
                await mentions.LoadHistoryAsync(id, cancellationToken) is not { } history
                || MentionActs.Linked(history, caseId, clock.GetUtcNow()) is not { } change
                || await mentions.SaveAsync(change, cancellationToken) is not null
            )
            {
                return;
            }
        }

        throw new InvalidOperationException($"Mention {id} kept changing.");
    }
}
