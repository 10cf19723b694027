using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SupportPipeline.Cases.Agents;
using SupportPipeline.Platform;

namespace SupportPipeline.FollowUps.Agents;

/// <summary>Schedules something for a case.</summary>
public sealed class CreateFollowUp(CaseDesk desk, Organisation organisation)
{
    /// <summary><c>POST /api/follow-ups</c> with <c>{caseId, kind, at | withinWorkingHours, note?}</c>; answers with the case. Agents only.</summary>
    [Function("CreateFollowUp")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "follow-ups")] HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        var (asked, who, problem) = await desk.ReadAsync(request, FollowUpJson.Default.NewFollowUpRequest, cancellationToken);
        return problem
            ?? await desk.ChangeAsync(
                request,
                asked!.CaseId ?? "",
                history => FollowUpActs.Schedule(history, asked, who!, organisation),
                who!,
                cancellationToken
            );
    }
}
