using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Outages.Status;

/// <summary>Shows a part of a document of the Statuspage API.</summary>
public sealed class ShowStatusList(StatusDesk desk)
{
    /// <summary><c>GET /api/v2/incidents/unresolved.json</c> and its like. For everybody.</summary>
    [Function("ShowStatusList")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/v2/{folder}/{file}")] HttpRequest request,
        string folder,
        string file,
        CancellationToken cancellationToken
    ) => desk.ShowDocumentAsync(request, $"{folder}/{file}", cancellationToken);
}
