using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using SupportPipeline.Platform;
using SupportPipeline.Social.Mentions;

namespace SupportPipeline.Social.Alerts;

/// <summary>Keeps alerts, each cause once, and has them told. One that is muted, or one too many, is kept with the reason.</summary>
public sealed class AlertRaising(AlertStore alerts, QueueSender queue, IOptions<AlertsOptions> options, TimeProvider clock)
{
    /// <summary>The settings.</summary>
    internal AlertsOptions Options => options.Value;

    /// <summary>Now.</summary>
    internal DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>The id of an alert about a moment.</summary>
    internal static string IdOf(string key, DateTimeOffset at) =>
        TimeOrderedId.Create(at, SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, 10)).Value;

    /// <summary>Raises an alert; raising it again has it told when that was not begun.</summary>
    /// <param name="alert">The alert.</param>
    /// <param name="mention">The mention it is about; null when it is about many.</param>
    /// <param name="cancellationToken">The caller gives up.</param>
    internal async Task RaiseAsync(MentionAlert alert, Mention? mention, CancellationToken cancellationToken)
    {
        if (await alerts.LoadAsync(alert.Id, cancellationToken) is { } known)
        {
            if (known.Alert is { NotTold: null, Deliveries.Count: 0 })
            {
                await queue.SendAsync(new MentionAlertDue(alert.Id), cancellationToken);
            }

            return;
        }

        var now = Now;
        var mutes = await alerts.MutesAsync(cancellationToken);
        var notTold =
            mutes.Any(mute => mute.Silences(alert, mention, now)) ? SocialReason.AlertMuted
            : await alerts.AreToldAsync(Options.MaxPerHour, now - TimeSpan.FromHours(1), cancellationToken) ? SocialReason.AlertRateReached
            : null;
        await alerts.TryAddAsync(alert with { NotTold = notTold }, cancellationToken);
        if (notTold is null)
        {
            await queue.SendAsync(new MentionAlertDue(alert.Id), cancellationToken);
        }
    }
}
