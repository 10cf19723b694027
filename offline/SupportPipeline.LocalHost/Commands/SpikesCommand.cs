using System.CommandLine;
using System.Text.Json;
using SupportPipeline.LocalHost.Spikes;
using SupportPipeline.Platform;
using SupportPipeline.Social.Spikes;

namespace SupportPipeline.LocalHost.Commands;

/// <summary><c>spikes</c>: finds what builds up in counts over time, as alerts would have been sent.</summary>
internal static class SpikesCommand
{
    private const int NotReadable = 2;

    private static readonly Argument<FileInfo?> File = new("file")
    {
        Description = "A CSV of timestamp,count, hourly or finer; standard input without it.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public static Command Create()
    {
        var command = new Command(
            "spikes",
            "Finds unusual hours: CSV timestamp,count in, alerts out as JSON Lines. The first two days only teach what is usual."
        )
        {
            File,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        try
        {
            await using var csv = arguments.GetValue(File)?.OpenRead() ?? Console.OpenStandardInput();
            var series = await CountSeries.ReadAsync(csv, cancellationToken);
            await using var lines = Console.OpenStandardOutput();
            foreach (var (window, verdict) in SpikeSeries.Look(series.Start, series.Step, series.Counts))
            {
                if (verdict is SpikeVerdict.Alerts { Event: var alert })
                {
                    await JsonSerializer.SerializeAsync(lines, Line(window, alert), SpikeLineJson.Default.SpikeLine, cancellationToken);
                    lines.WriteByte((byte)'\n');
                }
            }

            return 0;
        }
        catch (Exception unreadable) when (unreadable is FormatException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(unreadable.Message);
            return NotReadable;
        }
    }

    private static SpikeLine Line(SpikeWindow window, SpikeEvent alert) =>
        new(
            window.From,
            window.Until,
            alert.StartedAt,
            alert.Observed,
            Math.Round(alert.Expected, 2),
            alert.Expected >= 1 ? Math.Round(alert.Observed / alert.Expected, 1) : null,
            alert.Probability,
            KebabCase.NameOf(alert.Severity),
            alert.Alerts > 1
        );
}
