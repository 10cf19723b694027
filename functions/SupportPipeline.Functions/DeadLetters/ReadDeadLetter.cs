using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.DeadLetters;

/// <summary>Reads one dead letter.</summary>
public sealed class ReadDeadLetter(DeadLetterDesk desk)
{
    /// <summary><c>GET /api/dead-letters/{id}</c>: with its reason and what it points to. Agents only.</summary>
    [Function("ReadDeadLetter")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/dead-letters/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellationToken
    ) => desk.ReadAsync(request, id, cancellationToken);
}
