namespace SupportPipeline.Outages.Incidents;

/// <summary>Has a maintenance begin and end by itself.</summary>
public sealed class MaintenanceRun(IncidentWork work, IncidentTexts texts, StatusAnnouncer announcer)
{
    /// <summary>Makes the moves that are due, one after the other.</summary>
    /// <exception cref="InvalidOperationException">A move was refused: there is nothing it can say.</exception>
    internal async Task MoveAsync(string incidentId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var announced = await announcer.BeforeAsync(incidentId, cancellationToken);
        IncidentWorkResult result;
        do
        {
            result = await work.ChangeAsync(
                incidentId,
                (stored, situation) => MaintenanceMoves.Decide(stored, now, situation, texts),
                cancellationToken
            );
        } while (result is IncidentWorkResult.Done { Stored.Incident: var moved } && MaintenanceMoves.Due(moved, now) is not null);

        if (result is IncidentWorkResult.Refused refused)
        {
            throw new InvalidOperationException($"Maintenance {incidentId} cannot move by itself: {refused.Why.Reason}.");
        }

        await announcer.AfterAsync(announced, incidentId, CancellationToken.None);
    }
}
