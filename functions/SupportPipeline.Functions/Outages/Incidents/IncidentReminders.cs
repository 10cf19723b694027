using Microsoft.Extensions.Options;
using SupportPipeline.Outages.OnCall;

namespace SupportPipeline.Outages.Incidents;

/// <summary>Reminds on-call staff by mail, each of everything once.</summary>
public sealed class IncidentReminders(OnCallMails onCall, ReminderMail mails, IOptions<IncidentsOptions> options)
{
    /// <summary>Sends what is due.</summary>
    /// <returns>How many mails the service took.</returns>
    internal async Task<int> RemindAsync(IncidentSituation situation, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var sent = 0;
        foreach (var reminder in ReminderRules.Due(situation, now, options.Value))
        {
            sent += await onCall.SendOnceAsync(mails.Write(reminder, situation), cancellationToken);
        }

        return sent;
    }
}
