using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Outages.Status;

/// <summary>Shortly after midnight UTC: the 90 days of the bars move on. Also where nothing was ever announced, so that there is a page from the first day.</summary>
public sealed class PublishDailyStatus(StatusPublisher publisher)
{
    /// <summary>Publishes once.</summary>
    [Function("PublishDailyStatus")]
    public Task RunAsync([TimerTrigger("0 1 0 * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        publisher.PublishAsync(null, cancellationToken);
}
