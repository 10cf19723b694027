using SupportPipeline.Outages.Incidents;
using SupportPipeline.Triage;

namespace SupportPipeline.Outages.Linking;

/// <summary>
/// The open incidents, as messages are compared with them: read at most every ten seconds by each process, so that a message costs nothing more for it.
/// </summary>
public sealed class OpenIncidents(IIncidentReader incidents, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private Task<Known>? _known;
    private DateTimeOffset _readAt;

    /// <summary>The incident a message is about; null when there is none.</summary>
    internal async Task<MatchedIncident?> MatchAsync(string text, MessageTriage triage, CancellationToken cancellationToken)
    {
        var known = await KnownAsync().WaitAsync(cancellationToken);
        return IncidentMatching.Match(text, IncidentMatching.IsTrouble(triage), known.Open, known.Components);
    }

    private Task<Known> KnownAsync()
    {
        lock (_gate)
        {
            if (_known is null or { IsFaulted: true } || (_known.IsCompleted && (clock.GetUtcNow() - _readAt).Duration() > Fresh))
            {
                _readAt = clock.GetUtcNow();
                _known = ReadAsync();
            }

            return _known;
        }
    }

    private async Task<Known> ReadAsync()
    {
        var open = await incidents.OpenAsync(CancellationToken.None);
        return new(open, open.Count == 0 ? [] : await incidents.ComponentsAsync(CancellationToken.None));
    }

    private sealed record Known(IReadOnlyList<Incident> Open, IReadOnlyList<Component> Components);
}
