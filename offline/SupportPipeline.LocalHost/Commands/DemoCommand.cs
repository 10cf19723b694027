using System.CommandLine;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;
using SupportPipeline.LocalHost.Demo;
using SupportPipeline.LocalHost.Demo.Outages;
using SupportPipeline.LocalHost.Demo.Social;
using SupportPipeline.LocalHost.Demo.Story;
using SupportPipeline.LocalHost.Email;
using SupportPipeline.LocalHost.Hosting;

namespace SupportPipeline.LocalHost.Commands;

/// <summary><c>demo</c>: plays a sample day of mail through a run of its own, in memory, and ends by itself.</summary>
internal static class DemoCommand
{
    public static Command Create()
    {
        var command = new Command(
            "demo",
            "Plays a sample day of mail and tells what came in, what was decided and why, and what was sent."
        );
        command.SetAction(DemoAsync);
        return command;
    }

    /// <summary>Plays the day and tells it.</summary>
    /// <returns>How it went.</returns>
    /// <exception cref="InvalidOperationException">The local host cannot start; the message says what to do.</exception>
    public static async Task<DemoResult> PlayAsync(IAnsiConsole console, CancellationToken stop)
    {
        using var key = new LocalSigningKey();
        await using var run = await LocalHostRun.StartAsync(Options(key), stop);
        using var http = run.Services.GetRequiredService<IHttpClientFactory>().CreateClient(LocalEmail.ClientName);
        http.BaseAddress = run.BaseAddress;
        var text = new DemoText(console);
        var day = await new DemoRun(new DemoHost(run, http), new AgentDesk(run.Services)) { Told = text.Tell }.PlayAsync(
            SampleDay.Steps,
            stop
        );
        new AgentText(console).Tell(day.Assumed);
        new OutageText(console).Tell(day.Outage);
        new SocialText(console).Tell(day.Social);
        new DemoSummaryText(console).Tell(day);
        return day;
    }

    /// <summary>As deployed, signatures are asked for. Only the waits for a mail service that is down are made short.</summary>
    private static LocalHostOptions Options(LocalSigningKey key) =>
        new()
        {
            // The story moves the clock as it likes; reminders and late promises would come in between.
            FunctionTypes = LocalHostOptions.WithoutTimers,
            Configuration = new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["Intake:VerificationKey"] = key.PublicKey,
                ["SendGrid:EventVerificationKey"] = key.PublicKey,
                ["Desk:PublicUrl"] = "https://desk.example",
                ["Replies:RetrySeconds"] = "1",
                ["Replies:MaxRetrySeconds"] = "1",
            },
            Services = services => services.AddSingleton(key),
        };

    private static async Task<int> DemoAsync(ParseResult arguments, CancellationToken stop)
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var console = Console.IsOutputRedirected ? DemoConsole.File(Console.Out) : DemoConsole.Terminal();
        try
        {
            console.Write(new Text("A sample day at the support desk. Starting the function app and its storage...\n"));
            return (await PlayAsync(console, stop)).ExitCode;
        }
        catch (InvalidOperationException cannotStart)
        {
            await Console.Error.WriteLineAsync(cannotStart.Message);
            return 1;
        }
        catch (OperationCanceledException)
        {
            return 1;
        }
    }
}
