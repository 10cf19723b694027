using System.Globalization;

namespace SupportPipeline.Outages.Incidents;

/// <summary>What on-call staff are reminded of.</summary>
internal enum ReminderKind
{
    /// <summary>The promised time of the next update is near.</summary>
    UpdateNear,

    /// <summary>It has passed.</summary>
    UpdateMissed,

    /// <summary>Planned work begins soon.</summary>
    MaintenanceSoon,

    /// <summary>Planned work that nobody has begun, or ended, although its time has come.</summary>
    MaintenanceLate,

    /// <summary>A component does not work as it should, and no open incident says so.</summary>
    ComponentLeft,
}

/// <summary>A reminder.</summary>
/// <param name="Kind">What of.</param>
/// <param name="Key">The same reminder has the same key: it is sent once.</param>
/// <param name="SubjectId">The incident or the component.</param>
/// <param name="At">The time it is about.</param>
internal sealed record Reminder(ReminderKind Kind, string Key, string SubjectId, DateTimeOffset At);

/// <summary>Finds what staff are to be reminded of now. A reminder stays due until its matter is settled; that it is sent once is for others to see to. Pure.</summary>
internal static class ReminderRules
{
    /// <summary>After how many hours staff hear again of a component that was left as it is.</summary>
    private static readonly int[] LeftAfterHours = [24, 12, 6, 3];

    /// <summary>Everything that is due.</summary>
    public static IReadOnlyList<Reminder> Due(IncidentSituation situation, DateTimeOffset now, IncidentsOptions options) =>
        [
            .. situation.Open.SelectMany(incident => Promises(incident, now, TimeSpan.FromMinutes(options.ReminderMinutes))),
            .. situation.Open.SelectMany(incident => Works(incident, now, TimeSpan.FromHours(options.MaintenanceReminderHours))),
            .. situation
                .Components.Where(one => !ComponentStates.Touching(one.Component.Id, situation.Open).Any())
                .SelectMany(one => Left(one, now)),
        ];

    private static IEnumerable<Reminder> Promises(Incident its, DateTimeOffset now, TimeSpan atMost)
    {
        if (its.NextUpdateBy is not { } by)
        {
            yield break;
        }

        // A correction repeats the promise: it counts from when it was made.
        var made = its.Updates.Reverse().TakeWhile(update => update.NextUpdateBy == by).Last().At;
        var quarter = (by - made) / 4;
        var near = by - (quarter < atMost ? quarter : atMost);
        if (now >= by)
        {
            yield return Of(ReminderKind.UpdateMissed, its.Id, by);
        }
        else if (now >= near)
        {
            yield return Of(ReminderKind.UpdateNear, its.Id, by);
        }
    }

    private static IEnumerable<Reminder> Works(Incident its, DateTimeOffset now, TimeSpan ahead)
    {
        if (its is not { Plan: { } plan, ScheduledFor: { } from, ScheduledUntil: { } until })
        {
            yield break;
        }

        var isWaiting = its.State == IncidentState.Scheduled;

        // What was entered shortly before needs no reminder: whoever entered it knows.
        if (isWaiting && now >= from - ahead && now < from && its.CreatedAt <= from - ahead)
        {
            yield return Of(ReminderKind.MaintenanceSoon, its.Id, from);
        }

        var isItself = plan.IsAutomatic && its.State != IncidentState.Verifying;
        var due = isWaiting ? from : until;
        if (!isItself && now >= due)
        {
            yield return Of(ReminderKind.MaintenanceLate, its.Id, due);
        }
    }

    private static IEnumerable<Reminder> Left(StoredComponent stored, DateTimeOffset now)
    {
        var since = stored.OwnSince;
        var passed = Array.Find(LeftAfterHours, hours => now - since >= TimeSpan.FromHours(hours));
        if (stored.Component.State != ComponentState.Operational && passed > 0)
        {
            var reminder = Of(ReminderKind.ComponentLeft, stored.Component.Id, since);
            yield return reminder with
            {
                Key = string.Create(CultureInfo.InvariantCulture, $"{reminder.Key}|{passed}"),
            };
        }
    }

    private static Reminder Of(ReminderKind kind, string subjectId, DateTimeOffset at) =>
        new(kind, string.Create(CultureInfo.InvariantCulture, $"{IncidentWords.Of(kind)}|{subjectId}|{at.UtcTicks}"), subjectId, at);
}
