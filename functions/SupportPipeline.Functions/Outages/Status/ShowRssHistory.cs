using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Outages.Status;

/// <summary>Shows the history as an RSS feed.</summary>
public sealed class ShowRssHistory(StatusDesk desk)
{
    /// <summary><c>GET /history.rss</c>. For everybody.</summary>
    [Function("ShowRssHistory")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "history.rss")] HttpRequest request,
        CancellationToken cancellationToken
    ) => desk.ShowAsync(request, StatusPaths.Rss, cancellationToken);
}
