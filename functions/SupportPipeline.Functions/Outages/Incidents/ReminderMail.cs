using SupportPipeline.Outages.OnCall;
using SupportPipeline.Platform;
using SupportPipeline.Replies;

namespace SupportPipeline.Outages.Incidents;

/// <summary>Writes reminders to on-call staff, in English. It touches nothing outside.</summary>
public sealed class ReminderMail(Organisation organisation, IncidentTexts texts)
{
    /// <summary>Writes one.</summary>
    internal OnCallMail Write(Reminder reminder, IncidentSituation situation)
    {
        var (subject, text) = Words(reminder, situation);
        return new(reminder.Key, subject, text);
    }

    private (string Subject, string Text) Words(Reminder reminder, IncidentSituation situation)
    {
        if (reminder.Kind == ReminderKind.ComponentLeft)
        {
            var left = situation.Components.First(one => one.Component.Id == reminder.SubjectId).Component;
            return (
                $"Still not operational: {texts.NameOf(left)}",
                $"{texts.NameOf(left)} has been “{IncidentWords.Of(left.State)}” since {Tell(reminder.At)}, and no open incident says why.\n\n"
                    + "If it works again, set it to operational. If it does not, declare an incident, so that customers know."
            );
        }

        var its = situation.Open.First(incident => incident.Id == reminder.SubjectId);
        var name = its.Names.GetValueOrDefault(organisation.DefaultLanguage) ?? its.Id;
        var by = its.Updates.Count > 0 ? its.Updates[^1].By : "nobody";
        return reminder.Kind switch
        {
            ReminderKind.UpdateNear => (
                $"Update due by {Tell(reminder.At)}: {name}",
                $"Customers were promised the next update of “{name}” by {Tell(reminder.At)}. The last one was written by {by}.\n\n"
                    + "If there is nothing new yet, say so, and name the time of the next update."
            ),
            ReminderKind.UpdateMissed => (
                $"Promised update is late: {name}",
                $"Customers were promised an update of “{name}” by {Tell(reminder.At)}, and none was written. The last one was by {by}.\n\n"
                    + "Please write one now. A sentence is enough: what you are doing, and when they will hear more."
            ),
            ReminderKind.MaintenanceSoon => (
                $"Maintenance begins at {Tell(reminder.At)}: {name}",
                $"“{name}” begins at {Tell(reminder.At)}{(its.Plan!.IsAutomatic ? ", by itself" : "")}.\n\n"
                    + "If it cannot, move it or call it off now, so that customers hear of it in time."
            ),
            _ => (
                $"Maintenance needs you: {name}",
                $"“{name}” is “{IncidentWords.Of(its.State)}”, although its time came at {Tell(reminder.At)}.\n\n"
                    + "Move it on, or move its times, so that the status page says what is true."
            ),
        };
    }

    private string Tell(DateTimeOffset at) => TimeWords.Tell(at, organisation.Calendar.TimeZone, "en");
}
