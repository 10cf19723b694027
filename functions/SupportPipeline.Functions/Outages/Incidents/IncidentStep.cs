using System.Security.Cryptography;
using System.Text;
using SupportPipeline.Platform;

namespace SupportPipeline.Outages.Incidents;

/// <summary>One step of an incident, all questions answered: takes it and says what comes out. Pure.</summary>
internal sealed record IncidentStep
{
    /// <summary>How far it is then.</summary>
    public required IncidentState State { get; init; }

    /// <summary>What is said.</summary>
    public required IReadOnlyDictionary<string, string> Texts { get; init; }

    /// <summary>How components work from then on.</summary>
    public IReadOnlyDictionary<string, ComponentState> Components { get; init; } =
        new Dictionary<string, ComponentState>(StringComparer.Ordinal);

    /// <summary>By when the next update is promised.</summary>
    public DateTimeOffset? NextUpdateBy { get; init; }

    /// <summary>Whether customers are told.</summary>
    public bool Notifies { get; init; } = true;

    /// <summary>Why; for staff.</summary>
    public string? Reason { get; init; }

    /// <summary>The entry it corrects: nothing else changes then.</summary>
    public string? Corrects { get; init; }

    /// <summary>Whether work is called off.</summary>
    public bool IsCancelled { get; init; }

    /// <summary>How bad staff say it is.</summary>
    public IncidentImpact? Impact { get; init; }

    /// <summary>Whether the components are to say it again.</summary>
    public bool IsImpactComputed { get; init; }

    /// <summary>When the work begins, when that changes.</summary>
    public DateTimeOffset? ScheduledFor { get; init; }

    /// <summary>When it ends, when that changes.</summary>
    public DateTimeOffset? ScheduledUntil { get; init; }

    /// <summary>How the work runs, when that changes.</summary>
    public MaintenancePlan? Plan { get; init; }

    /// <summary>Takes the step.</summary>
    /// <param name="stored">What it goes out from; null for the first.</param>
    /// <param name="its">The incident before; for the first, one without components and entries.</param>
    /// <param name="act">Who does it.</param>
    /// <param name="situation">What is open besides, and the components.</param>
    public IncidentDecision Take(StoredIncident? stored, Incident its, IncidentAct act, IncidentSituation situation)
    {
        var last = its.Updates.Count > 0 ? its.Updates[^1] : null;

        // Servers' clocks differ; entries are in one order all the same.
        var at = last is not null && last.At > act.At ? last.At : act.At;
        var isOver = IncidentTransitions.IsOver(State);
        var plan = Plan ?? its.Plan;
        var components = ComponentsAfter(its, plan, isOver);
        var after = its with
        {
            State = State,
            Components = components,
            Plan = plan,
            ScheduledFor = ScheduledFor ?? its.ScheduledFor,
            ScheduledUntil = ScheduledUntil ?? its.ScheduledUntil,
            MonitoringAt = State == IncidentState.Monitoring ? its.MonitoringAt ?? at : its.MonitoringAt,
            ResolvedAt = isOver ? its.ResolvedAt ?? at : null,
            CancelledAt = IsCancelled ? at : its.CancelledAt,
            UpdatedAt = at,
            Version = its.Version + 1,
        };
        after = WithImpact(its, after, isFirst: stored is null) with { StartedAt = StartedAfter(its, after, act, at) };
        var isLeaving = isOver && ComponentStates.IsFelt(its);
        var update = new IncidentUpdate
        {
            Id = IdAfter(last, at, act.Key),
            State = State,
            Texts = Texts,
            Changes = Changes(stored is null ? null : its, after, isLeaving, situation),
            At = at,
            NextUpdateBy = NextUpdateBy,
            By = act.By,
            Corrects = Corrects,
            Notifies = Notifies,
            Reason = Reason,
            Version = after.Version,
            RequestKey = act.Key,
            RequestHash = act.Hash,
        };
        return new IncidentDecision.Apply(
            new(stored, after with { Updates = [.. its.Updates, update] })
            {
                Added = [update],
                Left = isLeaving ? [.. components.Select(pair => new LeftComponent(pair.Key, pair.Value))] : [],
            }
        );
    }

    private IReadOnlyDictionary<string, ComponentState> ComponentsAfter(Incident its, MaintenancePlan? plan, bool isOver)
    {
        if (Corrects is not null)
        {
            return its.Components;
        }

        if (State == IncidentState.Scheduled)
        {
            return All(plan!.Components.Keys, _ => ComponentState.Operational);
        }

        var before = its.State == IncidentState.Scheduled && plan is not null && !isOver ? plan.Components : its.Components;
        return All(
            before.Keys.Union(Components.Keys, StringComparer.Ordinal),
            id =>
                Components.TryGetValue(id, out var said) ? said
                : isOver ? ComponentState.Operational
                : before[id]
        );
    }

    private static Dictionary<string, ComponentState> All(IEnumerable<string> ids, Func<string, ComponentState> state) =>
        ids.ToDictionary(id => id, state, StringComparer.Ordinal);

    /// <summary>How bad it is: what staff said, else the worst component. What is being watched, or over, stays as bad as it was.</summary>
    private Incident WithImpact(Incident its, Incident after, bool isFirst)
    {
        if (its.Kind == IncidentKind.Maintenance)
        {
            return after with { Impact = IncidentImpact.Maintenance };
        }

        if (Impact is { } said)
        {
            return after with { Impact = said, IsImpactSaid = true };
        }

        if (Corrects is not null || (its.IsImpactSaid && !IsImpactComputed))
        {
            return after;
        }

        var computed = ComponentStates.ImpactOf(after.Components.Values);
        return after with { IsImpactSaid = false, Impact = computed == IncidentImpact.None && !isFirst ? its.Impact : computed };
    }

    /// <summary>A maintenance begins when it is to begin, until it really has; one that is called off ends before that.</summary>
    private DateTimeOffset StartedAfter(Incident its, Incident after, IncidentAct act, DateTimeOffset at)
    {
        if (its.Kind != IncidentKind.Maintenance || after.ScheduledFor is not { } planned)
        {
            return its.StartedAt;
        }

        return State == IncidentState.Scheduled ? planned
            : its.State != IncidentState.Scheduled ? its.StartedAt
            : act.By == MaintenanceMoves.By || (IsCancelled && planned < at) ? planned
            : at;
    }

    private static List<ComponentChange> Changes(Incident? before, Incident after, bool isLeaving, IncidentSituation situation)
    {
        var others = situation.Open.Where(one => one.Id != after.Id).ToList();
        var own = situation.Components.ToDictionary(one => one.Component.Id, one => one.Component.State, StringComparer.Ordinal);
        var changes = new List<ComponentChange>();
        foreach (var (id, left) in after.Components.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            var ownBefore = own.GetValueOrDefault(id);
            var was = ComponentStates.Of(id, ownBefore, before is null ? others : others.Append(before));
            var willBe = ComponentStates.Of(id, isLeaving ? left : ownBefore, others.Append(after));
            if (was != willBe)
            {
                changes.Add(new(id, was, willBe));
            }
        }

        return changes;
    }

    /// <summary>An id that sorts behind the last one's; what is not time in it comes from the request.</summary>
    private static string IdAfter(IncidentUpdate? last, DateTimeOffset at, string key)
    {
        var time = at;
        if (last is not null && TimeOrderedId.TryParse(last.Id, out var before) && before.CreatedAt.AddMilliseconds(1) > time)
        {
            time = before.CreatedAt.AddMilliseconds(1);
        }

        return TimeOrderedId.Create(time, SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, 10)).Value;
    }
}
