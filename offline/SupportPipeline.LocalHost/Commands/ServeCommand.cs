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
        };
        try
        {
            await using var run = await LocalHostRun.StartAsync(options, stop);
            Announce(run);
            await Task.Delay(Timeout.InfiniteTimeSpan, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
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
