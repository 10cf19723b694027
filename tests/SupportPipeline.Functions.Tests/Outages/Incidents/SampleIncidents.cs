using System.Text.Json;
using Azure;
using SupportPipeline.Testing;

namespace SupportPipeline.Outages.Incidents;

/// <summary>Incidents as they stand after what staff did, without a store: decisions are applied as the store would.</summary>
internal static class SampleIncidents
{
    public static readonly DateTimeOffset Now = new(2026, 11, 20, 9, 30, 0, TimeSpan.Zero);

    public static readonly JsonElement NoPromise = JsonDocument.Parse("null").RootElement;

    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["checkout"] = "Checkout",
        ["sign-in"] = "Sign-in",
        ["search"] = "Search",
    };

    private static int _keys;

    public static IncidentTexts Texts { get; } = new(new IncidentTemplates(), Organisations.Usual);

    /// <summary>Checkout, sign-in and search, each operational unless said; and what is open.</summary>
    public static IncidentSituation Situation(IEnumerable<Incident>? open = null, params (string Id, ComponentState State)[] own) =>
        new(
            [
                .. Names.Select(
                    (name, place) =>
                        new StoredComponent(
                            new()
                            {
                                Id = name.Key,
                                Names = English(name.Value),
                                Position = place,
                                State = own.FirstOrDefault(one => one.Id == name.Key).State,
                                CreatedAt = Now.AddDays(-100),
                                UpdatedAt = Now.AddDays(-100),
                            },
                            Now.AddDays(-100)
                        )
                ),
            ],
            [.. open ?? []]
        );

    public static Dictionary<string, string> English(string text) => new(StringComparer.Ordinal) { ["en"] = text };

    public static Dictionary<string, string?> Written(string text) => new(StringComparer.Ordinal) { ["en"] = text };

    public static Dictionary<string, string?> Components(params (string Id, string State)[] states) =>
        states.ToDictionary(one => one.Id, one => (string?)one.State, StringComparer.Ordinal);

    public static JsonElement Promise(TimeSpan after) => JsonSerializer.SerializeToElement(Now + after);

    public static IncidentAct Act(DateTimeOffset? at = null, string? key = null, string hash = "hash", int? seen = null) =>
        new("ann@desk.example", at ?? Now, key ?? $"key-{Interlocked.Increment(ref _keys)}", hash, seen);

    public static IncidentRequest Broken(params (string Id, string State)[] states) =>
        new()
        {
            Names = Written("Checkout is slow"),
            Texts = Written("We are looking into it."),
            Components = Components(states),
            NextUpdateBy = Promise(TimeSpan.FromMinutes(30)),
        };

    public static IncidentRequest Planned(bool isAutomatic = true) =>
        new()
        {
            Kind = "maintenance",
            Template = "scheduled",
            Components = Components(("search", "under-maintenance")),
            ScheduledFor = Now.AddHours(5),
            ScheduledUntil = Now.AddHours(7),
            Automatic = isAutomatic,
        };

    public static IncidentUpdateRequest Says(string? state, params (string Id, string State)[] states) =>
        new()
        {
            State = state,
            Texts = Written($"Now {state}."),
            Components = Components(states),
            NextUpdateBy = NoPromise,
        };

    /// <summary>An incident that was just declared.</summary>
    public static StoredIncident Declared(IncidentRequest asked, IncidentSituation? situation = null, DateTimeOffset? at = null) =>
        After(IncidentRules.Create(Ids.Next(at ?? Now).Value, asked, Act(at), situation ?? Situation(), Texts));

    /// <summary>The incident with an update.</summary>
    public static StoredIncident Then(
        this StoredIncident before,
        IncidentUpdateRequest asked,
        IncidentSituation? situation = null,
        DateTimeOffset? at = null
    ) => After(IncidentRules.Update(before, asked, Act(at), situation ?? Situation([before.Incident]), Texts));

    public static StoredIncident After(IncidentDecision decision)
    {
        var change = Assert.IsType<IncidentDecision.Apply>(decision).Change;
        return new(change.After, new ETag("etag")) { Draft = change.Draft };
    }

    public static (int Status, string Reason) Refusal(IncidentDecision decision)
    {
        var why = Assert.IsType<IncidentDecision.Refuse>(decision);
        return (why.Status, why.Reason);
    }
}
