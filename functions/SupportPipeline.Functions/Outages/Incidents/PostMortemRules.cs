namespace SupportPipeline.Outages.Incidents;

/// <summary>Writing down what was learnt: a draft for staff, then for everybody. Pure.</summary>
internal static class PostMortemRules
{
    /// <summary>Writes a draft, or publishes.</summary>
    public static IncidentDecision Write(StoredIncident stored, PostMortemRequest asked, IncidentAct act, IncidentTexts texts)
    {
        var its = stored.Incident;
        var filled = texts.Only(asked.Texts);
        if (filled.Problem is not null)
        {
            return filled.Problem;
        }

        var standing = asked.Publish ? its.PostMortem?.Texts : stored.Draft;
        if (standing is not null && AreSame(standing, filled.Texts))
        {
            return new IncidentDecision.Nothing();
        }

        if (act.SeenVersion is not null && IncidentRefusals.Guard(its, act) is { } stale)
        {
            return stale;
        }

        return !asked.Publish ? Apply(stored, its, filled.Texts)
            : its.IsOpen
                ? IncidentRefusals.Conflict("incident-open", "What was learnt is published once it is over; a draft can be written before.")
            : Apply(
                stored,
                its with
                {
                    PostMortem = new(filled.Texts, act.At, act.By),
                    UpdatedAt = act.At > its.UpdatedAt ? act.At : its.UpdatedAt,
                },
                StoredIncident.NoTexts
            );
    }

    private static IncidentDecision.Apply Apply(StoredIncident stored, Incident after, IReadOnlyDictionary<string, string> draft) =>
        new(new(stored, after with { Version = after.Version + 1 }) { Draft = draft });

    private static bool AreSame(IReadOnlyDictionary<string, string> one, IReadOnlyDictionary<string, string> other) =>
        one.Count == other.Count && one.All(pair => other.TryGetValue(pair.Key, out var text) && text == pair.Value);
}
