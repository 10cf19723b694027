using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.DeadLetters;

/// <summary>Puts many dead letters back on their queues.</summary>
public sealed class ReplayDeadLetters(DeadLetterDesk desk)
{
    /// <summary><c>POST /api/dead-letters/replay</c> with <c>{ids}</c> or <c>{queue, reason?, limit?}</c>; answers which were put back and which were not. Agents only.</summary>
    [Function("ReplayDeadLetters")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/dead-letters/replay")] HttpRequest request,
        CancellationToken cancellationToken
    ) => desk.ReplayManyAsync(request, cancellationToken);
}
