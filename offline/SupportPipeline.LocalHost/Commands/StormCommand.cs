using System.CommandLine;
using SupportPipeline.LocalHost.Storm;

namespace SupportPipeline.LocalHost.Commands;

/// <summary><c>storm</c>: runs the pipeline in real processes while everything around it breaks, then audits what is left.</summary>
internal static class StormCommand
{
    private static readonly Option<int> s_emails = new("--emails")
    {
        Description = "How many mails customers send.",
        DefaultValueFactory = _ => 5_000,
    };

    private static readonly Option<int> s_kills = new("--kills")
    {
        Description = "How often a function host is killed.",
        DefaultValueFactory = _ => 20,
    };

    private static readonly Option<int> s_seed = new("--seed")
    {
        Description = "The same seed plans the same mails and strikes.",
        DefaultValueFactory = _ => 1,
    };

    private static readonly Option<DirectoryInfo?> s_data = new("--data")
    {
        Description = "Directory to keep everything in, to be audited again; it has to be empty. Without it, a temporary one.",
    };

    private static readonly Option<bool> s_tell = new("--tell") { Description = "Tells every strike as it happens, on standard error." };

    public static Command Create()
    {
        var command = new Command(
            "storm",
            "Kills hosts, stops storage, cuts the mail service off and moves the clock while mails come in, then audits."
        )
        {
            s_emails,
            s_kills,
            s_seed,
            s_data,
            s_tell,
        };
        command.SetAction(StormAsync);
        return command;
    }

    private static async Task<int> StormAsync(ParseResult arguments, CancellationToken stop)
    {
        var kept = arguments.GetValue(s_data)?.FullName;
        var directory = kept ?? Directory.CreateTempSubdirectory("storm").FullName;
        var options = new StormOptions
        {
            Emails = arguments.GetValue(s_emails),
            Kills = arguments.GetValue(s_kills),
            Seed = arguments.GetValue(s_seed),
            DataDirectory = directory,
        };
        try
        {
            await using var run = new StormRun(options) { Tell = arguments.GetValue(s_tell) ? Console.Error.WriteLine : static _ => { } };
            var report = await run.RunAsync(stop);
            foreach (var line in StormText.Lines(report))
            {
                Console.WriteLine(line);
            }

            return report.IsClean ? 0 : 1;
        }
        catch (Exception wrong) when (wrong is InvalidOperationException or OperationCanceledException)
        {
            await Console.Error.WriteLineAsync(wrong.Message);
            return 2;
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
