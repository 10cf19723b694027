using Microsoft.AspNetCore.Http;
using SupportPipeline.Platform;

namespace SupportPipeline.Cases.Agents;

/// <summary>
/// Makes a message of a case a case of its own. The new case has the id of its message, so a request that is repeated after a crash finds it and
/// completes what is missing; the message stands in exactly one of the two once it is done.
/// </summary>
public sealed class CaseSplitting(CaseDesk desk, CaseFinder finder, CaseWork work, ThreadStore threads, CaseNumberSequence numbers)
{
    /// <summary>Handles <c>split</c>.</summary>
    internal async Task<IResult> SplitAsync(HttpRequest request, string id, CancellationToken cancellationToken)
    {
        var (asked, who, problem) = await desk.ReadAsync(request, AgentJson.Default.SplitRequest, cancellationToken);
        if (problem is not null)
        {
            return problem;
        }

        if (
            await finder.FindAsync(id, cancellationToken) is not { } caseId
            || await work.ReadAsync(caseId, cancellationToken) is not { } history
        )
        {
            return CaseDesk.NoCase();
        }

        var message = history.Messages.FirstOrDefault(one => one.Id.Value == asked!.MessageId);
        if ((CaseDesk.Guard(history, who!) ?? Refuse(history, message, asked!)) is { } refusal)
        {
            return await desk.ChangeAsync(request, caseId, _ => refusal, who!, cancellationToken);
        }

        var number = await numbers.NextAsync(cancellationToken);
        await work.OpenAsync(SplitDecisions.Open(history, message!, number, asked!.Note, who!), cancellationToken);
        if (message!.ExternalId is { } externalId)
        {
            await threads.MoveAsync(externalId, caseId, message.Id, cancellationToken);
        }

        // What was seen was looked at before: the message has to leave now that it has a case of its own.
        return await desk.ChangeAsync(
            request,
            caseId,
            current => SplitDecisions.Leave(current, message.Id, asked.Note, who!),
            who! with
            {
                SeenVersion = null,
            },
            cancellationToken
        );
    }

    private static CaseDecision? Refuse(CaseHistory history, CaseMessage? message, SplitRequest asked)
    {
        if (CaseDesk.Elsewhere(history) is { } elsewhere)
        {
            return elsewhere;
        }

        if (message is null)
        {
            return history.Case.SplitOff.Any(one => one.CaseId.Value == asked.MessageId)
                ? new CaseDecision.Nothing(ReasonCode.AlreadyRecorded)
                : new CaseDecision.Refuse(
                    StatusCodes.Status404NotFound,
                    "message-not-found",
                    "messageId is the id of a message of this case; one of a case that was joined in is split off there."
                );
        }

        return asked.Note is { Length: > AgentAct.MaxTextLength } ? AgentAct.TextTooLong
            : message.Id == history.Case.Id
                ? AgentAct.Conflict("opening-message", "The message that opened the case stays in it; split the others off instead.")
            : history.Case.SplitOff.Count >= SplitDecisions.MaxSplitOff
                ? AgentAct.Conflict("too-many-split", $"At most {SplitDecisions.MaxSplitOff} messages can be split off a case.")
            : null;
    }
}
