using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SupportPipeline.Replies;

namespace SupportPipeline.Outages.Incidents;

/// <summary>Reminds on-call staff by mail, each of everything once.</summary>
public sealed partial class IncidentReminders(
    ReminderLedger ledger,
    ReminderMail mails,
    IMailTransport transport,
    ReminderSettings settings,
    ILogger<IncidentReminders> logger
)
{
    /// <summary>Sends what is due.</summary>
    /// <returns>How many mails the service took.</returns>
    internal async Task<int> RemindAsync(IncidentSituation situation, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var addresses = settings.Addresses;
        if (addresses.Count == 0)
        {
            return 0;
        }

        var sent = 0;
        foreach (var reminder in ReminderRules.Due(situation, now, settings.Options))
        {
            foreach (var address in addresses)
            {
                if (await ledger.TryClaimAsync(reminder, address, cancellationToken))
                {
                    var result = await transport.SendAsync(mails.Write(reminder, situation, address), cancellationToken);
                    sent += result is SendResult.Accepted ? 1 : 0;
                    if (result is SendResult.Unavailable unavailable)
                    {
                        Log.Later(logger, reminder.Kind, unavailable.Detail);
                        await ledger.ReleaseAsync(reminder, address, CancellationToken.None);
                    }
                    else if (result is not SendResult.Accepted)
                    {
                        // Refused, or nobody knows: a second one is not sent on a guess.
                        Log.NotSent(logger, reminder.Kind, reminder.SubjectId);
                    }
                }
            }
        }

        return sent;
    }

    private static partial class Log
    {
        [LoggerMessage(701, LogLevel.Information, "A reminder {Kind} waits, because the mail service is not there: {Detail}.")]
        public static partial void Later(ILogger logger, ReminderKind kind, string detail);

        [LoggerMessage(702, LogLevel.Error, "A reminder {Kind} about {SubjectId} may not have reached everybody.")]
        public static partial void NotSent(ILogger logger, ReminderKind kind, string subjectId);
    }
}

/// <summary>Whom reminders go to: nobody while sending is switched off, and outside production only those on the allow list.</summary>
public sealed class ReminderSettings(IOptions<IncidentsOptions> options, IOptions<RepliesOptions> replies)
{
    private readonly OutboundAllowList _allowed = OutboundAllowList.Parse(replies.Value.AllowList);

    internal IncidentsOptions Options => options.Value;

    internal IReadOnlyList<Platform.EmailAddress> Addresses =>
        replies.Value.Enabled ? [.. options.Value.ReadAddresses().Where(_allowed.Lets)] : [];
}
