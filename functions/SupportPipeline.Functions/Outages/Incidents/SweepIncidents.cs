using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Outages.Incidents;

/// <summary>Every minute: planned work that begins or ends by itself, and reminders to on-call staff.</summary>
public sealed class SweepIncidents(IncidentSweep sweep, TimeProvider clock)
{
    /// <summary>Sweeps once; a run that was missed is made up for by the next.</summary>
    [Function("SweepIncidents")]
    public Task RunAsync([TimerTrigger("0 * * * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        sweep.RunAsync(clock.GetUtcNow(), cancellationToken);
}
