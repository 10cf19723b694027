using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SupportPipeline.Cases;
using SupportPipeline.Cases.Agents;
using SupportPipeline.Platform;

namespace SupportPipeline.FollowUps.Agents;

/// <summary>Schedules something for a case.</summary>
public sealed class CreateFollowUp(CaseDesk desk, CaseFinder finder, Organisation organisation)
{
    /// <summary><c>POST /api/follow-ups</c> with <c>{caseId, kind, at | withinWorkingHours, note?}</c>; answers with the case. Agents only.</summary>
    [Function("CreateFollowUp")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/follow-ups")] HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        var (asked, who, problem) = await desk.ReadAsync(request, FollowUpJson.Default.NewFollowUpRequest, cancellationToken);
        return problem is not null ? problem
            : await finder.FindAsync(asked!.CaseId ?? "", cancellationToken) is not { } caseId ? CaseDesk.NoCase()
            : await desk.ChangeAsync(
                request,
                caseId,
                history => FollowUpActs.Schedule(history, asked, who!, organisation),
                who!,
                cancellationToken
            );
    }
}
