namespace SupportPipeline.Outages.Incidents;

/// <summary>An incident as staff see it.</summary>
internal sealed record IncidentDocument
{
    /// <summary>The id.</summary>
    public required string Id { get; init; }

    /// <summary><c>incident</c> or <c>maintenance</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Its name by language.</summary>
    public required IReadOnlyDictionary<string, string> Names { get; init; }

    /// <summary>How far it is.</summary>
    public required string State { get; init; }

    /// <summary>The states an update may lead to.</summary>
    public required IReadOnlyList<string> NextStates { get; init; }

    /// <summary>How bad it is.</summary>
    public required string Impact { get; init; }

    /// <summary>Whether staff said so, and not the components.</summary>
    public required bool ImpactIsSaid { get; init; }

    /// <summary>Whether it is going on, or to come.</summary>
    public required bool IsOpen { get; init; }

    /// <summary>The components it touches, and how they work because of it.</summary>
    public required IReadOnlyDictionary<string, string> Components { get; init; }

    /// <summary>When it was entered.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it began, or is to begin.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When something about it changed last.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>When it was first watched after being mended.</summary>
    public DateTimeOffset? MonitoringAt { get; init; }

    /// <summary>When it was over.</summary>
    public DateTimeOffset? ResolvedAt { get; init; }

    /// <summary>When work was called off.</summary>
    public DateTimeOffset? CancelledAt { get; init; }

    /// <summary>By when the next update is promised.</summary>
    public DateTimeOffset? NextUpdateBy { get; init; }

    /// <summary>When and how planned work runs.</summary>
    public MaintenanceDocument? Maintenance { get; init; }

    /// <summary>What was said, newest first.</summary>
    public required IReadOnlyList<IncidentUpdateDocument> Updates { get; init; }

    /// <summary>What was learnt, as everybody may read it.</summary>
    public IReadOnlyDictionary<string, string>? PostMortem { get; init; }

    /// <summary>When that was published.</summary>
    public DateTimeOffset? PostMortemPublishedAt { get; init; }

    /// <summary>What was learnt, as it is being written.</summary>
    public IReadOnlyDictionary<string, string>? PostMortemDraft { get; init; }

    /// <summary>Grows with every change; the <c>ETag</c>.</summary>
    public required int Version { get; init; }

    /// <summary>Makes the document of an incident.</summary>
    public static IncidentDocument Of(StoredIncident stored)
    {
        var its = stored.Incident;
        return new()
        {
            Id = its.Id,
            Kind = IncidentWords.Of(its.Kind),
            Names = its.Names,
            State = IncidentWords.Of(its.State),
            NextStates = IncidentTransitions.After(its.State),
            Impact = IncidentWords.Of(its.Impact),
            ImpactIsSaid = its.IsImpactSaid,
            IsOpen = its.IsOpen,
            Components = Words(its.Components),
            CreatedAt = its.CreatedAt,
            StartedAt = its.StartedAt,
            UpdatedAt = its.UpdatedAt,
            MonitoringAt = its.MonitoringAt,
            ResolvedAt = its.ResolvedAt,
            CancelledAt = its.CancelledAt,
            NextUpdateBy = its.NextUpdateBy,
            Maintenance = its.Plan is { } plan
                ? new(
                    its.ScheduledFor,
                    its.ScheduledUntil,
                    plan.IsAutomatic,
                    plan.NotifiesAtStart,
                    plan.NotifiesAtEnd,
                    Words(plan.Components)
                )
                : null,
            Updates = [.. its.Updates.Reverse().Select(IncidentUpdateDocument.Of)],
            PostMortem = its.PostMortem?.Texts,
            PostMortemPublishedAt = its.PostMortem?.PublishedAt,
            PostMortemDraft = stored.Draft.Count > 0 ? stored.Draft : null,
            Version = its.Version,
        };
    }

    private static Dictionary<string, string> Words(IReadOnlyDictionary<string, ComponentState> states) =>
        states.ToDictionary(pair => pair.Key, pair => IncidentWords.Of(pair.Value), StringComparer.Ordinal);
}

/// <summary>When and how planned work runs.</summary>
internal sealed record MaintenanceDocument(
    DateTimeOffset? ScheduledFor,
    DateTimeOffset? ScheduledUntil,
    bool Automatic,
    bool NotifiesAtStart,
    bool NotifiesAtEnd,
    IReadOnlyDictionary<string, string> Components
);

/// <summary>An entry as staff see it.</summary>
internal sealed record IncidentUpdateDocument(
    string Id,
    string State,
    IReadOnlyDictionary<string, string> Texts,
    IReadOnlyList<ComponentChangeDocument> Changes,
    DateTimeOffset At,
    DateTimeOffset? NextUpdateBy,
    string By,
    string? Corrects,
    bool Notifies,
    string? Reason
)
{
    /// <summary>Makes the document of an entry.</summary>
    public static IncidentUpdateDocument Of(IncidentUpdate update) =>
        new(
            update.Id,
            IncidentWords.Of(update.State),
            update.Texts,
            [
                .. update.Changes.Select(change => new ComponentChangeDocument(
                    change.ComponentId,
                    IncidentWords.Of(change.Old),
                    IncidentWords.Of(change.New)
                )),
            ],
            update.At,
            update.NextUpdateBy,
            update.By,
            update.Corrects,
            update.Notifies,
            update.Reason
        );
}

/// <summary>A component that came to work differently.</summary>
internal sealed record ComponentChangeDocument(string ComponentId, string Old, string New);

/// <summary>A component as staff see it.</summary>
internal sealed record ComponentDocument(
    string Id,
    IReadOnlyDictionary<string, string> Names,
    int Position,
    string? Description,
    IReadOnlyList<string> Terms,
    string State,
    IReadOnlyList<string> Incidents,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt
)
{
    /// <summary>Makes the documents of all components, as customers meet them.</summary>
    public static IReadOnlyList<ComponentDocument> Of(IncidentSituation situation) =>
        [
            .. ComponentStates
                .Seen(situation)
                .Select(one => new ComponentDocument(
                    one.Id,
                    one.Names,
                    one.Position,
                    one.Description,
                    one.Terms,
                    IncidentWords.Of(one.State),
                    [.. ComponentStates.Touching(one.Id, situation.Open).Select(incident => incident.Id)],
                    one.CreatedAt,
                    one.UpdatedAt
                )),
        ];
}
