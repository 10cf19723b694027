using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Social.Mentions.Desk;

/// <summary>Lists the searches somebody keeps.</summary>
public sealed class ListMentionSearches(MentionSearchDesk desk)
{
    /// <summary><c>GET /api/mentions/searches</c>: one's own, then the shared ones. Marketing and agents only.</summary>
    [Function("ListMentionSearches")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/mentions/searches")] HttpRequest request,
        CancellationToken cancellationToken
    ) => desk.ListAsync(request, cancellationToken);
}
