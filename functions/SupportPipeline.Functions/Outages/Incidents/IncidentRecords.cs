namespace SupportPipeline.Outages.Incidents;

/// <summary>What is announced.</summary>
public enum IncidentKind
{
    /// <summary>Something broke.</summary>
    Incident,

    /// <summary>Work that was planned.</summary>
    Maintenance,
}

/// <summary>How far it is; the words of the Statuspage API.</summary>
public enum IncidentState
{
    /// <summary>We are looking for the cause.</summary>
    Investigating,

    /// <summary>The cause is known.</summary>
    Identified,

    /// <summary>It is mended, and we watch whether it stays so.</summary>
    Monitoring,

    /// <summary>It is over.</summary>
    Resolved,

    /// <summary>A maintenance that has not begun.</summary>
    Scheduled,

    /// <summary>A maintenance that is under way.</summary>
    InProgress,

    /// <summary>A maintenance whose work is done and being checked.</summary>
    Verifying,

    /// <summary>A maintenance that is over.</summary>
    Completed,
}

/// <summary>How bad it is for customers.</summary>
public enum IncidentImpact
{
    /// <summary>Nobody notices.</summary>
    None,

    /// <summary>An inconvenience.</summary>
    Minor,

    /// <summary>Something important does not work.</summary>
    Major,

    /// <summary>Nothing works.</summary>
    Critical,

    /// <summary>Work that was planned.</summary>
    Maintenance,
}

/// <summary>How a component works.</summary>
public enum ComponentState
{
    /// <summary>As it should.</summary>
    Operational,

    /// <summary>Slowly, or not always.</summary>
    DegradedPerformance,

    /// <summary>Not for some.</summary>
    PartialOutage,

    /// <summary>Not at all.</summary>
    MajorOutage,

    /// <summary>Switched off for work that was planned.</summary>
    UnderMaintenance,
}

/// <summary>A part of what we offer, as customers know it.</summary>
public sealed record Component
{
    /// <summary>Small letters, digits and hyphens; never changes.</summary>
    public required string Id { get; init; }

    /// <summary>Its name by language; the default language is there.</summary>
    public required IReadOnlyDictionary<string, string> Names { get; init; }

    /// <summary>Its place on the page.</summary>
    public int Position { get; init; }

    /// <summary>What it is, for customers.</summary>
    public string? Description { get; init; }

    /// <summary>The words by which customers call it, in any language; a message with one of them and a complaint is about it.</summary>
    public IReadOnlyList<string> Terms { get; init; } = [];

    /// <summary>How it works now.</summary>
    public ComponentState State { get; init; }

    /// <summary>Since when it has been on the page.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When something about it changed last.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }
}

/// <summary>A component that came to work differently.</summary>
/// <param name="ComponentId">The component.</param>
/// <param name="Old">How it worked before.</param>
/// <param name="New">How it works from now on.</param>
public sealed record ComponentChange(string ComponentId, ComponentState Old, ComponentState New);

/// <summary>One entry of an incident. Nothing is ever taken back: what was wrong is corrected by a later entry.</summary>
public sealed record IncidentUpdate
{
    /// <summary>The id, in order of time.</summary>
    public required string Id { get; init; }

    /// <summary>How far it was then.</summary>
    public required IncidentState State { get; init; }

    /// <summary>What is said, by language; the default language is there.</summary>
    public required IReadOnlyDictionary<string, string> Texts { get; init; }

    /// <summary>The components that came to work differently.</summary>
    public IReadOnlyList<ComponentChange> Changes { get; init; } = [];

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>By when the next update is promised; null when none is.</summary>
    public DateTimeOffset? NextUpdateBy { get; init; }

    /// <summary>Who wrote it; for staff only.</summary>
    public required string By { get; init; }

    /// <summary>The entry it corrects.</summary>
    public string? Corrects { get; init; }

    /// <summary>Whether customers are to be told of it by mail.</summary>
    public bool Notifies { get; init; } = true;
}

/// <summary>Something that broke, or work that was planned, with everything that was said of it.</summary>
public sealed record Incident
{
    /// <summary>The id, in order of time.</summary>
    public required string Id { get; init; }

    /// <summary>What is announced.</summary>
    public required IncidentKind Kind { get; init; }

    /// <summary>Its name by language; the default language is there.</summary>
    public required IReadOnlyDictionary<string, string> Names { get; init; }

    /// <summary>How far it is.</summary>
    public required IncidentState State { get; init; }

    /// <summary>How bad it is.</summary>
    public required IncidentImpact Impact { get; init; }

    /// <summary>The components it touches, each as it works now because of it.</summary>
    public required IReadOnlyDictionary<string, ComponentState> Components { get; init; }

    /// <summary>What was said, oldest first.</summary>
    public IReadOnlyList<IncidentUpdate> Updates { get; init; } = [];

    /// <summary>When it was entered.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When something about it changed last.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>When it was first watched after being mended.</summary>
    public DateTimeOffset? MonitoringAt { get; init; }

    /// <summary>When it was over.</summary>
    public DateTimeOffset? ResolvedAt { get; init; }

    /// <summary>When a maintenance begins.</summary>
    public DateTimeOffset? ScheduledFor { get; init; }

    /// <summary>When a maintenance ends.</summary>
    public DateTimeOffset? ScheduledUntil { get; init; }

    /// <summary>What was learnt, for everybody; null while nothing is published.</summary>
    public PostMortem? PostMortem { get; init; }

    /// <summary>Whether it is still going on, or still to come.</summary>
    public bool IsOpen => State is not (IncidentState.Resolved or IncidentState.Completed);

    /// <summary>By when the next update is promised; null when none is.</summary>
    public DateTimeOffset? NextUpdateBy => IsOpen && Updates.Count > 0 ? Updates[^1].NextUpdateBy : null;
}

/// <summary>What was learnt from an incident.</summary>
/// <param name="Texts">The text by language.</param>
/// <param name="PublishedAt">When it was published.</param>
/// <param name="By">Who wrote it; for staff only.</param>
public sealed record PostMortem(IReadOnlyDictionary<string, string> Texts, DateTimeOffset PublishedAt, string By);
