using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Outages.Status;

/// <summary>Shows a document of the Statuspage API.</summary>
public sealed class ShowStatusDocument(StatusDesk desk)
{
    /// <summary><c>GET /api/v2/summary.json</c> and its neighbours. For everybody.</summary>
    [Function("ShowStatusDocument")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/v2/{file}")] HttpRequest request,
        string file,
        CancellationToken cancellationToken
    ) => desk.ShowDocumentAsync(request, file, cancellationToken);
}
