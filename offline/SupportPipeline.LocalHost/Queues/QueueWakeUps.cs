using System.Collections.Concurrent;
using Azure.Core;
using Azure.Core.Pipeline;

namespace SupportPipeline.LocalHost.Queues;

/// <summary>
/// Wakes a queue's listener when this process has sent a message to it, so that an idle local host answers at once and
/// still polls as rarely as host.json says.
/// </summary>
internal sealed class QueueWakeUps : HttpPipelinePolicy
{
    private const string Messages = "/messages";

    private readonly ConcurrentDictionary<string, Signal> _signals = new(StringComparer.Ordinal);

    public Signal For(string queue) => _signals.GetOrAdd(queue, static _ => new Signal());

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        ArgumentNullException.ThrowIfNull(message);
        await ProcessNextAsync(message, pipeline);
        WakeUp(message);
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        ArgumentNullException.ThrowIfNull(message);
        ProcessNext(message, pipeline);
        WakeUp(message);
    }

    private void WakeUp(HttpMessage message)
    {
        if (message.Request.Method != RequestMethod.Post || message.Response.Status != 201)
        {
            return;
        }

        var path = message.Request.Uri.Path.AsSpan();
        if (!path.EndsWith(Messages, StringComparison.Ordinal))
        {
            return;
        }

        var queue = path[..^Messages.Length];
        queue = queue[(queue.LastIndexOf('/') + 1)..];
        if (_signals.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(queue, out var signal))
        {
            signal.Set();
        }
    }
}
