using Microsoft.AspNetCore.Http;

namespace SupportPipeline.Outages.Incidents;

/// <summary>Why something is not done. Pure.</summary>
internal static class IncidentRefusals
{
    /// <summary>The request lacks something or says something unknown.</summary>
    public static IncidentDecision.Refuse Invalid(string reason, string detail) => new(StatusCodes.Status400BadRequest, reason, detail);

    /// <summary>It does not fit how things stand.</summary>
    public static IncidentDecision.Refuse Conflict(string reason, string detail) => new(StatusCodes.Status409Conflict, reason, detail);

    /// <summary>The same key came with something else.</summary>
    public static IncidentDecision.Refuse KeyReused { get; } =
        Conflict("idempotency-key-reused", "This Idempotency-Key came before, with another request. Use a new one for something new.");

    /// <summary>
    /// What comes before every act on an incident: one that was done already is not done again, whatever has happened since, and one that rests on an older
    /// version is refused with what is new.
    /// </summary>
    public static IncidentDecision? Guard(Incident its, IncidentAct act)
    {
        if (its.Updates.FirstOrDefault(update => update.RequestKey == act.Key) is { } done)
        {
            return done.RequestHash == act.Hash ? new IncidentDecision.Nothing() : KeyReused;
        }

        return act.SeenVersion is { } seen && seen != its.Version ? Stale(its, seen) : null;
    }

    private static IncidentDecision.Refuse Stale(Incident its, int seen) =>
        Conflict("incident-changed", "The incident has changed since you read it. Look at what is new and try again.") with
        {
            More = new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["version"] = its.Version,
                ["state"] = IncidentWords.Of(its.State),
                ["updates"] = its.Updates.Where(update => update.Version > seen).Select(IncidentUpdateDocument.Of).ToList(),
            },
        };
}
