using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SupportPipeline.Cases.Agents;

namespace SupportPipeline.FollowUps.Agents;

/// <summary>Cancels something that was scheduled for a case.</summary>
public sealed class CancelFollowUp(CaseDesk desk)
{
    /// <summary><c>DELETE /api/follow-ups/{caseId}/{kind}</c> with <c>{note?}</c>; cancelling again changes nothing. Agents only.</summary>
    [Function("CancelFollowUp")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/follow-ups/{caseId}/{kind}")] HttpRequest request,
        string caseId,
        string kind,
        CancellationToken cancellationToken
    ) =>
        desk.ActAsync(
            request,
            caseId,
            FollowUpJson.Default.CancelRequest,
            (history, asked, act) => FollowUpActs.Cancel(history, kind, asked, act),
            cancellationToken
        );
}
