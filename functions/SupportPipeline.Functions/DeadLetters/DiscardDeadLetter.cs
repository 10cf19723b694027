using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.DeadLetters;

/// <summary>Notes that nothing is to be done about a dead letter.</summary>
public sealed class DiscardDeadLetter(DeadLetterDesk desk)
{
    /// <summary><c>POST /api/dead-letters/{id}/discard</c> with <c>{reason}</c>. It stays readable. Agents only.</summary>
    [Function("DiscardDeadLetter")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/dead-letters/{id}/discard")] HttpRequest request,
        string id,
        CancellationToken cancellationToken
    ) => desk.DiscardAsync(request, id, cancellationToken);
}
