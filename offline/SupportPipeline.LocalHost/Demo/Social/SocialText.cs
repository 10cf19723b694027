using System.Globalization;
using Spectre.Console;

namespace SupportPipeline.LocalHost.Demo.Social;

/// <summary>Tells how complaints built up in public.</summary>
internal sealed class SocialText(IAnsiConsole console)
{
    public void Tell(SocialOutcome? social)
    {
        if (social is null)
        {
            return;
        }

        console.WriteLine();
        console.Write(DemoText.Heading("The evening after: complaints build up in public"));
        var grid = new Grid { Expand = false }
            .AddColumn(new GridColumn().NoWrap().Width(6).PadLeft(1))
            .AddColumn(new GridColumn().NoWrap().Width(10))
            .AddColumn(new GridColumn());
        foreach (var moment in social.Moments)
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
