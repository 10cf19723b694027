namespace SupportPipeline.Outages.Incidents;

/// <summary>When planned work runs, and what may still be changed about that. Pure.</summary>
internal static class IncidentSchedule
{
    private static readonly TimeSpan MaxAhead = TimeSpan.FromDays(366);
    private static readonly TimeSpan MaxLength = TimeSpan.FromDays(14);

    /// <summary>Why planned work cannot be entered like that; null when it can, and for an incident without times.</summary>
    public static IncidentDecision.Refuse? AtCreation(IncidentKind kind, EntryRequest asked, CheckedEntry entry, DateTimeOffset now)
    {
        if (kind == IncidentKind.Incident)
        {
            return HasSchedule(asked) ? NotPlanned() : null;
        }

        return entry.Components.Count == 0 ? IncidentRefusals.Invalid("components-missing", "A maintenance names the components it is for.")
            : asked is not { ScheduledFor: { } from, ScheduledUntil: { } until }
                ? IncidentRefusals.Invalid("schedule-missing", "A maintenance has scheduledFor and scheduledUntil.")
            : Window(from, until, now, mustBeAhead: true);
    }

    /// <summary>Why an update cannot change the times like that; null when it can, or changes none.</summary>
    public static IncidentDecision.Refuse? AtUpdate(Incident its, EntryRequest asked, CheckedEntry entry, DateTimeOffset now)
    {
        if (its.Kind == IncidentKind.Incident)
        {
            return HasSchedule(asked) ? NotPlanned() : null;
        }

        var moves = asked.ScheduledFor is not null || asked.ScheduledUntil is not null;
        var hasBegun = its.State != IncidentState.Scheduled;
        if (hasBegun && asked.ScheduledFor is not null)
        {
            return IncidentRefusals.Conflict("maintenance-begun", "The maintenance has begun; only its end can still be moved.");
        }

        if (moves && (!its.IsOpen || (entry.State is { } to && IncidentTransitions.IsOver(to))))
        {
            return IncidentRefusals.Conflict("maintenance-over", "What is over cannot be moved.");
        }

        return moves
            ? Window(asked.ScheduledFor ?? its.ScheduledFor!.Value, asked.ScheduledUntil ?? its.ScheduledUntil!.Value, now, !hasBegun)
            : null;
    }

    /// <summary>How the work runs after an entry; null for an incident.</summary>
    public static MaintenancePlan? Plan(IncidentKind kind, EntryRequest asked, CheckedEntry entry, Incident? its)
    {
        if (kind == IncidentKind.Incident)
        {
            return null;
        }

        // Until it begins, components of an update change the plan; those that come with the beginning, or later, change how things are.
        var before = its?.Plan;
        var components = before?.Components ?? entry.Components;
        if (its is { State: IncidentState.Scheduled } && entry is { State: null or IncidentState.Scheduled, Components.Count: > 0 })
        {
            components = entry.Components;
        }

        return new(
            components,
            asked.Automatic ?? before?.IsAutomatic ?? false,
            asked.NotifiesAtStart ?? before?.NotifiesAtStart ?? true,
            asked.NotifiesAtEnd ?? before?.NotifiesAtEnd ?? true
        );
    }

    private static bool HasSchedule(EntryRequest asked) =>
        asked.ScheduledFor is not null
        || asked.ScheduledUntil is not null
        || asked.Automatic is not null
        || asked.NotifiesAtStart is not null
        || asked.NotifiesAtEnd is not null;

    private static IncidentDecision.Refuse NotPlanned() =>
        IncidentRefusals.Invalid("schedule-needless", "Only a maintenance has times at which it begins and ends.");

    private static IncidentDecision.Refuse? Window(DateTimeOffset from, DateTimeOffset until, DateTimeOffset now, bool mustBeAhead) =>
        until > from && until > now && until - from <= MaxLength && (!mustBeAhead || (from > now && from - now <= MaxAhead))
            ? null
            : IncidentRefusals.Invalid(
                "schedule-invalid",
                $"scheduledFor lies ahead by at most {MaxAhead.Days} days, and scheduledUntil after it by at most {MaxLength.Days} days."
            );
}
