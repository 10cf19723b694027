using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Social.Mentions.Trend;

/// <summary>Shows how the moods are shared out.</summary>
public sealed class ShowMentionMoods(MentionTrend trend)
{
    /// <summary>
    /// <c>GET /api/mentions/moods?brand=&amp;from=&amp;to=&amp;by=</c>; <c>by</c> is <c>topic</c> (the default), <c>platform</c> or <c>language</c>; today
    /// unless it says otherwise, at most 92 days. Marketing and agents only.
    /// </summary>
    [Function("ShowMentionMoods")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/mentions/moods")] HttpRequest request,
        CancellationToken cancellationToken
    ) => trend.MoodsAsync(request, cancellationToken);
}
