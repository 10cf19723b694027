using SupportPipeline.Cases;
using SupportPipeline.Intake;
using SupportPipeline.Platform;
using SupportPipeline.Playbook;
using SupportPipeline.Replies.Courtesy;
using SupportPipeline.Triage;

namespace SupportPipeline.Replies;

/// <summary>Writes the replies of a plan: pure but for the compiled templates.</summary>
public sealed class ReplyWriter(TemplateCatalog templates, CourtesyCheck courtesy, Organisation organisation, Desk desk)
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
        var findings = Check(step, context, text, language, values);
        if (state == ReplyState.Approved && !CourtesyCheck.Passes(findings))
        {
            (state, reason) = (ReplyState.Drafted, PlaybookReason.CourtesyBlocked);
        }

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
            Findings = [.. findings.Select(CourtesyFindingDocument.Of)],
        };
    }

    /// <summary>Every text is checked before it goes out, and every draft before a person sees it.</summary>
    private IReadOnlyList<CourtesyFinding> Check(
        PlanStep step,
        ReplyContext context,
        string text,
        string language,
        Dictionary<string, string> values
    ) =>
        courtesy.Check(
            new()
            {
                Text = text,
                Language = language,
                Scenario = ScenarioTable.RowOfTemplate(step.What).Scenario,
                CustomerName = Matter.GreetableName(context.To.Name),
                Mood = CustomerMoods.Of(context.Triage),
                CustomerWords = [InsertedValue.Of("matter", values["matter"]), InsertedValue.Of("customerName", values["customerName"])],
                CustomerContacts = [context.To.Address.Value],
                DeskContacts = [.. desk.OwnAddresses.Select(address => address.Value)],
                Jargon = organisation.Jargon.GetValueOrDefault(language, []),
            }
        );

    /// <summary>Everything a template can be filled with from the case itself.</summary>
    private Dictionary<string, string> Values(ReplyContext context, string language)
    {
        var team = organisation.TeamFor(TriageDocument.NameOf(context.Triage.Topic));
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
/// <param name="Triage">What was understood of the message.</param>
/// <param name="Incident">The open incident it matches.</param>
/// <param name="Now">The time of writing.</param>
internal sealed record ReplyContext(
    InboundEmail Email,
    Mailbox To,
    TimeOrderedId CaseId,
    CaseNumber Number,
    Plan Plan,
    MessageTriage Triage,
    IncidentFacts? Incident,
    DateTimeOffset Now
);
