using SupportPipeline.Outages.Incidents;
using SupportPipeline.Testing;

namespace SupportPipeline.Outages.Status;

/// <summary>Incidents with fixed, readable defaults. Times are given by day and hour of November 2026.</summary>
internal static class SampleOutages
{
    public static readonly StatusSite Site = new("Example Support", new Uri("https://status.example.com/"), "en");

    public static DateTimeOffset At(int day, int hour, int minute = 0) => new(2026, 11, day, hour, minute, 0, TimeSpan.Zero);

    public static Component SignIn(ComponentState state = ComponentState.Operational) =>
        new()
        {
            Id = "sign-in",
            Names = Texts("Sign-in", "登录"),
            Description = "Passwords and codes",
            State = state,
            CreatedAt = new(2026, 1, 2, 8, 0, 0, TimeSpan.Zero),
            UpdatedAt = At(10, 8),
        };

    public static Component Payments(ComponentState state = ComponentState.Operational) =>
        new()
        {
            Id = "payments",
            Names = Texts("Payments", "支付"),
            Position = 1,
            State = state,
            CreatedAt = new(2026, 1, 2, 8, 0, 0, TimeSpan.Zero),
            UpdatedAt = At(10, 8),
        };

    /// <summary>An incident with its updates; everything else follows from them.</summary>
    public static Incident Broken(string name, params IncidentUpdate[] updates) => Of(IncidentKind.Incident, name, updates);

    /// <summary>A maintenance from day 25, 1:00 to 3:00.</summary>
    public static Incident Planned(string name, params IncidentUpdate[] updates) =>
        Of(IncidentKind.Maintenance, name, updates) with
        {
            Impact = IncidentImpact.Maintenance,
            ScheduledFor = At(25, 1),
            ScheduledUntil = At(25, 3),
        };

    public static IncidentUpdate Said(DateTimeOffset at, IncidentState state, string text, params ComponentChange[] changes) =>
        new()
        {
            Id = Ids.Next(at).Value,
            State = state,
            Texts = Texts(text, "中文：" + text),
            Changes = changes,
            At = at,
            By = "ann@desk.example",
        };

    public static ComponentChange Became(string component, ComponentState old, ComponentState now) => new(component, old, now);

    public static StatusSnapshot Snapshot(DateTimeOffset now, IReadOnlyList<Component> components, params Incident[] incidents) =>
        new()
        {
            Site = Site,
            Components = components,
            Incidents = [.. incidents.OrderByDescending(one => one.CreatedAt)],
            Now = now,
        };

    public static Dictionary<string, string> Texts(string english, string chinese) =>
        new(StringComparer.Ordinal) { ["en"] = english, ["zh-Hans"] = chinese };

    private static Incident Of(IncidentKind kind, string name, IncidentUpdate[] updates)
    {
        var (first, last) = (updates[0], updates[^1]);
        return new()
        {
            Id = Ids.Next(first.At).Value,
            Kind = kind,
            Names = Texts(name, "中文：" + name),
            State = last.State,
            Impact = IncidentImpact.Major,
            Components = updates
                .SelectMany(update => update.Changes)
                .GroupBy(change => change.ComponentId, StringComparer.Ordinal)
                .ToDictionary(changes => changes.Key, changes => changes.Last().New, StringComparer.Ordinal),
            Updates = updates,
            CreatedAt = first.At,
            StartedAt = first.At,
            UpdatedAt = last.At,
            MonitoringAt = updates.FirstOrDefault(update => update.State == IncidentState.Monitoring)?.At,
            ResolvedAt = last.State is IncidentState.Resolved or IncidentState.Completed ? last.At : null,
        };
    }
}
