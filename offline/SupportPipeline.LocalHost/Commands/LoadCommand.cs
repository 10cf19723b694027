using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;
using SupportPipeline.LocalHost.Email;
using SupportPipeline.LocalHost.Hosting;
using SupportPipeline.LocalHost.Load;
using SupportPipeline.LocalHost.Sink;

namespace SupportPipeline.LocalHost.Commands;

/// <summary><c>load</c>: sends many mails through the front door of a run of its own and reports how it went.</summary>
internal static class LoadCommand
{
    private static readonly Option<int> Emails = new("--emails")
    {
        Description = "How many mails, each of another customer.",
        DefaultValueFactory = _ => 1000,
    };

    private static readonly Option<int> Concurrency = new("--concurrency")
    {
        Description = "How many clients post at once.",
        DefaultValueFactory = _ => 32,
    };

    private static readonly Option<DirectoryInfo?> Data = new("--data")
    {
        Description = "Directory to keep everything in; a load that was killed is taken up again there. Without it, in memory.",
    };

    private static readonly Option<bool> Baseline = new("--baseline")
    {
        Description = "First measures what the storage emulator itself can do on this machine.",
    };

    public static Command Create()
    {
        Emails.Validators.Add(AtLeastOne);
        Concurrency.Validators.Add(AtLeastOne);
        var command = new Command("load", "Sends many mails through the front door and checks that none is lost or answered twice.")
        {
            Emails,
            Concurrency,
            Data,
            Baseline,
        };
        command.SetAction(LoadAsync);
        return command;

        static void AtLeastOne(System.CommandLine.Parsing.OptionResult option)
        {
            if (option.Tokens is [var token] && int.TryParse(token.Value, CultureInfo.InvariantCulture, out var value) && value < 1)
            {
                option.AddError($"{option.Option.Name} has to be 1 or more.");
            }
        }
    }

    private static async Task<int> LoadAsync(ParseResult arguments, CancellationToken stop)
    {
        var options = new LoadOptions
        {
            Emails = arguments.GetValue(Emails),
            Concurrency = arguments.GetValue(Concurrency),
            DataDirectory = arguments.GetValue(Data)?.FullName,
        };
        try
        {
            if (arguments.GetValue(Baseline))
            {
                Write(await StorageBaseline.MeasureAsync(Math.Min(options.Emails, 5000), options.Concurrency, stop));
            }

            await using var run = await LocalHostRun.StartAsync(new LocalHostOptions { DataDirectory = options.DataDirectory }, stop);
            var report = await RunAsync(run, options, stop);
            Write(LoadReportText.Lines(report));
            return report.Problems().Count == 0 ? 0 : 1;
        }
        catch (InvalidOperationException cannotStart)
        {
            await Console.Error.WriteLineAsync(cannotStart.Message);
            return 1;
        }
    }

    private static Task<LoadReport> RunAsync(LocalHostRun run, LoadOptions options, CancellationToken stop) =>
        Console.IsOutputRedirected
            ? new LoadRun(Target(run), options).RunAsync(stop)
            : AnsiConsole
                .Progress()
                .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
                .StartAsync(progress => RunAsync(run, options, progress, stop));

    private static Task<LoadReport> RunAsync(LocalHostRun run, LoadOptions options, ProgressContext progress, CancellationToken stop)
    {
        var accepted = progress.AddTask("accepted", maxValue: options.Emails);
        var acknowledged = progress.AddTask("acknowledged", maxValue: options.Emails);
        return new LoadRun(Target(run), options)
        {
            Progress = (acceptedSoFar, acknowledgedSoFar) => (accepted.Value, acknowledged.Value) = (acceptedSoFar, acknowledgedSoFar),
        }.RunAsync(stop);
    }

    private static LoadTarget Target(LocalHostRun run) =>
        new()
        {
            BaseAddress = run.BaseAddress,
            FrontDoor = run.Services.GetRequiredService<FrontDoor>(),
            SupportAddress = run.Services.GetRequiredService<IConfiguration>()["Desk:Address"] ?? "support@desk.example",
            SigningKey = run.Services.GetRequiredService<LocalSigningKey>(),
            Mails = run.Services.GetRequiredService<MailSink>(),
            Operations = run.StorageOperations.Snapshot,
            StorageProcessIds = run.Azurite?.ProcessIds ?? [],
            Clock = run.Clock,
        };

    private static void Write(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            // Not through Spectre: it would wrap at the width of the window, and take brackets for markup.
            Console.WriteLine(line);
        }
    }
}
