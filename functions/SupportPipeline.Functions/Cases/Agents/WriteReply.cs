using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Cases.Agents;

/// <summary>Drafts a reply.</summary>
public sealed class WriteReply(CaseDesk desk, ReplyActs acts)
{
    /// <summary><c>POST /api/cases/{id}/replies</c> with <c>{text, subject?, scenario?, promiseBy?}</c>; the courtesy check’s findings stand with the draft. Agents only.</summary>
    [Function("WriteReply")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/cases/{id}/replies")] HttpRequest request,
        string id,
        CancellationToken cancellationToken
    ) => desk.ActAsync(request, id, AgentJson.Default.ReplyRequest, acts.Write, cancellationToken);
}
