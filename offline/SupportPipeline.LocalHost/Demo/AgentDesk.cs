using Microsoft.Extensions.DependencyInjection;
using SupportPipeline.Cases;
using SupportPipeline.Platform;
using SupportPipeline.Playbook;
using SupportPipeline.Replies;
using SupportPipeline.Replies.Courtesy;
using SupportPipeline.Triage;
using Mailbox = SupportPipeline.Intake.Mailbox;

namespace SupportPipeline.LocalHost.Demo;

/// <summary>Asks the playbook and the writer of replies about cases of the story what they would do if an agent said something. Changes nothing.</summary>
internal sealed class AgentDesk(IServiceProvider services)
{
    private static readonly TimeSpan NextNews = TimeSpan.FromMinutes(45);

    private readonly MessageTriager _triager = services.GetRequiredService<MessageTriager>();
    private readonly ReplyWriter _writer = services.GetRequiredService<ReplyWriter>();
    private readonly Organisation _organisation = services.GetRequiredService<Organisation>();

    public async Task<AgentOutcome> AskAsync(AgentWord word, SoFar story, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(word);
        ArgumentNullException.ThrowIfNull(story);
        var step = story.Of(word.Step);
        if (step is not { Case: { } its, Message: { } message } || !EmailAddress.TryParse(message.From.Address, out var address))
        {
            throw new StoryBrokenException($"'{word.Step}' has no case an agent could speak about.");
        }

        var sender = new Mailbox(message.From.Name, address);
        var triage = await _triager.TriageAsync(message.TriagedText, cancellationToken);
        var facts = Facts(word, its, message, sender, triage);
        var plan = PlaybookRules.Decide(facts);
        return new(word, its, PlanDocument.Of(plan), Write(plan, facts, its, message));
    }

    private PlaybookFacts Facts(AgentWord word, CaseDocument its, MessageDocument message, Mailbox sender, MessageTriage triage)
    {
        var at = TimeOrderedId.Parse(message.Id).CreatedAt;
        return new()
        {
            Triage = triage,
            OwnWords = message.TriagedText,
            Sender = sender,
            OpensCase = word.IncidentIsOpen,
            ReceivedAt = at,
            Case = new CaseFacts
            {
                IsSolved = word.IsSolved,
                Urgency = its.Urgency,
                MessageCount = word.IncidentIsOpen ? 0 : its.MessageCount,
                Reopenings = word.Reopenings,
            },
            Incident = word.IncidentIsOpen
                ? new IncidentFacts(
                    "inc-1",
                    "Payments",
                    "Card payments fail since 06:50; our payment provider is working on it.",
                    at + NextNews
                )
                : null,
            Mark = word.Mark,
            Organisation = _organisation,
        };
    }

    private ReplyDocument? Write(Plan plan, PlaybookFacts facts, CaseDocument its, MessageDocument message)
    {
        if (plan.Replies.FirstOrDefault() is not { } reply || !CaseNumber.TryParse(its.Number, out var number))
        {
            return null;
        }

        var context = new ReplyContext
        {
            Message = new(TimeOrderedId.Parse(message.Id), message.Subject, message.OwnWords, message.Language, message.ExternalId, []),
            To = facts.Sender!,
            CaseId = TimeOrderedId.Parse(its.Id),
            Number = number,
            AnswerBy = plan.AnswerBy,
            Topic = TriageDocument.NameOf(facts.Triage.Topic),
            Mood = CustomerMoods.Of(facts.Triage),
            Incident = facts.Incident,
            Now = facts.ReceivedAt,
        };
        return ReplyDocument.Of(_writer.Write(reply, context));
    }
}
