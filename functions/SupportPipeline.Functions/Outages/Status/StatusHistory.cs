using SupportPipeline.Outages.Incidents;

namespace SupportPipeline.Outages.Status;

/// <summary>How a component worked in the last 90 days, from nothing but what the incidents' updates say of it. Days are days of UTC. Pure.</summary>
internal static class StatusHistory
{
    /// <summary>The days of the bars, today included.</summary>
    public const int DayCount = 90;

    /// <summary>The days of a component and how much of the time it worked.</summary>
    public static ComponentHistory Of(Component component, IEnumerable<Incident> incidents, DateTimeOffset now)
    {
        var spans = SpansOf(component.Id, incidents);
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var first = today.AddDays(1 - DayCount);
        var days = Enumerable
            .Range(0, DayCount)
            .Select(first.AddDays)
            .Select(day => new StatusDay(day, StartOf(day.AddDays(1)) <= component.CreatedAt ? null : WorstOf(day, spans)))
            .ToList();
        var from = component.CreatedAt > StartOf(first) ? component.CreatedAt : StartOf(first);
        return new(days, UptimeOf(spans, from, now));
    }

    /// <summary>How bad a state is: work that was planned is less bad than anything that broke.</summary>
    public static int Severity(ComponentState state) =>
        state switch
        {
            ComponentState.Operational => 0,
            ComponentState.UnderMaintenance => 1,
            ComponentState.DegradedPerformance => 2,
            ComponentState.PartialOutage => 3,
            _ => 4,
        };

    /// <summary>How much of a moment counts as down.</summary>
    private static double Weight(ComponentState state) =>
        state switch
        {
            ComponentState.PartialOutage => 0.5,
            ComponentState.MajorOutage => 1,
            _ => 0,
        };

    private static ComponentState WorstOf(DateOnly day, List<Span> spans)
    {
        var (from, until) = (StartOf(day), StartOf(day.AddDays(1)));
        return spans
            .Where(span => span.From < until && span.Until > from)
            .Select(span => span.State)
            .DefaultIfEmpty(ComponentState.Operational)
            .MaxBy(Severity);
    }

    /// <summary>Where spans overlap, the worst counts.</summary>
    private static double UptimeOf(List<Span> spans, DateTimeOffset from, DateTimeOffset now)
    {
        if (now <= from)
        {
            return 1;
        }

        DateTimeOffset Within(DateTimeOffset at) =>
            at < from ? from
            : at > now ? now
            : at;
        var borders = spans
            .SelectMany(span => new[] { Within(span.From), Within(span.Until) })
            .Append(from)
            .Append(now)
            .Distinct()
            .Order()
            .ToList();
        var down = 0.0;
        for (var place = 1; place < borders.Count; place++)
        {
            var (start, end) = (borders[place - 1], borders[place]);
            var weight = spans
                .Where(span => span.From <= start && span.Until >= end)
                .Select(span => Weight(span.State))
                .DefaultIfEmpty(0)
                .Max();
            down += weight * (end - start).TotalSeconds;
        }

        return 1 - (down / (now - from).TotalSeconds);
    }

    /// <summary>
    /// A change says how the component works from then on, whichever incidents are open. What was declared late began with its incident, so that the time
    /// before somebody said so counts too.
    /// </summary>
    private static List<Span> SpansOf(string componentId, IEnumerable<Incident> incidents)
    {
        var all = incidents.ToList();
        var changes = (
            from incident in all
            from update in incident.Updates
            from change in update.Changes
            where change.ComponentId == componentId
            select (update.Id, update.At, change.Old, change.New)
        )
            .OrderBy(change => change.At)
            .ThenBy(change => change.Id, StringComparer.Ordinal)
            .ToList();
        var spans = new List<Span>();
        for (var place = 0; place < changes.Count; place++)
        {
            var (_, at, old, now) = changes[place];
            if (place == 0)
            {
                spans.Add(new(DateTimeOffset.MinValue, at, old));
            }

            spans.Add(new(at, place + 1 < changes.Count ? changes[place + 1].At : DateTimeOffset.MaxValue, now));
        }

        spans.AddRange(
            from incident in all
            where incident.Kind == IncidentKind.Incident && incident.Updates.Count > 0 && incident.StartedAt < incident.Updates[0].At
            from change in incident.Updates[0].Changes
            where change.ComponentId == componentId
            select new Span(incident.StartedAt, incident.Updates[0].At, change.New)
        );
        return [.. spans.Where(span => span.From < span.Until)];
    }

    private static DateTimeOffset StartOf(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    private sealed record Span(DateTimeOffset From, DateTimeOffset Until, ComponentState State);
}

/// <summary>A day of a component.</summary>
/// <param name="Day">The day.</param>
/// <param name="Worst">The worst it was; null when it was not on the page yet.</param>
internal sealed record StatusDay(DateOnly Day, ComponentState? Worst);

/// <summary>How a component worked.</summary>
/// <param name="Days">Each day, the oldest first.</param>
/// <param name="Uptime">The part of the time in which it worked, 0 to 1; a partial outage counts half.</param>
internal sealed record ComponentHistory(IReadOnlyList<StatusDay> Days, double Uptime)
{
    /// <summary>In hundredths of a percent, rounded down: what was not always there is never shown as 100.</summary>
    public int UptimeHundredths => (int)Math.Floor(Uptime * 10_000);
}
