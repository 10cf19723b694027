using SupportPipeline.Cases;
using SupportPipeline.Intake;
using SupportPipeline.Platform;
using SupportPipeline.Playbook;

namespace SupportPipeline.Replies;

/// <summary>Writes the replies of a plan: pure but for the compiled templates.</summary>
public sealed class ReplyWriter(TemplateCatalog templates, Organisation organisation)
{
    private const int MaxReferences = 20;
    private const int MaxReferenceLength = 200;

    /// <summary>
    /// Writes one: approved when it may go out and the template could be filled completely, else a draft that waits for a person. In a draft,
    /// what only a person knows stands in double brackets.
    /// </summary>
    internal Reply Write(PlanStep step, ReplyContext context)
    {
        var email = context.Email;
        var language = organisation.AnswerLanguage(email.Language);
        var values = Values(context, language);
        var (state, reason) = (step.Result == "send" ? ReplyState.Approved : ReplyState.Drafted, step.Reason);
        var result = templates.Render(step.What, language, TemplateChannel.Email, values);
        if (result is RenderResult.Incomplete)
        {
            (state, reason) = (ReplyState.Drafted, ReasonCode.TemplateIncomplete);
            result = templates.RenderDraft(step.What, language, TemplateChannel.Email, values);
        }

        var (subject, text) = result is RenderResult.Complete complete ? (complete.Subject, complete.Text) : (email.Subject, "");
        return new()
        {
            Id = $"{step.What}-{email.Id}",
            CaseId = context.CaseId,
            Scenario = step.What,
            State = state,
            To = context.To.Address,
            ToName = context.To.Name,
            Subject = subject,
            Text = text,
            Html = HtmlBody.FromText(text, language),
            Language = language,
            CauseId = email.Id,
            InReplyTo = IsSendable(email.MessageId) ? email.MessageId : null,
            References = [.. email.ReferenceChain.Where(IsSendable).TakeLast(MaxReferences)],
            CreatedAt = context.Now,
            Reason = reason,
        };
    }

    /// <summary>Everything a template can be filled with from the case itself.</summary>
    private Dictionary<string, string> Values(ReplyContext context, string language)
    {
        var team = organisation.TeamFor(context.Topic);
        var zone = organisation.Calendar.TimeZone;
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["customerName"] = Matter.GreetableName(context.To.Name) ?? "",
            ["subject"] = Matter.SubjectWithoutPrefixes(context.Email.Subject),
            ["matter"] = Matter.Of(context.Email.Subject, context.Email.OwnWords),
            ["caseNumber"] = context.Number.ToString(),
            ["answerBy"] = TimeWords.Tell(context.Plan.AnswerBy, zone, language),
            ["deskName"] = organisation.Name,
            ["askedTeam"] = team.CalledBy.GetValueOrDefault(language) ?? "",
            ["supervisorName"] = team.Supervisor ?? "",
            ["helpline"] = organisation.HelplineFor(language) ?? "",
        };
        if (context.Incident is { } incident)
        {
            values["component"] = incident.Component;
            values["incidentSummary"] = incident.Summary;
            values["nextUpdateBy"] = TimeWords.Tell(incident.NextUpdateBy, zone, language);
        }

        return values;
    }

    /// <summary>An id that can stand in a header: printable, no spaces or brackets, of a sane length.</summary>
    private static bool IsSendable(string? messageId) =>
        messageId is { Length: > 0 and <= MaxReferenceLength }
        && !messageId.AsSpan().ContainsAnyExceptInRange('!', '~')
        && !messageId.AsSpan().ContainsAny('<', '>');
}

/// <summary>What a reply is written from.</summary>
/// <param name="Email">The message it answers.</param>
/// <param name="To">Whom it goes to.</param>
/// <param name="CaseId">The case.</param>
/// <param name="Number">Its number.</param>
/// <param name="Plan">The plan it is part of.</param>
/// <param name="Topic">What the message is about, as triage names it.</param>
/// <param name="Incident">The open incident it matches.</param>
/// <param name="Now">The time of writing.</param>
internal sealed record ReplyContext(
    InboundEmail Email,
    Mailbox To,
    TimeOrderedId CaseId,
    CaseNumber Number,
    Plan Plan,
    string Topic,
    IncidentFacts? Incident,
    DateTimeOffset Now
);
