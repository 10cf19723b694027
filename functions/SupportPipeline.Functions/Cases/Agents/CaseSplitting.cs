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

        if (history.Messages.FirstOrDefault(one => one.Id.Value == asked!.MessageId) is not { } message)
        {
            return Problems.Of(StatusCodes.Status404NotFound, "message-not-found", "The case has no message with this id.");
        }

        if (message.Id == caseId)
        {
            return Problems.Of(
                StatusCodes.Status409Conflict,
                "opening-message",
                "The message that opened the case stays in it; split the others off instead."
            );
        }

        if (who!.SeenVersion is null || who.SeenVersion == history.Case.Version)
        {
            await OpenAsync(history.Case, message, who, asked!, cancellationToken);
            if (message.ExternalId is { } externalId)
            {
                await threads.MoveAsync(externalId, caseId, message.Id, cancellationToken);
            }
        }

        return await desk.ChangeAsync(request, id, current => Leave(current, message.Id, asked!, who), who, cancellationToken);
    }

    private async Task OpenAsync(
        CaseSnapshot from,
        CaseMessage message,
        AgentAct who,
        SplitRequest asked,
        CancellationToken cancellationToken
    )
    {
        var opened = new CaseSnapshot
        {
            Id = message.Id,
            Number = await numbers.NextAsync(cancellationToken),
            Subject = message.Subject.Length > 0 ? message.Subject : from.Subject,
            Urgency = message.Plan.Urgency,
            Team = message.Plan.Team,
            Language = message.Language,
            CustomerId = from.CustomerId,
            CustomerName = message.FromName,
            CustomerAddress = message.FromAddress,
            Participants = from.Participants,
            LastMessageAt = message.ReceivedAt,
            WaitingSince = message.IsAutomatic ? null : message.ReceivedAt,
            LinkedCaseId = from.Id,
            Assignee = from.Assignee,
        };
        var change = new CaseChange(opened, null, null)
        {
            Message = message,
            Events = [who.Happening("split-off", from.Number.ToString(), asked.Note)],
        };
        await work.OpenAsync(change, cancellationToken);
    }

    private static CaseDecision Leave(CaseHistory history, TimeOrderedId messageId, SplitRequest asked, AgentAct who) =>
        history.Messages.All(message => message.Id != messageId)
            ? new CaseDecision.Nothing(ReasonCode.AlreadyRecorded)
            : new CaseDecision.Apply(
                CaseChange.Of(history.Stored, history.Case with { MessageCount = history.Case.MessageCount - 1 }) with
                {
                    MessageLeaving = messageId,
                    Events = [who.Happening("split", messageId.Value, asked.Note)],
                }
            );
}
