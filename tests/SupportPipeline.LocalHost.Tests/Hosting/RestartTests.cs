using System.Diagnostics;
using Azure.Storage.Queues;
using SupportPipeline.LocalHost.Hosting;
using SupportPipeline.LocalHost.Queues;
using SupportPipeline.LocalHost.Storage;

namespace SupportPipeline.LocalHost.Tests.Hosting;

public sealed class RestartTests
{
    private readonly string _data = Directory.CreateTempSubdirectory("restart").FullName;

    [Fact]
    public async Task Nothing_is_lost_when_the_local_host_is_killed()
    {
        using var host = Process.Start(
            new ProcessStartInfo("dotnet", [typeof(LocalHostRun).Assembly.Location, "serve", "--port", "0", "--data", _data])
            {
                RedirectStandardOutput = true,
                UseShellExecute = false,
            }
        )!;
        var queueEndpoint = "";
        while (await host.StandardOutput.ReadLineAsync() is { } line && !line.StartsWith("ready", StringComparison.Ordinal))
        {
            queueEndpoint = line.StartsWith("queues", StringComparison.Ordinal) ? line.Split(' ')[^1] : queueEndpoint;
        }

        var queue = new QueueClient(
            $"AccountName=devstoreaccount1;AccountKey={Azurite.Key};BlobEndpoint={queueEndpoint};TableEndpoint={queueEndpoint};QueueEndpoint={queueEndpoint}",
            "kept"
        );
        await queue.CreateIfNotExistsAsync();
        for (var number = 0; number < 20; number++)
        {
            await queue.SendMessageAsync($"message {number}");
        }

        host.Kill();

        await using var azurite = await Azurite.StartAsync(new() { DataDirectory = Path.Combine(_data, "azurite") }, default);
        var kept = await new QueueClient(azurite.ConnectionString, "kept").ReceiveMessagesAsync(32);
        Assert.Equal([.. Enumerable.Range(0, 20).Select(number => $"message {number}")], kept.Value.Select(message => message.MessageText));
    }

    [Fact]
    public async Task Messages_a_killed_run_had_in_work_come_back_at_once()
    {
        await using (var azurite = await Azurite.StartAsync(new() { DataDirectory = Path.Combine(_data, "azurite") }, default))
        {
            var queue = new QueueClient(
                azurite.ConnectionString,
                "orders",
                new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 }
            );
            await queue.CreateIfNotExistsAsync();
            await queue.SendMessageAsync("""{"item":"tea","count":3}""");
            var taken = (await queue.ReceiveMessageAsync(TimeSpan.FromMinutes(10))).Value;
            using var journal = InFlightJournal.Open(Path.Combine(_data, "in-flight.journal"));
            journal.Taken(new("orders", taken.MessageId, taken.PopReceipt));
        }

        await using var host = await SampleHost.StartAsync(typeof(QueueSample), options => options with { DataDirectory = _data });
        await host.IdleAsync();
        Assert.Equal(["tea x 3"], host.Sample.Seen);
    }

    [Fact]
    public async Task A_directory_belongs_to_one_local_host()
    {
        await using var first = await Azurite.StartAsync(new() { DataDirectory = _data }, default);
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            Azurite.StartAsync(new() { DataDirectory = _data }, default)
        );
        Assert.Equal($"{_data} is in use by another local host.", refused.Message);
    }

    [Fact]
    public void A_journal_forgets_what_was_done_and_a_line_cut_off()
    {
        var path = Path.Combine(_data, "in-flight.journal");
        using (var journal = InFlightJournal.Open(path))
        {
            journal.Taken(new("q", "1", "a"));
            journal.Taken(new("q", "2", "b"));
            journal.Taken(new("q", "1", "c"));
            journal.Done("q", "2");
        }

        File.AppendAllText(path, "- q 1");
        using var next = InFlightJournal.Open(path);
        Assert.Equal([new InFlightMessage("q", "1", "c")], next.Abandoned);
    }
}
