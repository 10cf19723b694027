using SupportPipeline.Outages.Incidents;
using SupportPipeline.Platform;
using SupportPipeline.Triage;

namespace SupportPipeline.Outages.Linking;

/// <summary>
/// Whether a message is about an open incident: it names a component that does not work, and says that something is wrong. Who praises the checkout while it is
/// down is not answered with the outage. Pure.
/// </summary>
internal static class IncidentMatching
{
    private static readonly Intent[] s_troubles = [Intent.OutageReport, Intent.NotSolved, Intent.Question];

    /// <summary>The incident a message is about; of several the latest. Null when there is none.</summary>
    /// <param name="text">The customer's own words.</param>
    /// <param name="isTrouble">Whether they say that something is wrong.</param>
    /// <param name="open">The open incidents.</param>
    /// <param name="components">All components.</param>
    public static MatchedIncident? Match(string text, bool isTrouble, IReadOnlyList<Incident> open, IReadOnlyList<Component> components)
    {
        if (open.Count == 0 || !isTrouble)
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

    /// <summary>Whether a message says that something is wrong, or asks.</summary>
    public static bool IsTrouble(MessageTriage triage) => triage.Complaint.Is(true) || s_troubles.Any(triage.Intent.Is);

    /// <summary>The same of a message that was stored.</summary>
    public static bool IsTrouble(TriageDocument triage) =>
        triage.Complaint is true || s_troubles.Any(trouble => triage.Intent == KebabCase.NameOf(trouble));

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
