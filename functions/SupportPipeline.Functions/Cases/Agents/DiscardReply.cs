using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Cases.Agents;

/// <summary>Throws a draft away.</summary>
public sealed class DiscardReply(CaseDesk desk)
{
    /// <summary><c>DELETE /api/cases/{id}/replies/{replyId}</c> with <c>{note?}</c>. Agents only.</summary>
    [Function("DiscardReply")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/cases/{id}/replies/{replyId}")] HttpRequest request,
        string id,
        string replyId,
        CancellationToken cancellationToken
    ) =>
        desk.ActAsync(
            request,
            id,
            AgentJson.Default.WhyRequest,
            (history, asked, act) => ReplyActs.Discard(history, replyId, asked, act),
            cancellationToken
        );
}
