using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Cases.Agents;

/// <summary>Sends a draft off.</summary>
public sealed class ApproveReply(CaseDesk desk, ReplyActs acts)
{
    /// <summary><c>POST /api/cases/{id}/replies/{replyId}/approve</c> with <c>{confirmFindings?}</c>; 409 when the courtesy check blocks and nobody confirmed. Agents only.</summary>
    [Function("ApproveReply")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/cases/{id}/replies/{replyId}/approve")] HttpRequest request,
        string id,
        string replyId,
        CancellationToken cancellationToken
    ) =>
        desk.ActAsync(
            request,
            id,
            AgentJson.Default.ApproveRequest,
            (history, asked, act) => acts.Approve(history, replyId, asked, act),
            cancellationToken
        );
}
