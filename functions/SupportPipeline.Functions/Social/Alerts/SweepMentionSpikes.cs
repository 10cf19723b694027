using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Social.Alerts;

/// <summary>Every quarter of an hour, two minutes in so that what came last is counted: does something build up.</summary>
public sealed class SweepMentionSpikes(SpikeWatch watch, TimeProvider clock)
{
    /// <summary>Looks once; a run that was missed is made up for by the next.</summary>
    [Function("SweepMentionSpikes")]
    public Task RunAsync([TimerTrigger("0 2/15 * * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        watch.RunAsync(clock.GetUtcNow(), cancellationToken);
}
