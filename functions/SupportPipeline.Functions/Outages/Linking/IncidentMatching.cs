using SupportPipeline.Outages.Incidents;
using SupportPipeline.Triage;

namespace SupportPipeline.Outages.Linking;

/// <summary>
/// Whether a message is about an open incident: it names a component that does not work, and says that something is wrong. Who praises the checkout while it is
/// down is not answered with the outage. Pure.
/// </summary>
internal static class IncidentMatching
{
    /// <summary>The incident a message is about; of several the latest. Null when there is none.</summary>
    /// <param name="text">The customer's own words.</param>
    /// <param name="triage">What was understood of them.</param>
    /// <param name="open">The open incidents.</param>
    /// <param name="components">All components.</param>
    public static MatchedIncident? Match(
        string text,
        MessageTriage triage,
        IReadOnlyList<Incident> open,
        IReadOnlyList<Component> components
    )
    {
        if (open.Count == 0 || !SaysSomethingIsWrong(triage))
        {
            return null;
        }

        var matches =
            from incident in open
            where incident.State is not IncidentState.Scheduled
            from component in components
            where
                incident.Components.TryGetValue(component.Id, out var state)
                && state != ComponentState.Operational
                && Names(component).Any(name => Contains(text, name))
            orderby incident.StartedAt descending
            select new MatchedIncident(incident, component);
        return matches.FirstOrDefault();
    }

    private static bool SaysSomethingIsWrong(MessageTriage triage) =>
        triage.Complaint.Is(true) || triage.Intent.Is(Intent.OutageReport) || triage.Intent.Is(Intent.NotSolved) || triage.Intent.Is(Intent.Question);

    private static IEnumerable<string> Names(Component component) =>
        component.Terms.Concat(component.Names.Values).Where(name => name.Length > 1);

    /// <summary>As a word where words have borders; in Chinese, which has none, anywhere.</summary>
    private static bool Contains(string text, string name)
    {
        for (var at = 0; (at = text.IndexOf(name, at, StringComparison.OrdinalIgnoreCase)) >= 0; at++)
        {
            var end = at + name.Length;
            if (
                !HasBorders(name[0])
                || ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end])))
            )
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasBorders(char letter) => char.IsLetterOrDigit(letter) && letter < '\u2E80';
}
