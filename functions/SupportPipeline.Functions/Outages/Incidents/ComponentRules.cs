using SupportPipeline.Platform;

namespace SupportPipeline.Outages.Incidents;

/// <summary>What staff do to components. Pure.</summary>
internal static class ComponentRules
{
    /// <summary>The most components of a page.</summary>
    public const int MaxComponents = 200;

    private const int MaxId = 40;
    private const int MaxDescription = 1_000;
    private const int MaxTerms = 50;
    private const int MaxTerm = 60;

    /// <summary>All components, as they are to be.</summary>
    public static ComponentDecision SetAll(
        IReadOnlyList<ListedComponentRequest> asked,
        IncidentSituation situation,
        DateTimeOffset now,
        IncidentTexts texts
    )
    {
        if (asked.Count > MaxComponents)
        {
            return ComponentDecision.Refused(
                IncidentRefusals.Invalid("components-too-many", $"There are at most {MaxComponents} components.")
            );
        }

        if (asked.Select(one => one.Id).Distinct(StringComparer.Ordinal).Count() != asked.Count)
        {
            return ComponentDecision.Refused(IncidentRefusals.Invalid("component-twice", "components names one twice."));
        }

        var kept = new List<StoredComponent>();
        foreach (var one in asked)
        {
            var decided = Set(one.Id ?? "", one with { Position = one.Position ?? kept.Count }, situation, now, texts);
            if (decided.Problem is not null)
            {
                return decided;
            }

            kept.AddRange(decided.Kept);
        }

        var gone = situation
            .Components.Select(one => one.Component.Id)
            .Except(asked.Select(one => one.Id ?? ""), StringComparer.Ordinal)
            .ToList();
        return gone.Find(id => situation.Open.Any(incident => incident.Components.ContainsKey(id))) is { } touched
            ? ComponentDecision.Refused(
                IncidentRefusals.Conflict("component-in-use", $"{touched} cannot be taken away: an open incident touches it.")
            )
            : new(kept, gone);
    }

    /// <summary>One component, as it is to be; what is left out stays.</summary>
    public static ComponentDecision Set(
        string id,
        ComponentEntry asked,
        IncidentSituation situation,
        DateTimeOffset now,
        IncidentTexts texts
    )
    {
        var before = situation.Components.FirstOrDefault(one => one.Component.Id == id);
        if (Problem(id, asked, situation, before) is { } problem)
        {
            return ComponentDecision.Refused(problem);
        }

        var names = asked.Names is null && before is not null ? null : texts.Name(asked.Names, StoredIncident.NoTexts);
        if (names?.Problem is { } wrong)
        {
            return ComponentDecision.Refused(wrong);
        }

        var was = before?.Component;
        var state = IncidentWords.Read<ComponentState>(asked.State) ?? was?.State ?? ComponentState.Operational;
        var after = new Component
        {
            Id = id,
            Names = names?.Titles ?? was!.Names,
            Position = asked.Position ?? was?.Position ?? situation.Components.Count,
            Description = asked.Description is null ? was?.Description : StoredText.Clean(asked.Description, MaxDescription),
            Terms =
                asked.Terms?.Select(term => StoredText.CleanLine(term, MaxTerm)).Where(term => term.Length > 0).ToList()
                ?? was?.Terms
                ?? [],
            State = state,
            CreatedAt = was?.CreatedAt ?? now,
            UpdatedAt = now,
        };
        var own = new StoredComponent(after, was?.State == state ? before!.OwnSince : now)
        {
            IsStateSet = before is null || asked.State is not null,
        };
        return new([own], []);
    }

    private static IncidentDecision.Refuse? Problem(string id, ComponentEntry asked, IncidentSituation situation, StoredComponent? before)
    {
        if (id.Length is 0 or > MaxId || !id.All(IsIdCharacter))
        {
            return IncidentRefusals.Invalid("component-id-invalid", $"A component's id is 1 to {MaxId} small letters, digits and hyphens.");
        }

        if (before is null && situation.Components.Count >= MaxComponents)
        {
            return IncidentRefusals.Invalid("components-too-many", $"There are at most {MaxComponents} components.");
        }

        if (asked.Description is { Length: > MaxDescription })
        {
            return IncidentRefusals.Invalid("text-too-long", $"description has at most {MaxDescription} characters.");
        }

        if (asked.Terms is { } terms && (terms.Count > MaxTerms || terms.Any(term => term is null || term.Length > MaxTerm)))
        {
            return IncidentRefusals.Invalid("terms-invalid", $"terms are at most {MaxTerms} words of at most {MaxTerm} characters.");
        }

        if (asked.State is null)
        {
            return null;
        }

        return IncidentWords.Read<ComponentState>(asked.State) is null
                ? IncidentRefusals.Invalid("component-state-unknown", $"state is one of {IncidentWords.All<ComponentState>()}.")
            : ComponentStates.Touching(id, situation.Open).FirstOrDefault() is { } incident
                ? IncidentRefusals.Conflict(
                    "component-has-incident",
                    $"Incident {incident.Id} says how {id} works. Write an update there, so that everybody hears of it."
                )
            : null;
    }

    private static bool IsIdCharacter(char character) =>
        char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '-';
}

/// <summary>What was decided about components.</summary>
/// <param name="Kept">Those that are written.</param>
/// <param name="Removed">Those that are taken away.</param>
internal sealed record ComponentDecision(IReadOnlyList<StoredComponent> Kept, IReadOnlyList<string> Removed)
{
    /// <summary>Why nothing is done; null when all is well.</summary>
    public IncidentDecision.Refuse? Problem { get; init; }

    /// <summary>Nothing, and why.</summary>
    public static ComponentDecision Refused(IncidentDecision.Refuse problem) => new([], []) { Problem = problem };
}
