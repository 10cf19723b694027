using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using SupportPipeline.LocalHost.Hosting;
using SupportPipeline.LocalHost.Load;
using SupportPipeline.Platform;
using SupportPipeline.Social.Mentions;
using SupportPipeline.Social.Mentions.Trend;

namespace SupportPipeline.LocalHost.Mentions;

/// <summary>Posts mentions through the front door, waits until they are processed, and counts what is stored.</summary>
internal sealed class MentionLoad(LocalHostRun run, MentionLoadOptions options)
{
    private const int MaxAttempts = 8;
    private const string Source = "load";

    private int _repeats;

    public async Task<MentionLoadReport> RunAsync(CancellationToken cancellationToken)
    {
        using var handler = new SocketsHttpHandler { MaxConnectionsPerServer = options.Concurrency };
        using var http = new HttpClient(handler) { BaseAddress = run.BaseAddress };
        var before = run.StorageOperations.Snapshot();
        var started = Stopwatch.StartNew();
        var requests = Enumerable.Range(0, options.Mentions).Chunk(options.Batch).ToList();
        await Parallel.ForEachAsync(
            requests,
            new ParallelOptions { MaxDegreeOfParallelism = options.Concurrency, CancellationToken = cancellationToken },
            async (numbers, cancellation) => await PostAsync(http, numbers, cancellation)
        );
        var accepted = started.Elapsed;
        await WaitAsync(http, cancellationToken);
        var processed = started.Elapsed;
        var operations = run.StorageOperations.Snapshot().Since(before);
        var health = await HostHealth.ReadAsync(http, cancellationToken);
        var (counts, mentions, entries) = await CountAsync(cancellationToken);
        return new(options, requests.Count, accepted, processed)
        {
            Counted = counts.All + counts.Spam,
            Firsts = counts.Firsts,
            Stored = mentions,
            Entries = entries,
            Refused = _repeats,
            DeadLetters = health.Poison?.Values.Sum() ?? 0,
            Operations = operations,
            HostBytes = ProcessMemory.Peak(Environment.ProcessId),
            StorageBytes = run.Azurite?.ProcessIds.Sum(ProcessMemory.Peak) ?? 0,
        };
    }

    private async Task PostAsync(HttpClient http, int[] numbers, CancellationToken cancellationToken)
    {
        var now = run.Clock.GetUtcNow();
        var items = new JsonArray([.. numbers.Select(number => SyntheticMentions.Post(number, Source, now))]);
        var body = System.Text.Encoding.UTF8.GetBytes(items.ToJsonString());
        for (var attempt = 1; attempt <= MaxAttempts; attempt++)
        {
            using var content = new ByteArrayContent(body);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            using var response = await http.PostAsync(new Uri("api/inbound/social/generic", UriKind.Relative), content, cancellationToken);
            if (response.IsSuccessStatusCode)
            {
                return;
            }

            Interlocked.Increment(ref _repeats);
            if ((int)response.StatusCode < 500)
            {
                throw new InvalidOperationException(
                    $"The front door answered {(int)response.StatusCode}: {await response.Content.ReadAsStringAsync(cancellationToken)}"
                );
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50 << attempt), TimeProvider.System, cancellationToken);
        }

        throw new InvalidOperationException("The front door did not take a request.");
    }

    private static async Task WaitAsync(HttpClient http, CancellationToken cancellationToken)
    {
        while (!(await HostHealth.ReadAsync(http, cancellationToken)).Idle)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, cancellationToken);
        }
    }

    private async Task<(MentionCounts Counts, int Mentions, int Entries)> CountAsync(CancellationToken cancellationToken)
    {
        var table = run.Services.GetRequiredService<TableServiceClient>().GetTableClient(StorageNames.MentionsTable);
        var (counts, mentions, entries) = (new MentionCounts(), 0, 0);
        await foreach (var row in table.QueryAsync<TableEntity>(cancellationToken: cancellationToken))
        {
            var kind = row.RowKey[..2];
            counts = kind == MentionRows.Count ? counts.Plus(MentionCountRows.ToCounts(row)) : counts;
            mentions += kind is MentionRows.First or MentionRows.Copy ? 1 : 0;
            entries += kind == MentionRows.Entry ? 1 : 0;
        }

        return (counts, mentions, entries);
    }
}

/// <summary>How much is posted, and how.</summary>
/// <param name="Mentions">How many mentions.</param>
/// <param name="Batch">How many in a request.</param>
/// <param name="Concurrency">How many clients post at once.</param>
/// <param name="Twice">Whether queue messages are delivered twice.</param>
internal sealed record MentionLoadOptions(int Mentions, int Batch, int Concurrency, bool Twice);
