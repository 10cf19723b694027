using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.DeadLetters;

/// <summary>Looks every five minutes how long messages wait.</summary>
public sealed class WatchQueues(QueueWatch watch)
{
    /// <summary>Timer, every five minutes.</summary>
    [Function("WatchQueues")]
    public Task RunAsync([TimerTrigger("20 */5 * * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        watch.RunAsync(cancellationToken);
}
