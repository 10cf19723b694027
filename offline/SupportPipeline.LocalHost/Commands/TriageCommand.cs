using System.CommandLine;
using SupportPipeline.LocalHost.Triage;
using SupportPipeline.Triage;
using SupportPipeline.Triage.Cues;

namespace SupportPipeline.LocalHost.Commands;

/// <summary><c>triage</c>: understands JSON Lines from standard input and writes JSON Lines to standard output, in the same order.</summary>
internal static class TriageCommand
{
    /// <summary>So many lines are read before the first answers are written when they come fast.</summary>
    private const int Batch = 256;

    private static readonly Option<DirectoryInfo?> Cues = new("--cues")
    {
        Description = "A folder of cue files that are read on top of the built-in ones (docs/cues.md).",
    };

    public static Command Create()
    {
        var command = new Command(
            "triage",
            "Understands messages: lines {\"id\",\"text\",\"language\"?} in, lines with language, sentiment, intent, topic and so on out. Exit code 1 when a line could not be read."
        )
        {
            Cues,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        EmbeddedAnalyzer analyzer;
        try
        {
            analyzer = new EmbeddedAnalyzer(arguments.GetValue(Cues)?.FullName);
        }
        catch (Exception exception) when (exception is CueFormatException or DirectoryNotFoundException)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return 2;
        }

        var run = new TriageRun((requests, _) => ValueTask.FromResult(Analyze(analyzer, requests)), Batch);
        await using var input = Console.OpenStandardInput();
        await using var output = Console.OpenStandardOutput();
        await run.RunAsync(input, output, cancellationToken);
        if (run.Failed > 0)
        {
            await Console.Error.WriteLineAsync(
                $"{run.Failed} of {run.Failed + run.Triaged} lines could not be read; their answers say why."
            );
        }

        return run.Failed > 0 ? 1 : 0;
    }

    private static IReadOnlyList<MessageTriage> Analyze(EmbeddedAnalyzer analyzer, IReadOnlyList<TriageRequest> requests)
    {
        var answers = new MessageTriage[requests.Count];
        for (var at = 0; at < answers.Length; at++)
        {
            answers[at] = analyzer.Analyze(requests[at].Text!, requests[at].Language);
        }

        return answers;
    }
}
