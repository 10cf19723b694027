using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SupportPipeline.Platform;

namespace SupportPipeline.Cases.Agents;

/// <summary>Changes urgency, team or subject of a case.</summary>
public sealed class UpdateCase(CaseDesk desk, Organisation organisation)
{
    /// <summary><c>PATCH /api/cases/{id}</c> with <c>{urgency?, team?, subject?, note?}</c>. Agents only.</summary>
    [Function("UpdateCase")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "patch", Route = "api/cases/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellationToken
    ) =>
        desk.ActAsync(
            request,
            id,
            AgentJson.Default.UpdateRequest,
            (history, asked, act) => CaseActs.Update(history, asked, act, organisation),
            cancellationToken
        );
}
