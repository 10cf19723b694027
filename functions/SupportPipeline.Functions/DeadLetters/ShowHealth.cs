using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.DeadLetters;

/// <summary>Shows whether the app works.</summary>
public sealed class ShowHealth(HealthLook look)
{
    /// <summary><c>GET /api/health</c>: 200 when storage can be reached, else 503; how many dead letters wait and which timed jobs are late. For everybody; it names nothing.</summary>
    [Function("ShowHealth")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/health")] HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        var seen = await look.LookAsync(cancellationToken);
        return Results.Json(
            seen,
            statusCode: seen.Status == HealthDocument.StorageUnavailable ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK
        );
    }
}
