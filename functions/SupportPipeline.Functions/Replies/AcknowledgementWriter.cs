using Microsoft.Extensions.Options;
using SupportPipeline.Cases;
using SupportPipeline.Intake;
using SupportPipeline.Platform;

namespace SupportPipeline.Replies;

/// <summary>Writes the acknowledgement of a message: pure but for the compiled templates.</summary>
public sealed class AcknowledgementWriter(TemplateCatalog templates, Desk desk, IOptions<RepliesOptions> options)
{
    private const string Scenario = "acknowledgement";
    private const int MaxReferences = 20;
    private const int MaxReferenceLength = 200;

    /// <summary>Writes it: approved when the template could be filled completely, else a draft that waits for a person.</summary>
    internal Reply Write(InboundEmail email, Mailbox to, TimeOrderedId caseId, CaseNumber number, DateTimeOffset now)
    {
        var language = TemplateCatalog.Languages.Contains(email.Language, StringComparer.Ordinal) ? email.Language : desk.DefaultLanguage;
        var answerBy = TimeWords.RoundUpToHour(email.ReceivedAt.AddHours(options.Value.AnswerWithinHours));
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["customerName"] = Matter.GreetableName(to.Name) ?? "",
            ["subject"] = Matter.SubjectWithoutPrefixes(email.Subject),
            ["matter"] = Matter.Of(email.Subject, email.OwnWords),
            ["caseNumber"] = number.ToString(),
            ["answerBy"] = TimeWords.Tell(answerBy, desk.TimeZone, language),
            ["deskName"] = desk.Name,
        };
        var (state, reason, subject, text) = templates.Render(Scenario, language, TemplateChannel.Email, values) switch
        {
            RenderResult.Complete complete => (ReplyState.Approved, ReasonCode.FirstMessage, complete.Subject, complete.Text),
            RenderResult.Incomplete => (ReplyState.Drafted, ReasonCode.TemplateIncomplete, email.Subject, ""),
            _ => throw new InvalidOperationException("A template ended in a way nobody has thought of."),
        };
        return new()
        {
            Id = $"ack-{email.Id}",
            CaseId = caseId,
            Scenario = Scenario,
            State = state,
            To = to.Address,
            ToName = to.Name,
            Subject = subject,
            Text = text,
            Html = HtmlBody.FromText(text, language),
            Language = language,
            CauseId = email.Id,
            InReplyTo = IsSendable(email.MessageId) ? email.MessageId : null,
            References = [.. email.ReferenceChain.Where(IsSendable).TakeLast(MaxReferences)],
            CreatedAt = now,
            Reason = reason,
        };
    }

    /// <summary>An id that can stand in a header: printable, no spaces or brackets, of a sane length.</summary>
    private static bool IsSendable(string? messageId) =>
        messageId is { Length: > 0 and <= MaxReferenceLength }
        && !messageId.AsSpan().ContainsAnyExceptInRange('!', '~')
        && !messageId.AsSpan().ContainsAny('<', '>');
}
