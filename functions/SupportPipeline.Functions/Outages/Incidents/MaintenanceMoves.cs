using System.Globalization;

namespace SupportPipeline.Outages.Incidents;

/// <summary>A maintenance that begins and ends by itself. Pure.</summary>
internal static class MaintenanceMoves
{
    /// <summary>Who does it.</summary>
    public const string By = "automatic";

    /// <summary>The state a maintenance is to be in by itself now; null when it stays.</summary>
    public static IncidentState? Due(Incident its, DateTimeOffset now) =>
        its is not { Kind: IncidentKind.Maintenance, Plan.IsAutomatic: true } ? null
        : its.State == IncidentState.Scheduled && its.ScheduledFor <= now ? IncidentState.InProgress
        : its.State == IncidentState.InProgress && its.ScheduledUntil <= now ? IncidentState.Completed
        : null;

    /// <summary>Makes the move that is due.</summary>
    public static IncidentDecision Decide(StoredIncident stored, DateTimeOffset now, IncidentSituation situation, IncidentTexts texts)
    {
        var its = stored.Incident;
        if (Due(its, now) is not { } to)
        {
            return new IncidentDecision.Nothing();
        }

        var facts = new TextFacts(IncidentRules.Named(situation, its.Components.Keys), null, its.ScheduledFor, its.ScheduledUntil);
        var filled = texts.Fill(null, IncidentWords.Of(to), null, facts);
        var key = string.Create(CultureInfo.InvariantCulture, $"{By}:{IncidentWords.Of(to)}:{its.Version}");
        return filled.Problem
            ?? new IncidentStep
            {
                State = to,
                Texts = filled.Texts,
                Notifies = to == IncidentState.InProgress ? its.Plan!.NotifiesAtStart : its.Plan!.NotifiesAtEnd,
            }.Take(stored, its, new(By, now, key, key, null), situation);
    }
}
