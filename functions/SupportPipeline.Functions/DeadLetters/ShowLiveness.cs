using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.DeadLetters;

/// <summary>Shows that the process runs and answers; whether it can work is said by <see cref="ShowHealth"/>.</summary>
public sealed class ShowLiveness
{
    /// <summary><c>GET /api/health/live</c>: 200, without looking at anything. For everybody.</summary>
    [Function("ShowLiveness")]
    public static Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/health/live")] HttpRequest request
    ) => Task.FromResult(Results.Json(new { status = "live" }));
}
