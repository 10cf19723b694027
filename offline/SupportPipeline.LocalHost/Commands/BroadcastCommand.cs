using System.CommandLine;
using SupportPipeline.LocalHost.Broadcast;

namespace SupportPipeline.LocalHost.Commands;

/// <summary><c>broadcast</c>: tells many customers about an incident and shows that each heard of it once.</summary>
internal static class BroadcastCommand
{
    private static readonly Option<int> s_recipients = new("--recipients")
    {
        Description = "How many customers use what breaks.",
        DefaultValueFactory = _ => 10_000,
    };

    private static readonly Option<int> s_bad = new("--bad") { Description = "How many of their addresses the mail service refuses." };

    private static readonly Option<int> s_kills = new("--kills")
    {
        Description =
            "How often a function host is killed meanwhile; then one of a hundred answers of the mail service gets lost, too, and an audit follows.",
    };

    private static readonly Option<int> s_seed = new("--seed")
    {
        Description = "The same seed plans the same losses.",
        DefaultValueFactory = _ => 1,
    };

    private static readonly Option<DirectoryInfo?> s_data = new("--data")
    {
        Description = "With --kills: an empty directory to keep everything in, to be audited again. Without it, a temporary one.",
    };

    public static Command Create()
    {
        var command = new Command("broadcast", "Declares an incident, tells everybody affected, and counts who heard of it how often.")
        {
            s_recipients,
            s_bad,
            s_kills,
            s_seed,
            s_data,
        };
        command.SetAction(BroadcastAsync);
        return command;
    }

    private static async Task<int> BroadcastAsync(ParseResult arguments, CancellationToken stop)
    {
        var options = new BroadcastOptions
        {
            Recipients = Math.Max(1, arguments.GetValue(s_recipients)),
            BadAddresses = Math.Max(0, arguments.GetValue(s_bad)),
            Kills = Math.Max(0, arguments.GetValue(s_kills)),
            Seed = arguments.GetValue(s_seed),
        };
        try
        {
            var (lines, isClean) =
                options.Kills > 0 ? await StormAsync(options, arguments.GetValue(s_data)?.FullName, stop) : await RunAsync(options, stop);
            foreach (var line in lines)
            {
                Console.WriteLine(line);
            }

            return isClean ? 0 : 1;
        }
        catch (Exception wrong) when (wrong is InvalidOperationException or OperationCanceledException or HttpRequestException)
        {
            await Console.Error.WriteLineAsync(wrong.Message);
            return 2;
        }
    }

    private static async Task<(IEnumerable<string> Lines, bool IsClean)> RunAsync(BroadcastOptions options, CancellationToken stop)
    {
        var report = await new BroadcastRun(options) { Tell = Console.Error.WriteLine }.RunAsync(stop);
        return (report.Lines(), report.IsClean);
    }

    private static async Task<(IEnumerable<string> Lines, bool IsClean)> StormAsync(
        BroadcastOptions options,
        string? kept,
        CancellationToken stop
    )
    {
        var directory = kept ?? Directory.CreateTempSubdirectory("broadcast").FullName;
        try
        {
            await using var storm = new BroadcastStorm(options, directory) { Tell = Console.Error.WriteLine };
            var report = await storm.RunAsync(stop);
            return (report.Lines(), report.IsClean);
        }
        finally
        {
            if (kept is null)
            {
                Directory.Delete(directory, recursive: true);
            }
        }
    }
}
