using System.CommandLine;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using SupportPipeline.LocalHost.Triage;
using SupportPipeline.Triage;
using SupportPipeline.Triage.Cues;

namespace SupportPipeline.LocalHost.Commands;

/// <summary><c>triage</c>: understands JSON Lines from standard input and writes JSON Lines to standard output, in the same order.</summary>
internal static class TriageCommand
{
    /// <summary>So many lines are read before the first answers are written when they come fast.</summary>
    private const int Batch = 256;

    /// <summary>The exit code when nothing could be started.</summary>
    private const int NotConfigured = 2;

    private static readonly Option<string> Engine = new("--engine")
    {
        Description =
            "Who decides the sentiment: 'embedded', with nothing from the cloud, or 'azure' (set Triage__Endpoint and Triage__Key).",
        DefaultValueFactory = _ => "embedded",
    };

    private static readonly Option<DirectoryInfo?> Cues = new("--cues")
    {
        Description = "A folder of cue files that are read on top of the built-in ones (docs/cues.md).",
    };

    public static Command Create()
    {
        Engine.AcceptOnlyFromAmong("embedded", "azure");
        var command = new Command(
            "triage",
            "Understands messages: lines {\"id\",\"text\",\"language\"?} in, lines with language, sentiment, intent, topic and so on out. Exit code 1 when a line could not be read."
        )
        {
            Engine,
            Cues,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var cues = arguments.GetValue(Cues)?.FullName;
        try
        {
            return arguments.GetValue(Engine) == "azure"
                ? await RunAzureAsync(cues, cancellationToken)
                : await RunAsync(Embedded(new EmbeddedAnalyzer(cues)), cancellationToken);
        }
        catch (Exception cannotStart) when (cannotStart is CueFormatException or DirectoryNotFoundException or OptionsValidationException)
        {
            await Console.Error.WriteLineAsync(cannotStart.Message);
            return NotConfigured;
        }
        catch (OperationCanceledException)
        {
            return 1;
        }
    }

    private static async Task<int> RunAzureAsync(string? cues, CancellationToken cancellationToken)
    {
        var settings = new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
            .AddEnvironmentVariables()
            .Build();
        await using var azure = AzureTriage.Create(settings, cues);
        var code = await RunAsync(new TriageRun(azure.TriageAsync, AzureTriage.Batch), cancellationToken);
        if (azure.FellBack > 0)
        {
            await Console.Error.WriteLineAsync(
                $"{azure.FellBack} lines were answered by the embedded analyzer; their fallbackReason says why."
            );
        }

        return code;
    }

    private static TriageRun Embedded(EmbeddedAnalyzer analyzer) =>
        new((requests, _) => ValueTask.FromResult<IReadOnlyList<MessageTriage>>(Analyze(analyzer, requests)), Batch);

    private static async Task<int> RunAsync(TriageRun run, CancellationToken cancellationToken)
    {
        await using var input = Console.OpenStandardInput();
        await using var output = Console.OpenStandardOutput();
        await run.RunAsync(input, output, cancellationToken);
        if (run.Failed > 0)
        {
            await Console.Error.WriteLineAsync(
                $"{run.Failed} of {run.Failed + run.Triaged} lines could not be read; their answers say why."
            );
        }

        return run.ExitCode;
    }

    private static MessageTriage[] Analyze(EmbeddedAnalyzer analyzer, IReadOnlyList<TriageRequest> requests)
    {
        var answers = new MessageTriage[requests.Count];
        for (var at = 0; at < answers.Length; at++)
        {
            answers[at] = analyzer.Analyze(requests[at].Text!, requests[at].Language);
        }

        return answers;
    }
}
