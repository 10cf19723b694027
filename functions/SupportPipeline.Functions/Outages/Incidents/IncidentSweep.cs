namespace SupportPipeline.Outages.Incidents;

/// <summary>
/// Looks at what is open, and at nothing else: planned work moves by itself, on-call staff are reminded, and what is over leaves the index. One that cannot
/// be moved holds up none of the others.
/// </summary>
public sealed class IncidentSweep(IncidentStore store, IncidentIndex index, MaintenanceRun maintenance, IncidentReminders reminders)
{
    /// <summary>Sweeps once.</summary>
    /// <returns>How many reminders were sent.</returns>
    /// <exception cref="AggregateException">Something went wrong with one or more; all the others were looked at.</exception>
    internal async Task<int> RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var failures = new List<Exception>();
        foreach (var (row, stored) in await store.IndexedAsync(cancellationToken))
        {
            try
            {
                if (stored is not { Incident: { IsOpen: true } its })
                {
                    await index.RemoveAsync(row, cancellationToken);
                }
                else if (MaintenanceMoves.Due(its, now) is not null)
                {
                    await maintenance.MoveAsync(its.Id, now, cancellationToken);
                }
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                failures.Add(exception);
            }
        }

        var sent = await reminders.RemindAsync(await store.SituationAsync(cancellationToken), now, cancellationToken);
        return failures.Count == 0 ? sent : throw new AggregateException(failures);
    }
}
