using SupportPipeline.Outages.Incidents;

namespace SupportPipeline.Outages.Status;

/// <summary>The words of the status page in one language. A gap is written <c>{0}</c>.</summary>
internal sealed partial record StatusWords
{
    /// <summary>The language.</summary>
    public required string Language { get; init; }

    /// <summary>What its readers call it.</summary>
    public required string OwnName { get; init; }

    /// <summary>The months as they stand in a date; empty where a number stands there.</summary>
    public required IReadOnlyList<string> Months { get; init; }

    /// <summary>Between whole and part of a number.</summary>
    public required char DecimalMark { get; init; }

    /// <summary>The title; whose page it is.</summary>
    public required string Title { get; init; }

    /// <summary>The first link, for who reads by keyboard or ear.</summary>
    public required string Skip { get; init; }

    /// <summary>What the switch is for.</summary>
    public required string Languages { get; init; }

    /// <summary>How everything together stands, by indicator.</summary>
    public required IReadOnlyDictionary<IncidentImpact, string> Indicators { get; init; }

    /// <summary>When something changed last.</summary>
    public required string LastChange { get; init; }

    /// <summary>Over open incidents.</summary>
    public required string OpenIncidents { get; init; }

    /// <summary>When there are none.</summary>
    public required string NoOpenIncidents { get; init; }

    /// <summary>Over maintenance that goes on.</summary>
    public required string ActiveMaintenance { get; init; }

    /// <summary>Over maintenance to come.</summary>
    public required string UpcomingMaintenance { get; init; }

    /// <summary>When there is none.</summary>
    public required string NoUpcomingMaintenance { get; init; }

    /// <summary>Over components.</summary>
    public required string Components { get; init; }

    /// <summary>Below the bars, on the left.</summary>
    public required string BarsFrom { get; init; }

    /// <summary>Below the bars, on the right.</summary>
    public required string BarsUntil { get; init; }

    /// <summary>How much of the time it worked, in percent.</summary>
    public required string Uptime { get; init; }

    /// <summary>Over the days that were not all well.</summary>
    public required string TroubledDays { get; init; }

    /// <summary>When there were none.</summary>
    public required string NoTroubledDays { get; init; }

    /// <summary>A day before a component was on the page.</summary>
    public required string NoData { get; init; }

    /// <summary>Over what is over.</summary>
    public required string Past { get; init; }

    /// <summary>When nothing is.</summary>
    public required string NoPast { get; init; }

    /// <summary>Before the names of components.</summary>
    public required string Affected { get; init; }

    /// <summary>How bad it is.</summary>
    public required string Impact { get; init; }

    /// <summary>From when to when.</summary>
    public required string Scheduled { get; init; }

    /// <summary>By when more is said.</summary>
    public required string NextUpdate { get; init; }

    /// <summary>An entry that corrects the one of a time.</summary>
    public required string Correction { get; init; }

    /// <summary>An entry that was corrected.</summary>
    public required string Corrected { get; init; }

    /// <summary>Over what was learnt.</summary>
    public required string Learnt { get; init; }

    /// <summary>Back to the page.</summary>
    public required string Back { get; init; }

    /// <summary>Over the feeds.</summary>
    public required string Feeds { get; init; }

    /// <summary>On the badge of everything.</summary>
    public required string Badge { get; init; }

    /// <summary>How a component works.</summary>
    public required IReadOnlyDictionary<ComponentState, string> ComponentStates { get; init; }

    /// <summary>How far an incident is.</summary>
    public required IReadOnlyDictionary<IncidentState, string> IncidentStates { get; init; }

    /// <summary>How bad an incident is.</summary>
    public required IReadOnlyDictionary<IncidentImpact, string> Impacts { get; init; }

    /// <summary>The words in a language.</summary>
    public static StatusWords In(string language) =>
        language switch
        {
            "zh-Hans" => Simplified,
            "zh-Hant" => Traditional,
            "ru" => Russian,
            _ => English,
        };
}
