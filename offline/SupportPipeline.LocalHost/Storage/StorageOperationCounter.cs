using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Azure.Core;
using Azure.Core.Pipeline;

namespace SupportPipeline.LocalHost.Storage;

/// <summary>
/// Counts the requests to storage by service and operation, <c>queue put</c> or <c>table batch</c>, retries each time, and the table entities that
/// storage had to read out for them.
/// </summary>
internal sealed class StorageOperationCounter(StorageAddresses addresses) : HttpPipelinePolicy
{
    public const string QueueGet = "queue get";
    public const string EmptyQueueGet = "queue get (empty)";

    private readonly ConcurrentDictionary<string, StrongBox<long>> _counts = new(StringComparer.Ordinal);
    private long _entitiesRead;

    /// <summary>Entities in the answers of queries and point reads so far.</summary>
    public long EntitiesRead => Interlocked.Read(ref _entitiesRead);

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        ArgumentNullException.ThrowIfNull(message);
        var operation = StorageOperation.Of(message.Request, addresses);
        Add(operation, 1);
        await ProcessNextAsync(message, pipeline);
        Interlocked.Add(ref _entitiesRead, TableEntities.In(message, operation));
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        ArgumentNullException.ThrowIfNull(message);
        var operation = StorageOperation.Of(message.Request, addresses);
        Add(operation, 1);
        ProcessNext(message, pipeline);
        Interlocked.Add(ref _entitiesRead, TableEntities.In(message, operation));
    }

    /// <summary>Says that a get, counted already, brought no message: what an idle host does is no cost of a message.</summary>
    public void GetWasEmpty()
    {
        Add(QueueGet, -1);
        Add(EmptyQueueGet, 1);
    }

    /// <summary>The counts so far.</summary>
    public StorageOperations Snapshot() =>
        new(_counts.ToDictionary(count => count.Key, count => Interlocked.Read(ref count.Value.Value), StringComparer.Ordinal));

    private void Add(string operation, int count) =>
        Interlocked.Add(ref _counts.GetOrAdd(operation, static _ => new StrongBox<long>()).Value, count);
}
