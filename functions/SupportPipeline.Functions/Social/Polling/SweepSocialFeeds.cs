using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Social.Polling;

/// <summary>Every minute: what is new on the platforms that send nothing by themselves.</summary>
public sealed class SweepSocialFeeds(PollSweep sweep, TimeProvider clock)
{
    /// <summary>Asks once; a run that was missed is made up for by the next.</summary>
    [Function("SweepSocialFeeds")]
    public Task RunAsync([TimerTrigger("15 * * * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        sweep.RunAsync(clock, cancellationToken);
}
