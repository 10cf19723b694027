using Microsoft.Extensions.Options;
using SupportPipeline.Customers;
using SupportPipeline.Intake;
using SupportPipeline.Platform;
using SupportPipeline.Playbook;
using SupportPipeline.Replies;
using SupportPipeline.Replies.Courtesy;
using SupportPipeline.Triage;

namespace SupportPipeline.Cases;

/// <summary>Decides what a message changes: the case, the message's entry with every reason, and the replies. Pure but for the compiled templates.</summary>
public sealed class MessageDecision(
    ReplyWriter replyWriter,
    Organisation organisation,
    IOptions<CasesOptions> options,
    IOptions<RepliesOptions> replies
)
{
    private const int MaxMoods = 10;

    /// <summary>A message that opens a case.</summary>
    internal CaseChange Open(ReceivedEmail received, Placement.New placement, CaseNumber number, DateTimeOffset now)
    {
        var email = received.Email;
        var plan = Decide(Facts(received, new CaseFacts(), opensCase: true, placement.HeldReason), received.Customer);
        var written = Write(received, plan, email.Id, number, now);
        var snapshot = new CaseSnapshot
        {
            Id = email.Id,
            Number = number,
            Subject = email.Subject,
            Urgency = plan.Urgency,
            Team = plan.Team,
            State = placement.HeldReason is null ? CaseState.Open : CaseState.Held,
            HeldReason = placement.HeldReason,
            Language = received.Customer?.Language ?? email.Language,
            CustomerId = received.Customer?.Id,
            CustomerName = email.From?.Name ?? email.Social?.Name,
            CustomerAddress = email.From?.Address.Value,
            Participants = Participants([], email),
            LastMessageAt = email.ReceivedAt,
            WaitingSince = email.Automatic is null && placement.HeldReason is null ? email.ReceivedAt : null,
            LinkedCaseId = placement.LinkedCaseId,
        };
        var thread = new Decision(
            "thread",
            placement.LinkedCaseId is null ? "opened" : "opened-linked",
            placement.Reason,
            placement.LinkedCaseId?.Value
        );
        return new(Apply(snapshot, plan, received, written), null, null)
        {
            Message = Message(received, thread, plan),
            Replies = written,
            Events = Notes(email),
        };
    }

    /// <summary>A message that joins a case.</summary>
    internal CaseChange Join(ReceivedEmail received, Placement.Existing placement, DateTimeOffset now)
    {
        var email = received.Email;
        var before = placement.Found.Case;
        // A case we opened ourselves, to ask how something is, begins with the customer's first words in it.
        var opensCase = before.MessageCount == 0 && !received.Understood.Triage.Intent.Is(Intent.ConfirmsSolved);
        var plan = Decide(Facts(received, Facts(before), opensCase, before.HeldReason), received.Customer);
        var written = Write(received, plan, before.Id, before.Number, now);
        var after = before with
        {
            LastMessageAt = before.LastMessageAt > email.ReceivedAt ? before.LastMessageAt : email.ReceivedAt,
            MessageCount = before.MessageCount + 1,
            Participants = Participants(before.Participants, email),
            Language =
                PreferenceOf(received, before) ?? (before.Language == LanguageDetector.Undetermined ? email.Language : before.Language),
            Urgency = plan.Urgency,
            WaitingSince = before.WaitingSince ?? (email.Automatic is null && before.HeldReason is null ? email.ReceivedAt : null),
        };
        var thread = new Decision("thread", "joined", placement.Reason);
        var changed = Apply(after, plan, received, written);
        return CaseChange.Of(placement.Found, changed) with
        {
            Message = Message(received, thread, plan),
            Replies = written,
            Events = Notes(email),
        };
    }

    /// <summary>A held case that is released: the plan is decided as if its latest message came now.</summary>
    internal CaseChange Release(ReceivedEmail received, CaseHistory history, DateTimeOffset now)
    {
        var before = history.Case;
        var plan = Decide(Facts(received, new CaseFacts(), opensCase: true, heldReason: null), received.Customer);
        var written = Write(received, plan, before.Id, before.Number, now);
        var after = before with
        {
            State = CaseState.Open,
            HeldReason = null,
            Urgency = plan.Urgency,
            Team = plan.Team,
            WaitingSince = received.Email.Automatic is null ? received.Email.ReceivedAt : null,
        };
        var message = history.Messages.First(message => message.Id == received.Email.Id);
        return CaseChange.Of(history.Stored, Apply(after, plan, received, written)) with
        {
            MessageAgain = message with { Plan = PlanDocument.Of(plan) },
            Replies = written,
        };
    }

    /// <summary>The plan; the cases of our own people have a team of their own.</summary>
    private Plan Decide(PlaybookFacts facts, CustomerFacts? customer)
    {
        var plan = PlaybookRules.Decide(facts);
        return customer?.IsInternal == true && organisation.InternalTeam is { } team ? plan with { Team = team } : plan;
    }

    /// <summary>The language its customer wants; what a colleague who was copied in wants changes nothing.</summary>
    private static string? PreferenceOf(ReceivedEmail received, CaseSnapshot snapshot) =>
        received.Customer is { } customer && customer.Id == snapshot.CustomerId ? customer.Language : null;

    /// <summary>What the plan changes about the case itself.</summary>
    private CaseSnapshot Apply(CaseSnapshot snapshot, Plan plan, ReceivedEmail received, IReadOnlyList<Reply> written)
    {
        bool Plans(string template) => plan.Replies.Any(step => step.What == template);
        var closes = plan.Changes("close");
        var reopens = plan.Changes("reopen");
        var opens = reopens || plan.Changes("open-again");
        var changed = snapshot with
        {
            State =
                closes ? CaseState.Closed
                : opens ? CaseState.Open
                : snapshot.State,
            Reopenings = snapshot.Reopenings + (reopens ? 1 : 0),
            AbuseWarnings = snapshot.AbuseWarnings + (Plans("boundary") ? 1 : 0),
            HasHoldingNote = snapshot.HasHoldingNote || Plans("holding-note") || Plans("holding-note-care"),
            IncidentId =
                plan.Steps.FirstOrDefault(step => step is { Kind: StepKind.Case, What: "link-incident", Result: "done" })?.Evidence
                ?? snapshot.IncidentId,
            WaitingSince = closes ? null : snapshot.WaitingSince,
            ClosedAt = closes ? received.Email.ReceivedAt : snapshot.ClosedAt,
            IsConfirmed = closes || (snapshot.IsConfirmed && !opens),
            AutomaticReopenings = snapshot.AutomaticReopenings + (opens && snapshot.State != CaseState.Open ? 1 : 0),
            EscalatedTo = plan.Escalates("supervisor") ? "supervisor" : snapshot.EscalatedTo,
            Moods = received.Email.Automatic is null
                ? [.. snapshot.Moods.Append(CaseMood.Of(received.Understood.Triage)).TakeLast(MaxMoods)]
                : snapshot.Moods,
            AutomaticReplies = snapshot.AutomaticReplies + written.Count(reply => reply.State == ReplyState.Approved),
        };
        changed = CaseSchedule.AfterMessage(changed, plan, received.Email.Id, received.Email.Automatic is not null, organisation);
        return closes ? CaseSchedule.SurveyLater(changed, received.Email.Id.Value, received.Email.ReceivedAt, organisation) : changed;
    }

    private List<Reply> Write(ReceivedEmail received, Plan plan, TimeOrderedId caseId, CaseNumber number, DateTimeOffset now)
    {
        if (received.Email.From is not { } to)
        {
            return [];
        }

        var triage = received.Understood.Triage;
        var context = new ReplyContext
        {
            Message = AnsweredMessage.Of(received.Email),
            To = to,
            CaseId = caseId,
            Number = number,
            AnswerBy = plan.AnswerBy,
            Topic = TriageDocument.NameOf(triage.Topic),
            Mood = CustomerMoods.Of(triage),
            Language = received.Customer?.Language,
            Incident = IncidentOf(received, received.Customer),
            Now = now,
        };
        return [.. plan.Replies.Select(step => replyWriter.Write(step, context))];
    }

    private PlaybookFacts Facts(ReceivedEmail received, CaseFacts facts, bool opensCase, string? heldReason) =>
        new()
        {
            Triage = received.Understood.Triage,
            OwnWords = received.Understood.Text,
            Automatic = received.Email.Automatic,
            Sender = received.Email.From,
            IsFromPublic = received.Email.Social is not null,
            HeldReason = heldReason,
            IsVip = received.Customer?.Has(CustomerFlagNames.Vip) == true,
            IsFlaggedAbusive = received.Customer?.Has(CustomerFlagNames.Abusive) == true,
            OpensCase = opensCase,
            ReceivedAt = received.Email.ReceivedAt,
            Case = facts,
            Incident = IncidentOf(received, received.Customer),
            AutomaticEnabled = replies.Value.AutomaticEnabled,
            CaseCap = replies.Value.MaxAutomaticPerCase,
            Organisation = organisation,
        };

    /// <summary>The open incident the message is about, in the language in which its customer is answered.</summary>
    private IncidentFacts? IncidentOf(ReceivedEmail received, CustomerFacts? customer) =>
        received.Understood.Incident?.In(organisation.AnswerLanguage(customer?.Language ?? received.Email.Language));

    private CaseFacts Facts(CaseSnapshot snapshot) =>
        new()
        {
            IsSolved = snapshot.State == CaseState.Solved,
            IsClosed = snapshot.State == CaseState.Closed,
            Urgency = snapshot.Urgency,
            MessageCount = snapshot.MessageCount,
            AutomaticReplies = snapshot.AutomaticReplies,
            Reopenings = snapshot.Reopenings,
            AutomaticReopenings = snapshot.AutomaticReopenings,
            ReopeningCap = options.Value.MaxAutomaticReopenings,
            AbuseWarnings = snapshot.AbuseWarnings,
            HasHoldingNote = snapshot.HasHoldingNote,
            IncidentId = snapshot.IncidentId,
            WaitingSince = snapshot.WaitingSince,
            Moods = snapshot.Moods,
        };

    private List<string> Participants(IReadOnlyList<string> before, InboundEmail email)
    {
        var all = new List<string>(before);

        // A mail server that reports a bounce takes part in nothing.
        if (SenderIdentity.Of(email) is { } sender && email.Automatic?.IsBounce != true)
        {
            all.Add(sender.ParticipantHash);
        }

        if (email.ForwardedBy is { } colleague)
        {
            all.Add(colleague.Address.Hash);
        }

        all.AddRange(email.OtherRecipients.Select(mailbox => mailbox.Address.Hash));
        return [.. all.Distinct(StringComparer.Ordinal).Take(options.Value.MaxParticipants)];
    }

    /// <summary>What a colleague wrote above a mail that he forwarded is for us, not from the customer.</summary>
    private static IReadOnlyList<TimelineEvent> Notes(InboundEmail email) =>
        email is { ForwardedBy: { } colleague, Forwarded.Comment: { Length: > 0 } comment }
            ?
            [
                new(
                    $"forward-note:{email.Id}",
                    email.ReceivedAt,
                    "note",
                    ReasonCode.ForwardedByColleague,
                    null,
                    colleague.Address.Value,
                    StoredText.Clean(comment, Agents.AgentAct.MaxTextLength)
                ),
            ]
            : [];

    private static CaseMessage Message(ReceivedEmail received, Decision thread, Plan plan)
    {
        var email = received.Email;
        return new()
        {
            Id = email.Id,
            Channel = received.Channel,
            FromName = email.From?.Name ?? email.Social?.Name,
            FromAddress = email.From?.Address.Value,
            Subject = email.Subject,
            Text = StoredText.Clean(email.Text, StoredText.MaxPropertyLength),
            OwnWords = StoredText.Clean(email.OwnWords, StoredText.MaxPropertyLength),
            TextBlob = received.TextBlob,
            Language = email.Language,
            ExternalId = email.MessageId,
            RawBlob = received.RawBlob,
            Attachments = received.Attachments,
            Decisions =
            [
                thread,
                .. email.ForwardedBy is { } colleague
                    ? [new Decision("sender", "rewritten", ReasonCode.ForwardedByColleague, colleague.Address.Value)]
                    : Array.Empty<Decision>(),
                .. email.Problems.Select(problem => new Decision("content", "noted", problem)),
            ],
            Triage = TriageDocument.Of(received.Understood.Triage),
            TriagedText = received.Understood.Text,
            Plan = PlanDocument.Of(plan),
            IsAutomatic = email.Automatic is not null,
        };
    }
}

/// <summary>An email with what was kept of it and what was understood.</summary>
internal sealed record ReceivedEmail(
    InboundEmail Email,
    UnderstoodText Understood,
    string Channel,
    string RawBlob,
    IReadOnlyList<StoredAttachment> Attachments,
    string? TextBlob
)
{
    /// <summary>What is known of its sender; null when it has none.</summary>
    public CustomerFacts? Customer { get; init; }
}
