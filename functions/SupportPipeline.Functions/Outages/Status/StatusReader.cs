using SupportPipeline.Outages.Incidents;

namespace SupportPipeline.Outages.Status;

/// <summary>Reads what is published.</summary>
public sealed class StatusReader(IIncidentReader incidents, StatusSite site, TimeProvider clock)
{
    /// <summary>An incident that began before the 90 days of the bars may reach into them.</summary>
    private static readonly TimeSpan LookBack = TimeSpan.FromDays(180);

    /// <summary>More are not read: the page shows 50 of them at most.</summary>
    private const int MaxIncidents = 500;

    /// <summary>What is rendered because it is not published yet may be so old: asking often costs nothing.</summary>
    private static readonly TimeSpan ValidFor = TimeSpan.FromSeconds(10);

    private StatusSnapshot? _last;

    /// <summary>Everything as it was a moment ago.</summary>
    internal async Task<StatusSnapshot> RecentAsync(CancellationToken cancellationToken)
    {
        var last = Volatile.Read(ref _last);
        if (last is null || (clock.GetUtcNow() - last.Now).Duration() >= ValidFor)
        {
            last = await ReadAsync(null, cancellationToken);
            Volatile.Write(ref _last, last);
        }

        return last;
    }

    /// <summary>Reads everything.</summary>
    /// <param name="incidentId">An incident whose page is wanted however old it is; null for none.</param>
    /// <param name="cancellationToken">Stops it.</param>
    internal async Task<StatusSnapshot> ReadAsync(string? incidentId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var components = await incidents.ComponentsAsync(cancellationToken);
        var open = await incidents.OpenAsync(cancellationToken);
        var recent = await incidents.SinceAsync(now - LookBack, MaxIncidents, cancellationToken);
        var all = open.Concat(recent)
            .GroupBy(one => one.Id, StringComparer.Ordinal)
            .Select(same => same.MaxBy(one => one.UpdatedAt)!)
            .OrderByDescending(one => one.CreatedAt)
            .ThenByDescending(one => one.Id, StringComparer.Ordinal)
            .ToList();
        var named =
            incidentId is null || all.Exists(one => one.Id == incidentId) ? null : await incidents.FindAsync(incidentId, cancellationToken);
        return new()
        {
            Site = site,
            Components = components,
            Incidents = all,
            Older = named is null ? [] : [named],
            Now = now,
        };
    }

    /// <summary>Only an incident, with the components it may name; null when there is none.</summary>
    internal async Task<StatusSnapshot?> FindAsync(string incidentId, CancellationToken cancellationToken) =>
        await incidents.FindAsync(incidentId, cancellationToken) is { } found
            ? new()
            {
                Site = site,
                Components = await incidents.ComponentsAsync(cancellationToken),
                Incidents = [],
                Older = [found],
                Now = clock.GetUtcNow(),
            }
            : null;
}
