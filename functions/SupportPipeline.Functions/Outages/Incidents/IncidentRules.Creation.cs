namespace SupportPipeline.Outages.Incidents;

internal static partial class IncidentRules
{
    /// <summary>Declares an incident or a maintenance.</summary>
    public static IncidentDecision Create(
        string id,
        IncidentRequest asked,
        IncidentAct act,
        IncidentSituation situation,
        IncidentTexts texts
    )
    {
        var (entry, problem) = CheckedEntry.Read(asked, act.At, situation);
        if (entry is null)
        {
            return problem!;
        }

        if (KindOf(asked) is not { } kind)
        {
            return IncidentRefusals.Invalid("kind-unknown", "kind is incident or maintenance.");
        }

        var state = entry.State ?? (kind == IncidentKind.Maintenance ? IncidentState.Scheduled : IncidentState.Investigating);
        var refusal =
            CanBegin(kind, state)
            ?? IncidentSchedule.AtCreation(kind, asked, entry, act.At)
            ?? Promise(kind, state, entry)
            ?? Start(asked, act.At);
        if (refusal is not null)
        {
            return refusal;
        }

        var facts = new TextFacts(Named(situation, entry.Components.Keys), entry.NextUpdateBy, asked.ScheduledFor, asked.ScheduledUntil);
        var filled = texts.Fill(asked.Texts, asked.Template, asked.Summaries, facts);
        var named = filled.Problem is null ? texts.Name(asked.Names, filled.Titles) : filled;
        var step = Step(asked, entry, state, filled.Texts, IncidentSchedule.Plan(kind, asked, entry, null));
        return named.Problem ?? step.Take(null, New(id, kind, state, named.Titles, asked, act), act, situation);
    }

    private static IncidentKind? KindOf(IncidentRequest asked) =>
        asked.Kind is null ? IncidentKind.Incident : IncidentWords.Read<IncidentKind>(asked.Kind);

    private static IncidentDecision.Refuse? CanBegin(IncidentKind kind, IncidentState state) =>
        IncidentTransitions.Fits(kind, state)
        && !IncidentTransitions.IsOver(state)
        && state is not (IncidentState.InProgress or IncidentState.Verifying)
            ? null
            : IncidentRefusals.Invalid(
                "state-invalid",
                "An incident begins as investigating, identified or monitoring, and a maintenance as scheduled."
            );

    private static IncidentDecision.Refuse? Start(IncidentRequest asked, DateTimeOffset now) =>
        asked.StartedAt is { } at && (at > now || at < now.AddDays(-365))
            ? IncidentRefusals.Invalid("started-at-invalid", "startedAt is a time in the last year.")
            : null;

    private static Incident New(
        string id,
        IncidentKind kind,
        IncidentState state,
        IReadOnlyDictionary<string, string> names,
        IncidentRequest asked,
        IncidentAct act
    ) =>
        new()
        {
            Id = id,
            Kind = kind,
            Names = names,
            State = state,
            Impact = IncidentImpact.None,
            Components = new Dictionary<string, ComponentState>(StringComparer.Ordinal),
            CreatedAt = act.At,
            StartedAt = Whole(asked.StartedAt) ?? act.At,
            UpdatedAt = act.At,
            Version = 0,
        };
}
