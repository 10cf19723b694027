using SupportPipeline.Cases;
using SupportPipeline.Intake;
using SupportPipeline.Platform;
using SupportPipeline.Playbook;
using SupportPipeline.Replies.Courtesy;

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
        var message = context.Message;
        var language = organisation.AnswerLanguage(context.Language ?? message.Language);
        var values = Values(context, language);
        var (state, reason) = (step.Result == "send" ? ReplyState.Approved : ReplyState.Drafted, step.Reason);
        var result = templates.Render(step.What, language, TemplateChannel.Email, values);
        if (result is RenderResult.Incomplete)
        {
            (state, reason) = (ReplyState.Drafted, ReasonCode.TemplateIncomplete);
            result = templates.RenderDraft(step.What, language, TemplateChannel.Email, values);
        }

        var (subject, text) = result is RenderResult.Complete complete ? (complete.Subject, complete.Text) : (message.Subject, "");
        var findings = Check(step, context, text, language, values);
        if (state == ReplyState.Approved && !CourtesyCheck.Passes(findings))
        {
            (state, reason) = (ReplyState.Drafted, PlaybookReason.CourtesyBlocked);
        }

        return new()
        {
            Id = $"{step.What}-{context.Cause ?? message.Id.Value}",
            CaseId = context.CaseId,
            Scenario = step.What,
            State = state,
            To = context.To.Address,
            ToName = context.To.Name,
            Subject = subject,
            Text = text,
            Html = HtmlBody.FromText(text, language),
            Language = language,
            CauseId = message.Id,
            InReplyTo = Sendable(message.MessageId),
            References = Sendable(message.ReferenceChain),
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
                Mood = context.Mood,
                CustomerWords = [InsertedValue.Of("matter", values["matter"]), InsertedValue.Of("customerName", values["customerName"])],
                CustomerContacts = [context.To.Address.Value],
                DeskContacts = [.. desk.OwnAddresses.Select(address => address.Value)],
                Jargon = organisation.Jargon.GetValueOrDefault(language, []),
            }
        );

    /// <summary>Everything a template can be filled with from the case itself.</summary>
    private Dictionary<string, string> Values(ReplyContext context, string language)
    {
        var team = organisation.TeamFor(context.Topic);
        var zone = organisation.Calendar.TimeZone;
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["customerName"] = Matter.GreetableName(context.To.Name) ?? "",
            ["subject"] = Matter.SubjectWithoutPrefixes(context.Message.Subject),
            ["matter"] = Matter.Of(context.Message.Subject, context.Message.OwnWords),
            ["caseNumber"] = context.Number.ToString(),
            ["answerBy"] = TimeWords.Tell(context.AnswerBy, zone, language),
            ["deskName"] = organisation.Name,
            ["askedTeam"] = team.CalledBy.GetValueOrDefault(language) ?? "",
            ["supervisorName"] = team.Supervisor ?? "",
            ["helpline"] = organisation.HelplineFor(language) ?? "",
        };
        if (context.Incident is { } incident)
        {
            values["component"] = incident.Component;
            values["incidentSummary"] = incident.Summary;

            // A time nobody promised is left out, and the reply waits for a person.
            values["nextUpdateBy"] = incident.NextUpdateBy is { } by ? TimeWords.Tell(by, zone, language) : "";
        }

        foreach (var (name, value) in context.Values)
        {
            values[name] = value;
        }

        return values;
    }

    /// <summary>An external id if it can stand in a header; else null.</summary>
    internal static string? Sendable(string? messageId) => IsSendable(messageId) ? messageId : null;

    /// <summary>The end of a reference chain as it can stand in a header.</summary>
    internal static IReadOnlyList<string> Sendable(IReadOnlyList<string> references) =>
        [.. references.Where(IsSendable).TakeLast(MaxReferences)];

    /// <summary>An id that can stand in a header: printable, no spaces or brackets, of a sane length.</summary>
    private static bool IsSendable(string? messageId) =>
        messageId is { Length: > 0 and <= MaxReferenceLength }
        && !messageId.AsSpan().ContainsAnyExceptInRange('!', '~')
        && !messageId.AsSpan().ContainsAny('<', '>');
}

/// <summary>What a reply is written from.</summary>
internal sealed record ReplyContext
{
    /// <summary>The message it answers.</summary>
    public required AnsweredMessage Message { get; init; }

    /// <summary>Whom it goes to.</summary>
    public required Mailbox To { get; init; }

    /// <summary>The case.</summary>
    public required TimeOrderedId CaseId { get; init; }

    /// <summary>Its number.</summary>
    public required CaseNumber Number { get; init; }

    /// <summary>When a person has answered at the latest.</summary>
    public required DateTimeOffset AnswerBy { get; init; }

    /// <summary>The topic, as triage names it.</summary>
    public required string Topic { get; init; }

    /// <summary>How the customer feels.</summary>
    public required CustomerMood Mood { get; init; }

    /// <summary>The open incident it matches.</summary>
    public IncidentFacts? Incident { get; init; }

    /// <summary>The language the customer prefers; null when only that of the message is known.</summary>
    public string? Language { get; init; }

    /// <summary>What causes it when that is not the message itself; together with the template it makes the reply unique in its case.</summary>
    public string? Cause { get; init; }

    /// <summary>Further values for the template, over the usual ones.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The time of writing.</summary>
    public required DateTimeOffset Now { get; init; }
}

/// <summary>As much of a message as an answer to it needs.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Subject">Its subject.</param>
/// <param name="OwnWords">The customer's own words.</param>
/// <param name="Language">Its language.</param>
/// <param name="MessageId">Its external id, without brackets.</param>
/// <param name="ReferenceChain">The reference chain up to it, oldest first.</param>
internal sealed record AnsweredMessage(
    TimeOrderedId Id,
    string Subject,
    string OwnWords,
    string Language,
    string? MessageId,
    IReadOnlyList<string> ReferenceChain
)
{
    /// <summary>Of an email that was just read.</summary>
    public static AnsweredMessage Of(InboundEmail email) =>
        // What a colleague forwarded has an id that the customer's mail program never saw.
        email.ForwardedBy
            is null
            ? new(email.Id, email.Subject, email.OwnWords, email.Language, email.MessageId, email.ReferenceChain)
            : new(email.Id, email.Subject, email.OwnWords, email.Language, null, []);
}
