using System.Diagnostics;
using System.Text.Json;

namespace SupportPipeline.Platform;

/// <summary>
/// Carries a trace across queues: who sends writes where it belongs into the envelope (W3C Trace Context), who processes goes on there. So an email, what it
/// caused and the reply to it are one trace. Names are those of OpenTelemetry's semantic conventions for messaging. Nothing happens while nobody records.
/// </summary>
internal static class QueueTraces
{
    /// <summary>The name of the source of spans.</summary>
    public const string SourceName = "SupportPipeline";

    private const string System = "azure_storage_queues";

    private static readonly ActivitySource s_source = new(SourceName);

    /// <summary>Where the one who sends is, for the envelope; null when it is not recorded.</summary>
    public static string? Current => Activity.Current is { Recorded: true, IdFormat: ActivityIdFormat.W3C } activity ? activity.Id : null;

    /// <summary>Begins the span of a message that is sent.</summary>
    public static Activity? Send(string queue) =>
        s_source.StartActivity($"send {queue}", ActivityKind.Producer) is { } activity ? Tag(activity, queue, "send") : null;

    /// <summary>Begins the span of a message that is processed, below the one that sent it.</summary>
    public static Activity? Process(string queue, string queueMessage)
    {
        if (!s_source.HasListeners())
        {
            return null;
        }

        // The execution that the Functions host began has a trace of its own: linked, so that neither is lost.
        var execution = Activity.Current?.Context;
        var sender = SenderOf(queueMessage);
        var links = sender is not null && execution is { } of ? new[] { new ActivityLink(of) } : null;
        var activity = s_source.StartActivity(
            $"process {queue}",
            ActivityKind.Consumer,
            sender ?? execution ?? default,
            tags: null,
            links: links
        );
        return activity is null ? null : Tag(activity, queue, "process");
    }

    private static ActivityContext? SenderOf(string queueMessage)
    {
        try
        {
            var envelope = JsonSerializer.Deserialize(queueMessage, QueueJson.Default.QueueEnvelope);
            return ActivityContext.TryParse(envelope?.TraceParent, null, isRemote: true, out var context) ? context : null;
        }
        catch (JsonException)
        {
            // It ends as a dead letter, and the reason is told there.
            return null;
        }
    }

    private static Activity Tag(Activity activity, string queue, string operation) =>
        activity
            .SetTag("messaging.system", System)
            .SetTag("messaging.destination.name", queue)
            .SetTag("messaging.operation.name", operation)
            .SetTag("messaging.operation.type", operation);
}
