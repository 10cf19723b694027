using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Social.Replies;

/// <summary>Suggests an answer in the short form of its platform.</summary>
public sealed class ShowReplySuggestion(PublicReplyDesk desk)
{
    /// <summary><c>GET /api/mentions/{id}/reply/suggestion</c>. Marketing and agents.</summary>
    [Function("ShowReplySuggestion")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/mentions/{id}/reply/suggestion")] HttpRequest request,
        string id,
        CancellationToken cancellationToken
    ) => desk.SuggestAsync(request, id, cancellationToken);
}
