using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Outages.Notices;

/// <summary>Every minute: notices that go out are looked after.</summary>
public sealed class SweepNotices(NoticeSweep sweep, TimeProvider clock)
{
    /// <summary>Sweeps once; a run that was missed is made up for by the next.</summary>
    [Function("SweepNotices")]
    public Task RunAsync([TimerTrigger("30 * * * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        sweep.RunAsync(clock.GetUtcNow(), cancellationToken);
}
