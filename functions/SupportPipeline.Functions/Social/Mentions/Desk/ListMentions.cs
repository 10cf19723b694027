using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Social.Mentions.Desk;

/// <summary>Lists mentions.</summary>
public sealed class ListMentions(MentionReading reading)
{
    /// <summary>
    /// <c>GET /api/mentions</c>, newest first; filters <c>brand</c>, <c>platform</c>, <c>source</c>, <c>mood</c>, <c>topic</c>, <c>language</c>,
    /// <c>minReach</c>, <c>state</c>, <c>assignee</c>, <c>minScore</c>, <c>author</c>, <c>includeSpam</c>, <c>includeDeleted</c>, <c>from</c>, <c>to</c>;
    /// <c>limit</c> 1 to 100, default 50; <c>cursor</c>. Marketing and agents only.
    /// </summary>
    [Function("ListMentions")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/mentions")] HttpRequest request,
        CancellationToken cancellationToken
    ) => reading.ListAsync(request, cancellationToken);
}
