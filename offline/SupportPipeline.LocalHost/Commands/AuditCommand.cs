using System.CommandLine;
using Azure;
using SupportPipeline.LocalHost.Audit;
using SupportPipeline.LocalHost.Sink;
using SupportPipeline.LocalHost.Storage;

namespace SupportPipeline.LocalHost.Commands;

/// <summary><c>audit</c>: walks everything an account holds and says what is lost, double or unexplained. Only reads.</summary>
internal static class AuditCommand
{
    private static readonly Option<string?> s_storage = new("--storage")
    {
        Description = "Connection string of the account; without it, the app setting SupportStorage in the environment.",
    };

    private static readonly Option<DirectoryInfo?> s_data = new("--data")
    {
        Description = "Data directory of a local host that does not run: its storage is started for the audit.",
    };

    private static readonly Option<FileInfo?> s_outbox = new("--outbox")
    {
        Description = "The mails that went out: the sink's outbox.jsonl.",
    };

    private static readonly Option<string?> s_sink = new("--sink")
    {
        Description = "Address of a running local host, whose sink is asked for the mails that went out.",
    };

    private static readonly Option<FileInfo?> s_accepted = new("--accepted")
    {
        Description = "The ids that senders were answered with, a line each; a storm writes them down.",
    };

    private static readonly Option<int?> s_grace = new("--grace")
    {
        Description = "Minutes that something may be under way: 10, or 0 with --data, where nothing runs.",
    };

    public static Command Create()
    {
        var command = new Command("audit", "Walks all tables, queues and blobs and says what is lost, double or unexplained; only reads.")
        {
            s_storage,
            s_data,
            s_outbox,
            s_sink,
            s_accepted,
            s_grace,
        };
        command.SetAction(AuditAsync);
        return command;
    }

    private static async Task<int> AuditAsync(ParseResult arguments, CancellationToken stop)
    {
        try
        {
            var data = arguments.GetValue(s_data)?.FullName;
            await using var azurite = data is null
                ? null
                : await Azurite.StartAsync(new() { DataDirectory = Path.Combine(data, "azurite") }, stop);
            await using var outbox = await OutboxAsync(arguments, data, stop);
            await using var answered = Open(arguments.GetValue(s_accepted)?.FullName ?? Below(data, AuditSetup.AnsweredFile));

            // Without any grace nothing is young, not even what a clock that was moved ahead dates into the future.
            var grace = arguments.GetValue(s_grace) ?? (data is null ? 10 : 0);
            var since = grace == 0 ? DateTimeOffset.MaxValue : TimeProvider.System.GetUtcNow() - TimeSpan.FromMinutes(grace);
            var account = AuditAccount.Open(azurite?.ConnectionString ?? arguments.GetValue(s_storage));
            return await RunAsync(AuditSetup.Of(account, outbox, answered, since), stop);
        }
        catch (Exception wrong) when (wrong is InvalidOperationException or RequestFailedException or HttpRequestException or IOException)
        {
            await Console.Error.WriteLineAsync(wrong.Message);
            return 2;
        }
        catch (OperationCanceledException)
        {
            return 2;
        }
    }

    private static async Task<int> RunAsync(AuditRun run, CancellationToken stop)
    {
        var report = await run.RunAsync(stop);
        foreach (var line in AuditText.Lines(report))
        {
            Console.WriteLine(line);
        }

        return report.IsClean ? 0 : 1;
    }

    private static async Task<Stream?> OutboxAsync(ParseResult arguments, string? data, CancellationToken stop)
    {
        if (arguments.GetValue(s_sink) is { } sink)
        {
            using var handler = new SocketsHttpHandler();
            using var client = new HttpClient(handler) { BaseAddress = new Uri(sink) };
            return new MemoryStream(await client.GetByteArrayAsync("local/outbox", stop));
        }

        return Open(arguments.GetValue(s_outbox)?.FullName ?? Below(data, OutboxFile.FileName));
    }

    private static string? Below(string? data, string file) =>
        data is not null && Path.Combine(data, file) is var path && File.Exists(path) ? path : null;

    private static FileStream? Open(string? path) =>
        path is null ? null : new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
}
