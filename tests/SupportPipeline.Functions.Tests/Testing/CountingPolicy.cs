using Azure.Core;
using Azure.Core.Pipeline;

namespace SupportPipeline.Testing;

/// <summary>Counts the storage requests of a client.</summary>
internal sealed class CountingPolicy : HttpPipelineSynchronousPolicy
{
    private int _count;

    public int Count => Volatile.Read(ref _count);

    public void Reset() => Volatile.Write(ref _count, 0);

    public override void OnSendingRequest(HttpMessage message) => Interlocked.Increment(ref _count);
}
