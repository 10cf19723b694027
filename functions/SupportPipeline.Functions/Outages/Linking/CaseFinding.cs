using System.Runtime.CompilerServices;
using SupportPipeline.Cases;
using SupportPipeline.Outages.Incidents;
using SupportPipeline.Platform;

namespace SupportPipeline.Outages.Linking;

/// <summary>Finds the cases that were opened before anybody knew of the incident they are about, and makes them its own.</summary>
public sealed class CaseFinding(IIncidentReader incidents, IncidentCases cases, TimeProvider clock)
{
    private const int AtOnce = 8;

    /// <summary>Open cases of the last hours that are about an incident and belong to none yet.</summary>
    internal async IAsyncEnumerable<FoundCase> FindAsync(
        Incident incident,
        int hours,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var components = await incidents.ComponentsAsync(cancellationToken);
        await foreach (var history in cases.UnlinkedAsync(clock.GetUtcNow().AddHours(-hours), cancellationToken))
        {
            if (
                history.LatestMessage is { } message
                && IncidentMatching.Match(message.TriagedText, IncidentMatching.IsTrouble(message.Triage), [incident], components)
                    is { } match
            )
            {
                yield return new(
                    history.Case.Id,
                    history.Case.Number.ToString(),
                    history.Case.Subject,
                    match.Component.Id,
                    message.ReceivedAt
                );
            }
        }
    }

    /// <summary>Makes them cases of the incident; doing it twice does it once.</summary>
    /// <returns>How many are its own now.</returns>
    internal async Task<int> LinkAsync(IReadOnlyList<FoundCase> found, string incidentId, string by, CancellationToken cancellationToken)
    {
        var linked = 0;
        await Parallel.ForEachAsync(
            found,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (one, cancellation) =>
            {
                if (await cases.LinkAsync(one.Id, incidentId, by, cancellation))
                {
                    Interlocked.Increment(ref linked);
                }
            }
        );
        return linked;
    }
}

/// <summary>A case that seems to be about an incident.</summary>
/// <param name="Id">The case.</param>
/// <param name="Number">Its number.</param>
/// <param name="Subject">Its subject.</param>
/// <param name="Component">The component that its latest message names.</param>
/// <param name="WrittenAt">When that message came.</param>
internal sealed record FoundCase(TimeOrderedId Id, string Number, string Subject, string Component, DateTimeOffset WrittenAt);
