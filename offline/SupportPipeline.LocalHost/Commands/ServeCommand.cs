using System.CommandLine;
using SupportPipeline.LocalHost.Hosting;

namespace SupportPipeline.LocalHost.Commands;

/// <summary><c>serve</c>: runs the function app until it is stopped. Also what happens without a command.</summary>
internal static class ServeCommand
{
    private static readonly Option<int> s_port = new("--port")
    {
        Description = "Port of the front door on 127.0.0.1; 0 takes a free one.",
        DefaultValueFactory = _ => 7071,
    };

    private static readonly Option<DirectoryInfo?> s_data = new("--data")
    {
        Description = "Directory to keep everything in; without it, in memory.",
    };

    private static readonly Option<string?> s_storage = new("--storage")
    {
        Description = "Connection string of a storage account to use instead of starting Azurite.",
    };

    private static readonly Option<string?> s_signIn = new("--sign-in")
    {
        Description = "'required' asks for function keys and a signed-in role.",
    };

    private static readonly Option<string?> s_sendGrid = new("--sendgrid")
    {
        Description = "Address of a mail service to use instead of the sink of this process.",
    };

    private static readonly Option<TimeSpan> s_clockAhead = new("--clock-ahead")
    {
        Description = "How far ahead of real time the clock starts, as /local/clock takes it.",
    };

    private static readonly Option<bool> s_deliverTwice = new("--deliver-twice")
    {
        Description = "Hands every queue message to two invocations at once, and brings some again although they were processed.",
    };

    private static readonly Option<bool> s_untilInputEnds = new("--until-input-ends")
    {
        Description = "Stops when standard input ends: with the process that started this one.",
    };

    public static Command Create()
    {
        s_signIn.AcceptOnlyFromAmong("required");
        var command = new Command("serve", "Runs the function app until it is stopped (the default command).");
        AddTo(command);
        return command;
    }

    /// <summary>Gives a command the options and the action of <c>serve</c>.</summary>
    public static void AddTo(Command command)
    {
        ArgumentNullException.ThrowIfNull(command);
        command.Options.Add(s_port);
        command.Options.Add(s_data);
        command.Options.Add(s_storage);
        command.Options.Add(s_signIn);
        command.Options.Add(s_sendGrid);
        command.Options.Add(s_clockAhead);
        command.Options.Add(s_deliverTwice);
        command.Options.Add(s_untilInputEnds);
        command.SetAction(ServeAsync);
    }

    private static async Task<int> ServeAsync(ParseResult arguments, CancellationToken stop)
    {
        var options = new LocalHostOptions
        {
            Port = arguments.GetValue(s_port),
            DataDirectory = arguments.GetValue(s_data)?.FullName,
            StorageConnectionString = arguments.GetValue(s_storage),
            SignInRequired = arguments.GetValue(s_signIn) is not null,
            ClockAhead = arguments.GetValue(s_clockAhead),
            DeliverTwice = arguments.GetValue(s_deliverTwice),
            Configuration = arguments.GetValue(s_sendGrid) is { } sendGrid
                ? new Dictionary<string, string?>(StringComparer.Ordinal) { ["SendGrid:Host"] = sendGrid.TrimEnd('/') }
                : new(StringComparer.Ordinal),
        };
        try
        {
            await using var run = await LocalHostRun.StartAsync(options, stop);
            Announce(run);
            await UntilStoppedAsync(arguments.GetValue(s_untilInputEnds), stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return 0;
        }
        catch (InvalidOperationException cannotStart)
        {
            await Console.Error.WriteLineAsync(cannotStart.Message);
            return 1;
        }
        catch (OperationCanceledException)
        {
            return 0;
        }
    }

    private static async Task UntilStoppedAsync(bool untilInputEnds, CancellationToken stop)
    {
        if (!untilInputEnds)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, stop);
        }

        while (await Console.In.ReadLineAsync(stop) is not null) { }
    }

    private static void Announce(LocalHostRun run)
    {
        if (run.Key.IsRequired)
        {
            Console.WriteLine($"function key  {run.Key.Value}");
        }

        if (run.Azurite is { } azurite)
        {
            Console.WriteLine($"blobs         {azurite.BlobEndpoint}");
            Console.WriteLine($"queues        {azurite.QueueEndpoint}");
            Console.WriteLine($"tables        {azurite.TableEndpoint}");
        }

        Console.WriteLine($"health        {run.BaseAddress}local/health");
        Console.WriteLine($"ready         {run.BaseAddress}");
    }
}
