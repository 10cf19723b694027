using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Social.Mentions.Desk;

/// <summary>Keeps a search under a name.</summary>
public sealed class CreateMentionSearch(MentionSearchDesk desk)
{
    /// <summary><c>POST /api/mentions/searches</c> with <c>{name, shared?, query}</c>; one of the same name is replaced. Marketing and agents only.</summary>
    [Function("CreateMentionSearch")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/mentions/searches")] HttpRequest request,
        CancellationToken cancellationToken
    ) => desk.CreateAsync(request, cancellationToken);
}
