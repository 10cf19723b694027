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

    public static Command Create()
    {
        var command = new Command("broadcast", "Declares an incident, tells everybody affected, and counts who heard of it how often.")
        {
            s_recipients,
            s_bad,
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
        };
        try
        {
            var report = await new BroadcastRun(options) { Tell = Console.Error.WriteLine }.RunAsync(stop);
            foreach (var line in report.Lines())
            {
                Console.WriteLine(line);
            }

            return report.IsClean ? 0 : 1;
        }
        catch (Exception wrong) when (wrong is InvalidOperationException or OperationCanceledException or HttpRequestException)
        {
            await Console.Error.WriteLineAsync(wrong.Message);
            return 2;
        }
    }
}
