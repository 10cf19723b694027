using System.Globalization;
using SupportPipeline.Outages.Incidents;

namespace SupportPipeline.Outages.Status;

/// <summary>Small pictures that say how it stands, for other people's pages. Pure.</summary>
internal static class StatusBadges
{
    /// <summary>How everything together stands.</summary>
    public static string Everything(StatusSnapshot snapshot, string language)
    {
        var words = StatusWords.In(language);
        var indicator = StatusIndicator.Of(snapshot);
        return Draw(words.Badge, words.Indicators[indicator], ColourOf(indicator), language);
    }

    /// <summary>How a component works.</summary>
    public static string Of(StatusSnapshot snapshot, Component component, string language) =>
        Draw(
            snapshot.Site.Text(component.Names, language),
            StatusWords.In(language).ComponentStates[component.State],
            ColourOf(component.State),
            language
        );

    /// <summary>White on each of these is readable: at least 4.5 to 1.</summary>
    private static string ColourOf(ComponentState state) =>
        state switch
        {
            ComponentState.Operational => "#1a7f37",
            ComponentState.DegradedPerformance => "#8a5d00",
            ComponentState.PartialOutage => "#b34700",
            ComponentState.MajorOutage => "#b91c1c",
            _ => "#0b5394",
        };

    private static string ColourOf(IncidentImpact indicator) =>
        ColourOf(
            indicator switch
            {
                IncidentImpact.None => ComponentState.Operational,
                IncidentImpact.Minor => ComponentState.DegradedPerformance,
                IncidentImpact.Major => ComponentState.PartialOutage,
                IncidentImpact.Critical => ComponentState.MajorOutage,
                _ => ComponentState.UnderMaintenance,
            }
        );

    private static string Draw(string label, string state, string colour, string language)
    {
        var (left, right) = (Width(label), Width(state));
        var all = left + right;
        var said = StatusText.Encode($"{label}: {state}");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{all}\" height=\"20\" role=\"img\" aria-label=\"{said}\" xml:lang=\"{language}\">"
                + $"<title>{said}</title><rect width=\"{left}\" height=\"20\" fill=\"#424242\"/>"
                + $"<rect x=\"{left}\" width=\"{right}\" height=\"20\" fill=\"{colour}\"/>"
                + $"<g fill=\"#fff\" font-family=\"Verdana,Geneva,sans-serif\" font-size=\"11\" text-anchor=\"middle\">"
                + $"<text x=\"{left / 2}\" y=\"14\">{StatusText.Encode(label)}</text>"
                + $"<text x=\"{left + (right / 2)}\" y=\"14\">{StatusText.Encode(state)}</text></g></svg>\n"
        );
    }

    /// <summary>Nobody measures letters here: Chinese ones are as wide as they are high, others little more than half of it.</summary>
    private static int Width(string text) => 12 + text.Sum(character => character >= '\u2e80' ? 12 : 7);
}
