using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace SupportPipeline.LocalHost.Commands;

/// <summary><c>start</c>: how long the published function app takes from the start of its process until it would connect to the Functions host.</summary>
internal static partial class StartCommand
{
    private static readonly Argument<DirectoryInfo> App = new("app") { Description = "The folder that dotnet publish wrote." };
    private static readonly Option<int> Runs = new("--runs") { Description = "How often.", DefaultValueFactory = _ => 10 };

    /// <summary>What has to be set for a start, as it is deployed; nothing is called.</summary>
    private static readonly Dictionary<string, string> s_settings = new(StringComparer.Ordinal)
    {
        ["SupportStorage__tableServiceUri"] = "https://start.table.example",
        ["SupportStorage__queueServiceUri"] = "https://start.queue.example",
        ["SupportStorage__blobServiceUri"] = "https://start.blob.example",
        ["SupportStorage__credential"] = "managedidentity",
        ["Desk__Address"] = "support@desk.example",
        ["Desk__SigningKey"] = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
        ["SendGrid__ApiKey"] = "SG.start",
    };

    public static Command Create()
    {
        var command = new Command("start", "Measures the start of the published function app: the container is built, nothing is called.")
        {
            App,
            Runs,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var app = Path.Combine(arguments.GetRequiredValue(App).FullName, "SupportPipeline.Functions.dll");
        var times = new List<double>();
        for (var run = 0; run < arguments.GetValue(Runs); run++)
        {
            var said = await StartAsync(app, cancellationToken);
            if (Reached().Match(said) is not { Success: true } reached)
            {
                await Console.Error.WriteLineAsync($"The app did not come as far as the Functions host:\n{said}");
                return 1;
            }

            times.Add(double.Parse(reached.Groups["ms"].Value, CultureInfo.InvariantCulture));
        }

        times.Sort();
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"from process start to the Functions host, {times.Count} runs: median {times[times.Count / 2]:0} ms, shortest {times[0]:0} ms, longest {times[^1]:0} ms"
            )
        );
        return 0;
    }

    private static async Task<string> StartAsync(string app, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("dotnet", [app])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        foreach (var (name, value) in s_settings)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var error = await process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return error + await output;
    }

    [GeneratedRegex("it came this far (?<ms>[0-9]+) ms", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Reached();
}
