using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.FollowUps;

/// <summary>Every minute: what is due goes to its queue.</summary>
public sealed class SweepFollowUps(FollowUpSweep sweep, TimeProvider clock)
{
    /// <summary>Sweeps once; a run that was missed is made up for by the next.</summary>
    [Function("SweepFollowUps")]
    public Task RunAsync([TimerTrigger("0 * * * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        sweep.RunAsync(clock.GetUtcNow(), cancellationToken);
}
