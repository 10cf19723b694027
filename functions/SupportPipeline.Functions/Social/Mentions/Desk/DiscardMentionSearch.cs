using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Social.Mentions.Desk;

/// <summary>Throws a search away.</summary>
public sealed class DiscardMentionSearch(MentionSearchDesk desk)
{
    /// <summary><c>DELETE /api/mentions/searches/{name}</c>; <c>?shared=true</c> for a shared one. Marketing and agents only.</summary>
    [Function("DiscardMentionSearch")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/mentions/searches/{name}")] HttpRequest request,
        string name,
        CancellationToken cancellationToken
    ) => desk.DiscardAsync(request, name, cancellationToken);
}
