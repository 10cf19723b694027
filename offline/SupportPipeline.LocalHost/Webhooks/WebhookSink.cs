using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace SupportPipeline.LocalHost.Webhooks;

/// <summary>What was posted to the stand-ins of chat webhooks, oldest first.</summary>
internal sealed class WebhookSink(TimeProvider clock)
{
    private readonly ConcurrentQueue<WebhookMessage> _all = new();

    /// <summary>All of it.</summary>
    public IReadOnlyCollection<WebhookMessage> All => _all;

    /// <summary>Takes a message.</summary>
    public void Add(string channel, JsonObject body) => _all.Enqueue(new(channel, body, clock.GetUtcNow()));
}

/// <summary>One message.</summary>
/// <param name="Channel"><c>slack</c> or <c>teams</c>.</param>
/// <param name="Body">Its JSON.</param>
/// <param name="At">When it came.</param>
internal sealed record WebhookMessage(string Channel, JsonObject Body, DateTimeOffset At);
