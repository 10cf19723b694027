using System.CommandLine;
using SupportPipeline.LocalHost.Hosting;
using SupportPipeline.LocalHost.Mentions;

namespace SupportPipeline.LocalHost.Commands;

/// <summary><c>mentions</c>: posts many mentions through the front door of a run of its own and reports how it went.</summary>
internal static class MentionsCommand
{
    private static readonly Option<int> s_count = new("--count") { Description = "How many mentions.", DefaultValueFactory = _ => 10_000 };

    private static readonly Option<int> s_batch = new("--batch")
    {
        Description = "How many in a request; 1 is how platforms' webhooks come.",
        DefaultValueFactory = _ => 100,
    };

    private static readonly Option<int> s_concurrency = new("--concurrency")
    {
        Description = "How many clients post at once.",
        DefaultValueFactory = _ => 32,
    };

    private static readonly Option<bool> s_twice = new("--twice")
    {
        Description = "Delivers every queue message twice at once, and some again later.",
    };

    public static Command Create()
    {
        var command = new Command(
            "mentions",
            "Posts many mentions through the front door and checks that each is stored and counted exactly once."
        )
        {
            s_count,
            s_batch,
            s_concurrency,
            s_twice,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken stop)
    {
        var options = new MentionLoadOptions(
            Math.Max(1, arguments.GetValue(s_count)),
            Math.Clamp(arguments.GetValue(s_batch), 1, 500),
            Math.Max(1, arguments.GetValue(s_concurrency)),
            arguments.GetValue(s_twice)
        );
        try
        {
            // No timers: what they do each minute belongs to no mention.
            await using var run = await LocalHostRun.StartAsync(
                new LocalHostOptions { DeliverTwice = options.Twice, FunctionTypes = LocalHostOptions.WithoutTimers },
                stop
            );
            var report = await new MentionLoad(run, options).RunAsync(stop);
            foreach (var line in report.Lines())
            {
                Console.WriteLine(line);
            }

            return report.IsExact ? 0 : 1;
        }
        catch (Exception wrong) when (wrong is InvalidOperationException or OperationCanceledException)
        {
            await Console.Error.WriteLineAsync(wrong.Message);
            return 2;
        }
    }
}
