using System.Security.Cryptography;
using System.Text;
using SupportPipeline.Cases;
using SupportPipeline.Intake;
using SupportPipeline.Platform;
using SupportPipeline.Playbook;
using SupportPipeline.Replies;
using SupportPipeline.Replies.Courtesy;

namespace SupportPipeline.FollowUps;

/// <summary>
/// Mail that belongs to no case gets a quiet one: closed, in no list, with nothing in it but the mail. So it is claimed, sent and recorded like every other
/// reply, and the customer's answer finds its place and opens it. The id follows from the cause: the same cause opens the same case.
/// </summary>
public sealed class QuietCases(CaseWork work, CaseNumberSequence numbers, ReplyWriter writer, Organisation organisation, TimeProvider clock)
{
    /// <summary>Sends a mail to somebody.</summary>
    /// <returns>A value of <see cref="ReasonCode"/> when there was nothing to do; null when the case was opened.</returns>
    internal async Task<string?> SendAsync(QuietMail mail, CancellationToken cancellationToken)
    {
        var automation = AutomationPolicy.Of(mail.Template, organisation);
        if (automation == Automation.Off)
        {
            return PlaybookReason.TemplateOff;
        }

        var id = TimeOrderedId.Create(mail.At, SHA256.HashData(Encoding.UTF8.GetBytes($"{mail.Template}:{mail.Cause}")).AsSpan(0, 10));
        if (await work.ReadAsync(id, cancellationToken) is not null)
        {
            return FollowUpReason.ToldBefore;
        }

        var reply = Write(mail, id, await numbers.NextAsync(cancellationToken), automation, out var opened);
        await work.OpenAsync(
            new CaseChange(opened, null, null)
            {
                Replies = [reply],
                Events = [new($"opened-quietly:{mail.Template}", clock.GetUtcNow(), "opened-quietly", mail.Reason, mail.Template)],
            },
            cancellationToken
        );
        return null;
    }

    private Reply Write(QuietMail mail, TimeOrderedId id, CaseNumber number, Automation automation, out CaseSnapshot opened)
    {
        var now = clock.GetUtcNow();
        var step = new PlanStep(
            StepKind.Reply,
            mail.Template,
            automation == Automation.Send ? "send" : "draft",
            mail.Reason,
            ScenarioTable.RowOfTemplate(mail.Template).Scenario
        );
        var reply = writer.Write(
            step,
            new()
            {
                Message = new(id, "", "", mail.Language, null, []),
                To = mail.To,
                CaseId = id,
                Number = number,
                AnswerBy = now,
                Topic = "other",
                Mood = CustomerMood.Calm,
                Values = mail.Values,
                Now = now,
            }
        );

        // A draft waits for a person, and people look into open cases only.
        var isOpen = reply.State == ReplyState.Drafted;
        opened = new()
        {
            Id = id,
            Number = number,
            Subject = reply.Subject,
            State = isOpen ? CaseState.Open : CaseState.Closed,
            ClosedAt = isOpen ? null : now,
            Urgency = 4,
            Team = organisation.DefaultTeam,
            Language = mail.Language,
            CustomerId = mail.CustomerId,
            CustomerName = mail.To.Name,
            CustomerAddress = mail.To.Address.Value,
            Participants = [mail.To.Address.Hash],
            LastMessageAt = now,
            MessageCount = 0,
        };
        return reply;
    }
}

/// <summary>A mail that belongs to no case.</summary>
/// <param name="Template">Its template.</param>
/// <param name="Cause">What makes it unique with its template.</param>
/// <param name="At">The time it was meant for; the same whenever it is made.</param>
/// <param name="To">Whom it goes to.</param>
/// <param name="Language">In which language.</param>
/// <param name="Reason">A value of <see cref="ReasonCode"/>.</param>
/// <param name="CustomerId">The customer, when known.</param>
internal sealed record QuietMail(
    string Template,
    string Cause,
    DateTimeOffset At,
    Mailbox To,
    string Language,
    string Reason,
    string? CustomerId = null
)
{
    /// <summary>What the template is filled with.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
