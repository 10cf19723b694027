using SupportPipeline.Platform;

namespace SupportPipeline.Outages.Incidents;

/// <summary>What staff do to incidents and maintenances. Pure.</summary>
internal static partial class IncidentRules
{
    /// <summary>The most entries; the one that ends it, and moves a maintenance makes by itself, come on top.</summary>
    public const int MaxUpdates = 100;

    private const int MaxReason = 1_000;

    /// <summary>Adds an update.</summary>
    public static IncidentDecision Update(
        StoredIncident stored,
        IncidentUpdateRequest asked,
        IncidentAct act,
        IncidentSituation situation,
        IncidentTexts texts
    )
    {
        var its = stored.Incident;
        if (IncidentRefusals.Guard(its, act) is { } guarded)
        {
            return guarded;
        }

        var (entry, problem) = CheckedEntry.Read(asked, act.At, situation);
        if (entry is null)
        {
            return problem!;
        }

        var state = entry.State ?? (asked.Cancel ? IncidentState.Completed : its.State);
        var touched = entry.Components.Keys.Union(its.Components.Keys, StringComparer.Ordinal).ToList();
        var refusal =
            Transition(its, state, asked)
            ?? TooMany(its, state)
            ?? IncidentSchedule.AtUpdate(its, asked, entry, act.At)
            ?? Promise(its.Kind, state, entry)
            ?? CheckedEntry.TooMany(touched.Count);
        if (refusal is not null)
        {
            return refusal;
        }

        var from = asked.ScheduledFor ?? its.ScheduledFor;
        var until = asked.ScheduledUntil ?? its.ScheduledUntil;
        var facts = new TextFacts(Named(situation, touched), entry.NextUpdateBy, from, until);
        var filled = texts.Fill(asked.Texts, asked.Template, asked.Summaries, facts);
        var step = Step(asked, entry, state, filled.Texts, IncidentSchedule.Plan(its.Kind, asked, entry, its)) with
        {
            Reason = asked.Reason is null ? null : StoredText.Clean(asked.Reason, MaxReason),
            IsCancelled = asked.Cancel,
        };
        return filled.Problem ?? step.Take(stored, its, act, situation);
    }

    /// <summary>Corrects an entry by a new one; the wrong one stays where it is, and nothing else changes.</summary>
    public static IncidentDecision Correct(
        StoredIncident stored,
        CorrectionRequest asked,
        IncidentAct act,
        IncidentSituation situation,
        IncidentTexts texts
    )
    {
        var its = stored.Incident;
        if (IncidentRefusals.Guard(its, act) is { } guarded)
        {
            return guarded;
        }

        if (!its.Updates.Any(update => update.Id == asked.Corrects))
        {
            return IncidentRefusals.Invalid("update-unknown", "corrects is the id of an entry of this incident.");
        }

        if (TooMany(its, its.State) is { } refusal)
        {
            return refusal;
        }

        var facts = new TextFacts(Named(situation, its.Components.Keys), its.NextUpdateBy, its.ScheduledFor, its.ScheduledUntil);
        var filled = texts.Fill(asked.Texts, asked.Summaries is null ? null : "correction", asked.Summaries, facts);
        return filled.Problem
            ?? new IncidentStep
            {
                State = its.State,
                Texts = filled.Texts,
                Corrects = asked.Corrects,
                Notifies = asked.Notifies ?? true,
                NextUpdateBy = its.NextUpdateBy,
            }.Take(stored, its, act, situation);
    }

    /// <summary>The components of some ids, in the order of the page; one that was taken away since goes by its id.</summary>
    public static IReadOnlyList<Component> Named(IncidentSituation situation, IEnumerable<string> ids)
    {
        var wanted = ids.ToHashSet(StringComparer.Ordinal);
        return [.. ComponentStates.Seen(situation).Where(component => wanted.Contains(component.Id))];
    }

    private static IncidentDecision.Refuse? Transition(Incident its, IncidentState to, IncidentUpdateRequest asked)
    {
        if (asked.Cancel)
        {
            return its.State == IncidentState.Scheduled && to == IncidentState.Completed
                ? null
                : IncidentRefusals.Conflict("cancel-refused", "Only a maintenance that has not begun can be called off.");
        }

        if (!IncidentTransitions.IsAllowed(its.State, to))
        {
            return IncidentRefusals.Conflict(
                "transition-refused",
                $"From {IncidentWords.Of(its.State)} it can become: {string.Join(", ", IncidentTransitions.After(its.State).DefaultIfEmpty("nothing else"))}."
            );
        }

        return !its.IsOpen && string.IsNullOrWhiteSpace(asked.Reason)
                ? IncidentRefusals.Invalid("reason-missing", "reason says why it begins again.")
            : asked.Reason is { Length: > MaxReason }
                ? IncidentRefusals.Invalid("text-too-long", $"reason has at most {MaxReason} characters.")
            : null;
    }

    private static IncidentDecision.Refuse? TooMany(Incident its, IncidentState to) =>
        its.Updates.Count < MaxUpdates || (its.IsOpen && IncidentTransitions.IsOver(to))
            ? null
            : IncidentRefusals.Conflict(
                "updates-too-many",
                $"An incident has at most {MaxUpdates} entries. End it, and declare a new one."
            );

    /// <summary>Customers are told when they will hear more, or staff say in so many words that nothing is promised.</summary>
    private static IncidentDecision.Refuse? Promise(IncidentKind kind, IncidentState state, CheckedEntry entry) =>
        IncidentTransitions.IsOver(state)
            ? entry.NextUpdateBy is null
                ? null
                : IncidentRefusals.Invalid("next-update-needless", "What is over has no next update.")
            : kind == IncidentKind.Incident && !entry.IsNextUpdateSaid
                ? IncidentRefusals.Invalid(
                    "next-update-missing",
                    "nextUpdateBy is the time by which customers hear more, or null when nothing is promised."
                )
                : null;

    private static IncidentStep Step(
        EntryRequest asked,
        CheckedEntry entry,
        IncidentState state,
        IReadOnlyDictionary<string, string> texts,
        MaintenancePlan? plan
    ) =>
        new()
        {
            State = state,
            Texts = texts,
            Components = entry.Components,
            NextUpdateBy = entry.NextUpdateBy,
            Notifies = asked.Notifies ?? true,
            Impact = entry.Impact,
            IsImpactComputed = entry.IsImpactComputed,
            ScheduledFor = Whole(asked.ScheduledFor),
            ScheduledUntil = Whole(asked.ScheduledUntil),
            Plan = plan,
        };

    /// <summary>Whole milliseconds, which every store keeps.</summary>
    private static DateTimeOffset? Whole(DateTimeOffset? at) =>
        at is { } time ? DateTimeOffset.FromUnixTimeMilliseconds(time.ToUnixTimeMilliseconds()) : null;
}
