using Azure;

namespace SupportPipeline.Outages.Incidents;

/// <summary>An incident as it stands in storage.</summary>
/// <param name="Incident">What everybody may know, and what staff know of its entries.</param>
/// <param name="ETag">The version storage compares.</param>
internal sealed record StoredIncident(Incident Incident, ETag ETag)
{
    /// <summary>A post-mortem that is not published yet, by language; for staff only.</summary>
    public IReadOnlyDictionary<string, string> Draft { get; init; } = NoTexts;

    /// <summary>Nothing in any language.</summary>
    public static IReadOnlyDictionary<string, string> NoTexts { get; } = new Dictionary<string, string>(StringComparer.Ordinal);
}

/// <summary>A component as it stands in storage.</summary>
/// <param name="Component">The component; <see cref="Component.State"/> is how it works when no open incident touches it.</param>
/// <param name="OwnSince">Since when it has worked like that.</param>
internal sealed record StoredComponent(Component Component, DateTimeOffset OwnSince)
{
    /// <summary>Whether saving it says how it works. An incident that ends at the same time may say that, and is not to be overwritten.</summary>
    public bool IsStateSet { get; init; } = true;
}

/// <summary>How a component works once an incident that touches it is over.</summary>
/// <param name="ComponentId">The component.</param>
/// <param name="State">How it works then.</param>
internal sealed record LeftComponent(string ComponentId, ComponentState State);

/// <summary>What a decision about one incident looks at besides it.</summary>
/// <param name="Components">Every component.</param>
/// <param name="Open">Every open incident and maintenance.</param>
internal sealed record IncidentSituation(IReadOnlyList<StoredComponent> Components, IReadOnlyList<Incident> Open)
{
    /// <summary>Whether a component is on the page.</summary>
    public bool Has(string componentId) => Components.Any(one => one.Component.Id == componentId);
}

/// <summary>A change of an incident that is stored as a whole or not at all.</summary>
/// <param name="Before">What it was made from; null makes the incident.</param>
/// <param name="After">The incident as it is to be.</param>
internal sealed record IncidentChange(StoredIncident? Before, Incident After)
{
    /// <summary>The entries that are new; they are among those of <see cref="After"/>.</summary>
    public IReadOnlyList<IncidentUpdate> Added { get; init; } = [];

    /// <summary>How components work once it is over; written before, because nobody sees it while the incident is open.</summary>
    public IReadOnlyList<LeftComponent> Left { get; init; } = [];

    /// <summary>A post-mortem that is not published yet.</summary>
    public IReadOnlyDictionary<string, string> Draft { get; init; } = Before?.Draft ?? StoredIncident.NoTexts;
}

/// <summary>What was decided about an incident.</summary>
internal abstract record IncidentDecision
{
    private IncidentDecision() { }

    /// <summary>It changes.</summary>
    public sealed record Apply(IncidentChange Change) : IncidentDecision;

    /// <summary>It is that way already.</summary>
    public sealed record Nothing : IncidentDecision;

    /// <summary>It must not be done.</summary>
    /// <param name="Status">The HTTP status.</param>
    /// <param name="Reason">A stable code.</param>
    /// <param name="Detail">For people.</param>
    public sealed record Refuse(int Status, string Reason, string Detail) : IncidentDecision
    {
        /// <summary>Further members of the answer.</summary>
        public IReadOnlyDictionary<string, object?> More { get; init; } = new Dictionary<string, object?>(StringComparer.Ordinal);
    }
}

/// <summary>Who does something to an incident, and when.</summary>
/// <param name="By">Who, as signed in; <c>automatic</c> for a maintenance that moves by itself.</param>
/// <param name="At">When.</param>
/// <param name="Key">Makes the act unique: the same request sent again is the same act.</param>
/// <param name="Hash">What was asked: the same key with something else is refused.</param>
/// <param name="SeenVersion">The version in <c>If-Match</c>; null when the caller did not say.</param>
internal sealed record IncidentAct(string By, DateTimeOffset At, string Key, string Hash, int? SeenVersion);
