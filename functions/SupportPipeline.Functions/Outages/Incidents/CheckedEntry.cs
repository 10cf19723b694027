using System.Text.Json;

namespace SupportPipeline.Outages.Incidents;

/// <summary>An entry whose words are known ones. What it says is not filled in yet, because that depends on the incident.</summary>
internal sealed record CheckedEntry
{
    /// <summary>The most components one incident touches.</summary>
    public const int MaxComponents = 200;

    /// <summary>The longest time until the next update.</summary>
    public static readonly TimeSpan MaxPromise = TimeSpan.FromDays(7);

    /// <summary>How far it is; null when that stays.</summary>
    public IncidentState? State { get; private init; }

    /// <summary>Components and how they work.</summary>
    public IReadOnlyDictionary<string, ComponentState> Components { get; private init; } =
        new Dictionary<string, ComponentState>(StringComparer.Ordinal);

    /// <summary>How bad staff say it is.</summary>
    public IncidentImpact? Impact { get; private init; }

    /// <summary>Whether the components are to say it again.</summary>
    public bool IsImpactComputed { get; private init; }

    /// <summary>By when the next update is promised.</summary>
    public DateTimeOffset? NextUpdateBy { get; private init; }

    /// <summary>Whether anything was said about the next update, also that there is no promise.</summary>
    public bool IsNextUpdateSaid { get; private init; }

    /// <summary>Reads an entry.</summary>
    public static (CheckedEntry? Entry, IncidentDecision.Refuse? Problem) Read(
        EntryRequest asked,
        DateTimeOffset now,
        IncidentSituation situation
    )
    {
        var (state, wrong) = ReadState(asked);
        if (wrong is not null)
        {
            return (null, wrong);
        }

        var impact = IncidentWords.Read<IncidentImpact>(asked.Impact);
        var isComputed = asked.Impact == "computed";
        if (asked.Impact is not null && !isComputed && impact is null or IncidentImpact.Maintenance)
        {
            return (null, IncidentRefusals.Invalid("impact-unknown", "impact is none, minor, major, critical or computed."));
        }

        var (components, unknown) = ReadComponents(asked.Components, situation);
        if (components is null)
        {
            return (null, unknown);
        }

        var (by, isSaid, isValid) = ReadPromise(asked.NextUpdateBy, now);
        return isValid
            ? (
                new()
                {
                    State = state,
                    Components = components,
                    Impact = impact,
                    IsImpactComputed = isComputed,
                    NextUpdateBy = by,
                    IsNextUpdateSaid = isSaid,
                },
                null
            )
            : (
                null,
                IncidentRefusals.Invalid(
                    "next-update-invalid",
                    $"nextUpdateBy is a time to come, at most {MaxPromise.Days} days from now, or null when nothing is promised."
                )
            );
    }

    /// <summary>Why so many components are refused; null when they are not.</summary>
    public static IncidentDecision.Refuse? TooMany(int components) =>
        components > MaxComponents
            ? IncidentRefusals.Invalid("components-too-many", $"An incident touches at most {MaxComponents} components.")
            : null;

    /// <summary>A template that is called like a state says it too: a text that tells of a state and an incident in another contradict each other.</summary>
    private static (IncidentState? State, IncidentDecision.Refuse? Problem) ReadState(EntryRequest asked)
    {
        var (said, told) = (IncidentWords.Read<IncidentState>(asked.State), IncidentWords.Read<IncidentState>(asked.Template));
        return asked.State is not null && said is null
                ? (null, IncidentRefusals.Invalid("state-unknown", $"state is one of {IncidentWords.All<IncidentState>()}."))
            : said is not null && told is not null && said != told
                ? (null, IncidentRefusals.Invalid("template-mismatch", "The template tells of another state."))
            : (said ?? told, null);
    }

    private static (Dictionary<string, ComponentState>? Components, IncidentDecision.Refuse? Problem) ReadComponents(
        IReadOnlyDictionary<string, string?>? asked,
        IncidentSituation situation
    )
    {
        var components = new Dictionary<string, ComponentState>(StringComparer.Ordinal);
        foreach (var (id, word) in asked ?? IncidentTexts.Unwritten)
        {
            if (!situation.Has(id))
            {
                return (null, IncidentRefusals.Invalid("component-unknown", "components names one that is not among the components."));
            }

            if (IncidentWords.Read<ComponentState>(word) is not { } state)
            {
                return (
                    null,
                    IncidentRefusals.Invalid("component-state-unknown", $"A component is {IncidentWords.All<ComponentState>()}.")
                );
            }

            components[id] = state;
        }

        return TooMany(components.Count) is { } tooMany ? (null, tooMany) : (components, null);
    }

    private static (DateTimeOffset? By, bool IsSaid, bool IsValid) ReadPromise(JsonElement asked, DateTimeOffset now) =>
        asked.ValueKind switch
        {
            JsonValueKind.Undefined => (null, false, true),
            JsonValueKind.Null => (null, true, true),
            JsonValueKind.String when asked.TryGetDateTimeOffset(out var by) => (by, true, by > now && by <= now + MaxPromise),
            _ => (null, true, false),
        };
}
