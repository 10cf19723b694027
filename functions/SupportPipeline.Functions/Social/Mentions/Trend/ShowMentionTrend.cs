using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Social.Mentions.Trend;

/// <summary>Shows how mentions came in over time.</summary>
public sealed class ShowMentionTrend(MentionTrend trend)
{
    /// <summary>
    /// <c>GET /api/mentions/trend?brand=&amp;from=&amp;to=&amp;by=</c>; <c>by</c> is <c>hour</c> (the default, today, at most 31 days) or <c>day</c> (the
    /// last 7, at most 92). Marketing and agents only.
    /// </summary>
    [Function("ShowMentionTrend")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/mentions/trend")] HttpRequest request,
        CancellationToken cancellationToken
    ) => trend.ShowAsync(request, cancellationToken);
}
