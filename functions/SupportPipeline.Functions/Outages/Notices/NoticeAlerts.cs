using System.Globalization;
using Microsoft.Extensions.Logging;
using SupportPipeline.Outages.Incidents;
using SupportPipeline.Outages.OnCall;
using SupportPipeline.Platform;

namespace SupportPipeline.Outages.Notices;

/// <summary>Tells on-call staff of a notice that stopped by itself: by mail, once each time, and in the log as long as it lasts.</summary>
public sealed partial class NoticeAlerts(
    OnCallMails onCall,
    IIncidentReader incidents,
    Organisation organisation,
    PipelineMetrics metrics,
    ILogger<NoticeAlerts> logger
)
{
    /// <summary>Tells them; by mail again only when it stopped again.</summary>
    internal async Task TellAsync(Notice notice, NoticeProgress progress, CancellationToken cancellationToken)
    {
        var incident = await incidents.FindAsync(notice.IncidentId, cancellationToken);
        var name = incident?.Names.GetValueOrDefault(organisation.DefaultLanguage) ?? notice.IncidentId;
        var key = string.Create(CultureInfo.InvariantCulture, $"notice-stopped|{notice.Id}|{notice.StoppedAt:O}");
        Log.Stopped(logger, notice.Id, notice.Reason ?? "");
        metrics.NoticePaused();
        await onCall.SendOnceAsync(new(key, $"Notice stopped: {name}", Text(notice, name, progress)), cancellationToken);
    }

    private static string Text(Notice notice, string name, NoticeProgress progress) =>
        $"The notice “{KebabCase.NameOf(notice.Kind)}” about “{name}” is stopped: {Why(notice.Reason)}\n\n"
        + string.Create(
            CultureInfo.InvariantCulture,
            $"Told: {progress.Sent}. Still waiting: {progress.Planned}. Nobody knows yet: {progress.Unknown}. Bounced: {progress.Bounced}.\n\n"
        )
        + "Let it go on when the cause is gone, or cancel it. Until then nobody more hears of it.";

    private static string Why(string? reason) =>
        reason switch
        {
            NoticeReason.MailBounced => "too many of its mails bounced. Look at whom it is for.",
            NoticeReason.ContentRefused => "the mail service refuses its content.",
            NoticeReason.MailServiceFailing => "the mail service failed too often in a row.",
            _ => "something is wrong with it.",
        };

    private static partial class Log
    {
        [LoggerMessage(502, LogLevel.Error, "Notice {NoticeId} is stopped ({Reason}); it waits for somebody on call.")]
        public static partial void Stopped(ILogger logger, string noticeId, string reason);
    }
}
