using Microsoft.Extensions.Logging;
using SupportPipeline.Platform;

namespace SupportPipeline.Replies.DeliveryEvents;

/// <summary>
/// Applies the events of one kept request. Events about the same reply are folded first, so that a reply costs one storage operation however many events it
/// has; only refusals and complaints cost more. All of it may be done again, by several at once, and changes nothing then.
/// </summary>
public sealed partial class DeliveryEventApplication(
    DeliveryPayloadStore payloads,
    DeliveryNewsDesk news,
    SuppressionList suppressions,
    DeliveryEventFlow flow,
    ILogger<DeliveryEventApplication> logger
)
{
    /// <summary>Applies them.</summary>
    public async Task<Outcome> ApplyAsync(DeliveryEventsReceived received, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(received);
        DeliveryEventReading reading;
        await using (var payload = await payloads.FetchAsync(received.Blob, cancellationToken))
        {
            reading = await DeliveryEventReader.ReadAsync(payload.OpenRead(), cancellationToken);
        }

        foreach (var (reason, count) in reading.Skipped.CountBy(reason => reason, StringComparer.Ordinal))
        {
            Log.Skipped(logger, count, received.Blob, reason);
        }

        await news.ApplyAsync(reading.Events, cancellationToken);
        await ApplyConsentAsync(reading.Events, cancellationToken);
        if (reading.Events.Count > 0)
        {
            await flow.ArrivedAsync(reading.Events.Max(one => one.At), cancellationToken);
        }

        return new Outcome.Completed();
    }

    /// <summary>What the customer says about mail that was not asked for stops no answer to what the customer asked.</summary>
    private async Task ApplyConsentAsync(IReadOnlyList<DeliveryEvent> events, CancellationToken cancellationToken)
    {
        foreach (var one in events.OrderBy(one => one.At))
        {
            if (one is { Kind: DeliveryEventKind.Unsubscribed or DeliveryEventKind.Resubscribed, Address: { } address })
            {
                await suppressions.ConsentAsync(address, one.Kind == DeliveryEventKind.Resubscribed, one.At, cancellationToken);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(312, LogLevel.Warning, "{Count} delivery events of {Blob} could not be read: {Reason}.")]
        public static partial void Skipped(ILogger logger, int count, string blob, string reason);
    }
}
