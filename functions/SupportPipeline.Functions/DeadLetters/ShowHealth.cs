using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.DeadLetters;

/// <summary>Shows whether the app works.</summary>
public sealed class ShowHealth(HealthLook look)
{
    /// <summary><c>GET /api/health</c>: 200 when storage can be reached, else 503, and how many dead letters wait. For everybody; it names nothing.</summary>
    [Function("ShowHealth")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/health")] HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        var seen = await look.LookAsync(cancellationToken);
        return Results.Json(seen, statusCode: seen.Status == "ready" ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }
}
