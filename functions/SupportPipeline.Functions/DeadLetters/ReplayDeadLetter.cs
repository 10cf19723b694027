using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.DeadLetters;

/// <summary>Puts one dead letter back on its queue.</summary>
public sealed class ReplayDeadLetter(DeadLetterDesk desk)
{
    /// <summary><c>POST /api/dead-letters/{id}/replay</c>: once, however often it is asked; 409 when somebody dealt with it before. Agents only.</summary>
    [Function("ReplayDeadLetter")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/dead-letters/{id}/replay")] HttpRequest request,
        string id,
        CancellationToken cancellationToken
    ) => desk.ReplayAsync(request, id, cancellationToken);
}
