using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Outages.Status;

/// <summary>Shows the status page in a language, and the badge of everything.</summary>
public sealed class ShowStatusFile(StatusDesk desk)
{
    /// <summary><c>GET /status/ru</c>, <c>/status/badge.svg</c>. For everybody.</summary>
    [Function("ShowStatusFile")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "status/{file}")] HttpRequest request,
        string file,
        CancellationToken cancellationToken
    ) => desk.ShowFileAsync(request, file, cancellationToken);
}
