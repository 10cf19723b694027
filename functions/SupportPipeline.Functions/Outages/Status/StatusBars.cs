using System.Globalization;
using System.Text;
using SupportPipeline.Outages.Incidents;

namespace SupportPipeline.Outages.Status;

/// <summary>A component with its 90 days: drawn, and told in words for who cannot see or tell the colours. Pure.</summary>
internal static class StatusBars
{
    private const int BarWidth = 10;
    private const int BarHeight = 36;

    /// <summary>The component.</summary>
    public static string Write(StatusSnapshot snapshot, Component component, StatusWords words)
    {
        var history = StatusHistory.Of(component, snapshot.Incidents, snapshot.Now);
        var uptime = words.Uptime.Replace("{0}", StatusText.Percent(history.UptimeHundredths, words), StringComparison.Ordinal);
        var name = snapshot.Site.Text(component.Names, words.Language);
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"<div class=\"component\"><div class=\"row\"><h3>{StatusText.Encode(name)}</h3>")
            .Append(StatusIncidentPart.Chip(words.ComponentStates[component.State], StatusNames.Of(component.State)))
            .Append("</div>");
        if (component.Description is { Length: > 0 } description)
        {
            html.Append(CultureInfo.InvariantCulture, $"<p class=\"note\">{StatusText.Encode(description)}</p>");
        }

        html.Append(Drawing(history, $"{name}: {uptime}", words))
            .Append(
                CultureInfo.InvariantCulture,
                $"<div class=\"row note\"><span>{StatusText.Encode(words.BarsFrom)}</span><span>{StatusText.Encode(uptime)}</span>"
            )
            .Append(CultureInfo.InvariantCulture, $"<span>{StatusText.Encode(words.BarsUntil)}</span></div>{Told(history, words)}</div>");
        return html.ToString();
    }

    /// <summary>The worse a day, the lower its bar, so that colour is not all that tells them apart.</summary>
    private static string Drawing(ComponentHistory history, string said, StatusWords words)
    {
        var svg = new StringBuilder();
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<svg viewBox=\"0 0 {StatusHistory.DayCount * BarWidth} {BarHeight}\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"{StatusText.Encode(said)}\">"
        );
        for (var place = 0; place < history.Days.Count; place++)
        {
            var day = history.Days[place];
            var height = day.Worst is { } worst ? BarHeight - (6 * StatusHistory.Severity(worst)) : 4;
            var kind = day.Worst is { } state ? $" class=\"{StatusNames.Of(state)}\"" : "";
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<rect{kind} x=\"{place * BarWidth}\" y=\"{BarHeight - height}\" width=\"{BarWidth - 2}\" height=\"{height}\">"
            );
            svg.Append(CultureInfo.InvariantCulture, $"<title>{StatusText.Encode(DayIn(day, words))}</title></rect>");
        }

        return svg.Append("</svg>").ToString();
    }

    private static string Told(ComponentHistory history, StatusWords words)
    {
        var troubled = history.Days.Where(day => day.Worst is { } worst && worst != ComponentState.Operational).Reverse().ToList();
        return troubled.Count == 0
            ? $"<p class=\"note\">{StatusText.Encode(words.NoTroubledDays)}</p>"
            : $"<details><summary>{StatusText.Encode(words.TroubledDays)}</summary><ul>"
                + string.Concat(troubled.Select(day => $"<li>{StatusText.Encode(DayIn(day, words))}</li>"))
                + "</ul></details>";
    }

    private static string DayIn(StatusDay day, StatusWords words) =>
        $"{StatusText.Day(day.Day, words)}: {(day.Worst is { } worst ? words.ComponentStates[worst] : words.NoData)}";
}
