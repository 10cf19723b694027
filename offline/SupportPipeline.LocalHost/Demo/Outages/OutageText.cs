using System.Globalization;
using Spectre.Console;

namespace SupportPipeline.LocalHost.Demo.Outages;

/// <summary>Tells how an outage went.</summary>
internal sealed class OutageText(IAnsiConsole console)
{
    public void Tell(OutageOutcome? outage)
    {
        if (outage is null)
        {
            return;
        }

        console.WriteLine();
        console.Write(DemoText.Heading("The morning after: the checkout breaks"));
        var grid = new Grid { Expand = false }
            .AddColumn(new GridColumn().NoWrap().Width(6).PadLeft(1))
            .AddColumn(new GridColumn().NoWrap().Width(10))
            .AddColumn(new GridColumn());
        foreach (var moment in outage.Moments)
        {
            grid.AddRow(
                new Text(moment.At.ToString("HH:mm", CultureInfo.InvariantCulture), Color.Grey),
                new Text(moment.Who, Color.Grey),
                new Text(moment.What)
            );
        }

        console.Write(grid);
    }
}
