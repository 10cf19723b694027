using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Cases.Agents;

/// <summary>Changes a draft.</summary>
public sealed class UpdateReply(CaseDesk desk, ReplyActs acts)
{
    /// <summary><c>PUT /api/cases/{id}/replies/{replyId}</c> with <c>{text, subject?, promiseBy?}</c>. Agents only.</summary>
    [Function("UpdateReply")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/cases/{id}/replies/{replyId}")] HttpRequest request,
        string id,
        string replyId,
        CancellationToken cancellationToken
    ) =>
        desk.ActAsync(
            request,
            id,
            AgentJson.Default.ReplyRequest,
            (history, asked, act) => acts.Change(history, replyId, asked, act),
            cancellationToken
        );
}
