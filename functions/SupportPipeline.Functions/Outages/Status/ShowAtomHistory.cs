using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Outages.Status;

/// <summary>Shows the history as an Atom feed.</summary>
public sealed class ShowAtomHistory(StatusDesk desk)
{
    /// <summary><c>GET /history.atom</c>. For everybody.</summary>
    [Function("ShowAtomHistory")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "history.atom")] HttpRequest request,
        CancellationToken cancellationToken
    ) => desk.ShowAsync(request, StatusPaths.Atom, cancellationToken);
}
