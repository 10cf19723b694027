using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using SupportPipeline.LocalHost.Storage;

namespace SupportPipeline.LocalHost.Load;

/// <summary>
/// What Azurite itself can do on this machine, with the clients and the concurrency of a load run but without the product: the
/// ceiling against which a run is to be read.
/// </summary>
internal sealed class StorageBaseline(string connectionString, int operations, int concurrency)
{
    private const int EntitiesPerBatch = 5;
    private const int MessagesPerGet = 32;
    private static readonly string Text = new('x', 600);

    /// <summary>Measures on an Azurite of its own, in memory.</summary>
    public static async Task<IReadOnlyList<string>> MeasureAsync(int operations, int concurrency, CancellationToken cancellationToken)
    {
        await using var azurite = await Azurite.StartAsync(new AzuriteOptions(), cancellationToken);
        return await new StorageBaseline(azurite.ConnectionString, operations, concurrency).MeasureAsync(cancellationToken);
    }

    private async Task<IReadOnlyList<string>> MeasureAsync(CancellationToken cancellationToken)
    {
        var table = new TableClient(connectionString, "Baseline");
        await table.CreateIfNotExistsAsync(cancellationToken);
        var container = new BlobContainerClient(connectionString, "baseline");
        await container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        var blob = BinaryData.FromString(string.Concat(Enumerable.Repeat(Text, 6)));
        return
        [
            await RateAsync("table insert", (i, ct) => table.AddEntityAsync(Entity($"i{i}", "row"), ct), cancellationToken),
            await RateAsync($"table batch of {EntitiesPerBatch}", (i, ct) => table.SubmitTransactionAsync(Batch(i), ct), cancellationToken),
            await RateAsync(
                "table get",
                (i, ct) => table.GetEntityAsync<TableEntity>($"i{i}", "row", cancellationToken: ct),
                cancellationToken
            ),
            .. await QueueRatesAsync(cancellationToken),
            await RateAsync("blob put", (i, ct) => container.GetBlobClient($"b{i}").UploadAsync(blob, ct), cancellationToken),
        ];
    }

    private async Task<IReadOnlyList<string>> QueueRatesAsync(CancellationToken cancellationToken)
    {
        var queue = new QueueClient(connectionString, "baseline");
        await queue.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        var received = new List<QueueMessage>();
        var put = await RateAsync("queue put", (_, ct) => queue.SendMessageAsync(Text, ct), cancellationToken);
        var started = TimeProvider.System.GetTimestamp();
        while (
            await queue.ReceiveMessagesAsync(MessagesPerGet, TimeSpan.FromMinutes(10), cancellationToken)
                is { Value: { Length: > 0 } messages }
        )
        {
            received.AddRange(messages);
        }

        var get = Rate($"queue get, {MessagesPerGet} at a time", received.Count, started);
        var delete = await RateAsync(
            "queue delete",
            (i, ct) => queue.DeleteMessageAsync(received[i].MessageId, received[i].PopReceipt, ct),
            cancellationToken
        );
        return [put, get, delete];
    }

    private static TableEntity Entity(string partition, string row) => new(partition, row) { ["Text"] = Text };

    private static IEnumerable<TableTransactionAction> Batch(int number) =>
        Enumerable
            .Range(0, EntitiesPerBatch)
            .Select(row => new TableTransactionAction(TableTransactionActionType.Add, Entity($"b{number}", $"row{row}")));

    private async Task<string> RateAsync(string name, Func<int, CancellationToken, Task> operation, CancellationToken cancellationToken)
    {
        var started = TimeProvider.System.GetTimestamp();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, operations),
            new ParallelOptions { MaxDegreeOfParallelism = concurrency, CancellationToken = cancellationToken },
            async (i, ct) => await operation(i, ct)
        );
        return Rate(name, operations, started);
    }

    private static string Rate(string name, int count, long started) =>
        LoadReportText.Line($"Azurite: {name}", $"{count / TimeProvider.System.GetElapsedTime(started).TotalSeconds:F0}/s");
}
