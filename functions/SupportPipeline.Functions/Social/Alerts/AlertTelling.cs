using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SupportPipeline.Platform;

namespace SupportPipeline.Social.Alerts;

/// <summary>
/// Tells an alert to every channel, each once. A channel is claimed in the alert before it is told. One that is not there is tried again for an hour; one
/// whose answer got lost is told a second time and then not again: better twice than not at all, and not more often.
/// </summary>
public sealed partial class AlertTelling(
    AlertStore alerts,
    AlertChannels channels,
    IOptions<AlertsOptions> options,
    TimeProvider clock,
    ILogger<AlertTelling> logger
)
{
    private const int MaxTries = 12;
    private const int MaxTriesUnknown = 2;
    private const int MaxRaces = 10;

    private static readonly TimeSpan s_again = TimeSpan.FromMinutes(5);

    private readonly TimeSpan _claim = TimeSpan.FromSeconds(options.Value.ClaimSeconds);

    /// <summary>Tells it.</summary>
    public async Task<Outcome> TellAsync(string alertId, CancellationToken cancellationToken)
    {
        if (await alerts.LoadAsync(alertId, cancellationToken) is not { } stored)
        {
            return new Outcome.Skipped(SocialReason.AlertUnknown);
        }

        if (stored.Alert.NotTold is { } reason)
        {
            return new Outcome.Skipped(reason);
        }

        TimeSpan? wait = null;
        foreach (var channel in channels.Names)
        {
            wait = Sooner(wait, await TellAsync(alertId, channel, cancellationToken));
        }

        return wait is { } after ? new Outcome.Deferred(after, SocialReason.AlertChannelDown) : new Outcome.Completed();
    }

    private static TimeSpan? Sooner(TimeSpan? one, TimeSpan? other) => one is null || other < one ? other ?? one : one;

    /// <summary>Tells one channel; returns after how long to try again.</summary>
    private async Task<TimeSpan?> TellAsync(string alertId, string channel, CancellationToken cancellationToken)
    {
        for (var race = 0; race < MaxRaces; race++)
        {
            var stored = (await alerts.LoadAsync(alertId, cancellationToken))!;
            var now = clock.GetUtcNow();
            var before = stored.Alert.Deliveries.GetValueOrDefault(channel);
            switch (before?.State)
            {
                case AlertDeliveryState.Sent or AlertDeliveryState.Failed:
                case AlertDeliveryState.Unknown or AlertDeliveryState.Claimed when before.Tries >= MaxTriesUnknown:
                    return null;
                case AlertDeliveryState.Claimed when now - before.At < _claim:
                    return _claim - (now - before.At);
                default:
                    break;
            }

            var claim = new AlertDelivery(AlertDeliveryState.Claimed, now, (before?.Tries ?? 0) + 1, null);
            if (await alerts.SaveAsync(stored, With(stored.Alert, channel, claim), cancellationToken) is null)
            {
                continue;
            }

            var answer = await channels.TellAsync(channel, stored.Alert, cancellationToken);
            var (delivery, again) = Judge(answer, claim, clock.GetUtcNow());
            Log.Told(logger, alertId, channel.Split('-')[0], delivery.State);
            await NoteAsync(alertId, channel, delivery);
            return again;
        }

        return s_again;
    }

    /// <summary>What an answer means for a channel.</summary>
    internal static (AlertDelivery Delivery, TimeSpan? Again) Judge(WebhookAnswer answer, AlertDelivery claim, DateTimeOffset now) =>
        answer switch
        {
            WebhookAnswer.Taken => (claim with { State = AlertDeliveryState.Sent, At = now }, null),
            WebhookAnswer.Refused refused => (claim with { State = AlertDeliveryState.Failed, At = now, Detail = refused.Detail }, null),
            WebhookAnswer.Unknown unknown => (
                claim with
                {
                    State = AlertDeliveryState.Unknown,
                    At = now,
                    Detail = unknown.Detail,
                },
                claim.Tries < MaxTriesUnknown ? s_again : null
            ),
            WebhookAnswer.NotThere gone when claim.Tries >= MaxTries => (
                claim with
                {
                    State = AlertDeliveryState.Failed,
                    At = now,
                    Detail = gone.Detail,
                },
                null
            ),
            WebhookAnswer.NotThere gone => (
                claim with
                {
                    State = AlertDeliveryState.Waiting,
                    At = now,
                    Detail = gone.Detail,
                },
                gone.RetryAfter is { } asked && asked > s_again ? asked : s_again
            ),
            _ => throw new InvalidOperationException($"{answer.GetType().Name} is no answer."),
        };

    private async Task NoteAsync(string alertId, string channel, AlertDelivery delivery)
    {
        for (var race = 0; race < MaxRaces; race++)
        {
            var stored = (await alerts.LoadAsync(alertId, CancellationToken.None))!;
            if (await alerts.SaveAsync(stored, With(stored.Alert, channel, delivery), CancellationToken.None) is not null)
            {
                return;
            }
        }
    }

    private static MentionAlert With(MentionAlert alert, string channel, AlertDelivery delivery) =>
        alert with
        {
            Deliveries = new Dictionary<string, AlertDelivery>(alert.Deliveries, StringComparer.Ordinal) { [channel] = delivery },
        };

    private static partial class Log
    {
        [LoggerMessage(631, LogLevel.Information, "Alert {AlertId} to {Channel}: {State}.")]
        public static partial void Told(ILogger logger, string alertId, string channel, AlertDeliveryState state);
    }
}
