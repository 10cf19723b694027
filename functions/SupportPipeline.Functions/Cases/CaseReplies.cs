using SupportPipeline.Intake;
using SupportPipeline.Platform;
using SupportPipeline.Playbook;
using SupportPipeline.Replies;
using SupportPipeline.Replies.Courtesy;

namespace SupportPipeline.Cases;

/// <summary>Writes replies of a stored case: to its customer, in answer to the latest message. Pure but for the compiled templates.</summary>
public sealed class CaseReplies(ReplyWriter writer, Organisation organisation)
{
    /// <summary>Writes a reply from a template; null when the case has nobody to write to or nothing to answer.</summary>
    /// <param name="history">The case.</param>
    /// <param name="template">The template.</param>
    /// <param name="cause">Makes the reply unique together with the template.</param>
    /// <param name="answerBy">The time the reply names; null for the service goal from now.</param>
    /// <param name="now">The time of writing.</param>
    /// <param name="values">Further values for the template.</param>
    internal Reply? Write(
        CaseHistory history,
        string template,
        string cause,
        DateTimeOffset? answerBy,
        DateTimeOffset now,
        IReadOnlyDictionary<string, string>? values = null
    )
    {
        var automation = AutomationPolicy.Of(template, organisation);
        return automation == Automation.Off
            ? null
            : Write(history, template, cause, automation == Automation.Send ? "send" : "draft", answerBy, now, values);
    }

    /// <summary>Writes a draft from a template, with gaps where only a person knows; null when there is nobody to write to.</summary>
    internal Reply? WriteDraft(
        CaseHistory history,
        string template,
        string cause,
        DateTimeOffset now,
        IReadOnlyDictionary<string, string>? values
    )
    {
        var draft = Write(history, template, cause, "draft", null, now, values);
        var promises = ScenarioTable.RowOfTemplate(template).Schedule.Any(entry => entry.Kind == FollowUpKind.PromiseReminder);
        return draft is not null && promises ? draft with { PromisedBy = organisation.AnswerBy(now, history.Case.Urgency) } : draft;
    }

    private Reply? Write(
        CaseHistory history,
        string template,
        string cause,
        string result,
        DateTimeOffset? answerBy,
        DateTimeOffset now,
        IReadOnlyDictionary<string, string>? values
    )
    {
        if (Context(history, now) is not { } context)
        {
            return null;
        }

        var closesAt = history.Case.FollowUps.FirstOrDefault(followUp => followUp.Kind == FollowUpKind.CloseSilently)?.At;
        var all = new Dictionary<string, string>(values ?? new Dictionary<string, string>(StringComparer.Ordinal), StringComparer.Ordinal);
        if (closesAt is { } at)
        {
            var language = organisation.AnswerLanguage(context.Language ?? context.Message.Language);
            all["closesAt"] = TimeWords.Tell(at, organisation.Calendar.TimeZone, language);
        }

        var step = new PlanStep(
            StepKind.Reply,
            template,
            result,
            PlaybookReason.PlaybookSchedule,
            ScenarioTable.RowOfTemplate(template).Scenario
        );
        return writer.Write(step, context with { Cause = cause, AnswerBy = answerBy ?? context.AnswerBy, Values = all });
    }

    /// <summary>What a reply to the case is written from; null when there is nobody to write to or nothing to answer.</summary>
    internal ReplyContext? Context(CaseHistory history, DateTimeOffset now)
    {
        var snapshot = history.Case;
        if (history.LatestMessage is not { } message || !EmailAddress.TryParse(snapshot.CustomerAddress ?? "", out var to))
        {
            return null;
        }

        return new()
        {
            Message = new(
                message.Id,
                message.Subject.Length > 0 ? message.Subject : snapshot.Subject,
                message.OwnWords,
                snapshot.Language,
                message.ExternalId,
                [.. history.Messages.Where(earlier => earlier.Id < message.Id).Select(earlier => earlier.ExternalId).OfType<string>()]
            ),
            To = new Mailbox(snapshot.CustomerName, to),
            CaseId = snapshot.Id,
            Number = snapshot.Number,
            AnswerBy = organisation.AnswerBy(now, snapshot.Urgency),
            Topic = message.Triage.Topic,
            Mood = MoodOf(message),
            Now = now,
        };
    }

    /// <summary>How the customer felt in a message.</summary>
    internal static CustomerMood MoodOf(CaseMessage? message) =>
        message?.Triage.Sentiment is "negative" or "mixed" ? CustomerMood.Negative : CustomerMood.Calm;
}
