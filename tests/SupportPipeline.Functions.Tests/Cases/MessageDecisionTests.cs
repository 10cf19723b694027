using Azure;
using Microsoft.Extensions.DependencyInjection;
using SupportPipeline.Intake;
using SupportPipeline.Platform;
using SupportPipeline.Playbook;
using SupportPipeline.Testing;
using SupportPipeline.Triage;

namespace SupportPipeline.Cases;

public sealed class MessageDecisionTests : IDisposable
{
    private static readonly DateTimeOffset Now = Ids.Time.AddSeconds(2);
    private readonly ServiceProvider _services = Pipeline.Create();

    private MessageDecision Decision => _services.GetRequiredService<MessageDecision>();

    public void Dispose() => _services.Dispose();

    [Fact]
    public void A_first_message_opens_a_case_and_is_acknowledged()
    {
        var email = Emails.From("mia@example.org") with { OtherRecipients = [new("Tom", Emails.Address("tom@example.org"))] };

        var change = Decision.Open(Received(email), new(null, ReasonCode.NoThreadFound), CaseNumber.FromSequence(7), Now);

        Assert.Null(change.Expected);
        Assert.Equal(email.Id, change.Case.Id);
        Assert.Equal([Emails.Address("mia@example.org").Hash, Emails.Address("tom@example.org").Hash], change.Case.Participants);
        Assert.Equal((1, 1, CaseState.Open), (change.Case.MessageCount, change.Case.AutomaticReplies, change.Case.State));
        Assert.Equal([new Decision("thread", "opened", "no-thread-found")], change.Message!.Decisions);
        Assert.Equal(("acknowledgement", "send", "first-message"), Acknowledgement(change));
        var reply = Assert.Single(change.Replies);
        Assert.Equal((ReplyState.Approved, $"acknowledgement-{email.Id}", "mia@example.org"), (reply.State, reply.Id, reply.To.Value));
    }

    [Fact]
    public void Deciding_twice_gives_the_same_rows()
    {
        var email = Received(Emails.From("mia@example.org"));
        var placement = new Placement.New(null, ReasonCode.NoThreadFound);

        var first = Decision.Open(email, placement, CaseNumber.FromSequence(7), Now);
        var second = Decision.Open(email, placement, CaseNumber.FromSequence(8), Now.AddHours(1));

        Assert.Equal(first.Case.Id, second.Case.Id);
        Assert.Equal(first.Message!.Id, second.Message!.Id);
        Assert.Equal(Assert.Single(first.Replies).Id, Assert.Single(second.Replies).Id);
    }

    [Fact]
    public void Automatic_mail_is_kept_and_not_answered_and_the_case_says_why()
    {
        var email = Emails.From("robot@example.org") with
        {
            Automatic = new(AutomaticMailReason.All[0], "Auto-Submitted: auto-generated", false, false),
        };

        var change = Decision.Open(Received(email), new(null, ReasonCode.NoThreadFound), CaseNumber.FromSequence(7), Now);

        Assert.Empty(change.Replies);
        Assert.Equal(0, change.Case.AutomaticReplies);
        Assert.Equal(
            new("reply", "acknowledgement", "not-sent", AutomaticMailReason.All[0], "general", null, "Auto-Submitted: auto-generated"),
            Assert.Single(change.Message!.Plan.Steps)
        );
    }

    [Fact]
    public void A_stranger_gets_a_linked_case_of_his_own()
    {
        var other = Ids.Next();

        var change = Decision.Open(
            Received(Emails.From("eve@example.org")),
            new(other, ReasonCode.SenderNotInCase),
            CaseNumber.FromSequence(7),
            Now
        );

        Assert.Equal(other, change.Case.LinkedCaseId);
        Assert.Equal(new("thread", "opened-linked", "sender-not-in-case", other.Value), change.Message!.Decisions[0]);
    }

    [Fact]
    public void A_later_message_joins_and_is_not_acknowledged_again()
    {
        var opened = Decision
            .Open(Received(Emails.From("mia@example.org")), new(null, ReasonCode.NoThreadFound), CaseNumber.FromSequence(7), Now)
            .Case;
        var email = Emails.From("mia@example.org") with
        {
            Id = Ids.Next(Ids.Time.AddHours(3)),
            OtherRecipients = [new(null, Emails.Address("tom@example.org"))],
        };

        var change = Decision.Join(Received(email), new(new(opened, new ETag("v1")), ReasonCode.References), Now);

        Assert.Equal(new ETag("v1"), change.Expected);
        Assert.Empty(change.Replies);
        Assert.Equal((2, 1, Ids.Time.AddHours(3)), (change.Case.MessageCount, change.Case.AutomaticReplies, change.Case.LastMessageAt));
        Assert.Contains(Emails.Address("tom@example.org").Hash, change.Case.Participants);
        Assert.Equal([new Decision("thread", "joined", "references")], change.Message!.Decisions);
        Assert.Equal(("acknowledgement", "not-sent", "case-already-acknowledged"), Acknowledgement(change));
    }

    [Fact]
    public void A_message_that_comes_out_of_order_does_not_turn_the_clock_back()
    {
        var opened = Decision
            .Open(Received(Emails.From("mia@example.org")), new(null, ReasonCode.NoThreadFound), CaseNumber.FromSequence(7), Now)
            .Case;
        var earlier = Emails.From("mia@example.org") with { Id = Ids.Next(Ids.Time.AddHours(-1)) };

        var change = Decision.Join(Received(earlier), new(new(opened, new ETag("v1")), ReasonCode.References), Now);

        Assert.Equal(Ids.Time, change.Case.LastMessageAt);
    }

    [Fact]
    public void What_was_odd_stands_on_the_message()
    {
        var email = Emails.From("mia@example.org") with { Problems = [ReasonCode.EmptyBody, ReasonCode.UnknownCharset] };

        var change = Decision.Open(Received(email), new(null, ReasonCode.NoThreadFound), CaseNumber.FromSequence(7), Now);

        Assert.Equal(
            [new("content", "noted", "empty-body"), new Decision("content", "noted", "unknown-charset")],
            change.Message!.Decisions.Skip(1)
        );
    }

    [Fact]
    public void A_message_without_a_sender_becomes_a_case_nobody_is_answered_in()
    {
        var email = Emails.From("mia@example.org") with { From = null };

        var change = Decision.Open(Received(email), new(null, ReasonCode.NoThreadFound), CaseNumber.FromSequence(7), Now);

        Assert.Empty(change.Replies);
        Assert.Null(change.Case.CustomerAddress);
        Assert.Equal(("acknowledgement", "not-sent", "sender-unknown"), Acknowledgement(change));
    }

    [Fact]
    public void What_was_understood_and_planned_stands_on_the_message()
    {
        var triage = Triages.Unhappy() with { Topic = Triages.Sure(Topic.Billing, "invoice") };

        var change = Opening(triage);

        Assert.Equivalent(TriageDocument.Of(triage), change.Message!.Triage, strict: true);
        Assert.Equal("It died after a week.", change.Message!.TriagedText);
        Assert.Equal(("general", 4, "steady", "money"), Summary(change.Message!.Plan));
        Assert.Equal((4, "money"), (change.Case.Urgency, change.Case.Team));
        Assert.Equal(Ids.Time.AddDays(1), change.Message!.Plan.AnswerBy);
        Assert.Equal([-0.7], change.Case.Moods);
        Assert.Equal(Ids.Time, change.Case.WaitingSince);
    }

    [Fact]
    public void A_draft_waits_in_the_outbox_and_does_not_count_as_sent()
    {
        var change = Opening(Triages.Wanting(Intent.Praise, "wonderful"));

        Assert.Equal(
            [("praise-thanks", ReplyState.Drafted), ("acknowledgement", ReplyState.Approved)],
            change.Replies.Select(reply => (reply.Scenario, reply.State))
        );
        Assert.Equal(1, change.Case.AutomaticReplies);
    }

    [Fact]
    public void Thanks_on_a_solved_case_close_it_and_nobody_waits_any_more()
    {
        var change = Joining(Thanks, before => before with { State = CaseState.Solved });

        Assert.Equal((CaseState.Closed, null, 0), (change.Case.State, change.Case.WaitingSince, change.Case.Reopenings));
        Assert.Equal("closed-confirmed", Assert.Single(change.Replies).Scenario);
    }

    [Fact]
    public void Thanks_on_an_open_case_leave_it_open()
    {
        var change = Joining(Thanks);

        Assert.Equal((CaseState.Open, Ids.Time), (change.Case.State, change.Case.WaitingSince));
        Assert.Empty(change.Replies);
    }

    [Fact]
    public void Thanks_on_a_closed_case_leave_it_closed()
    {
        var change = Joining(Thanks, before => before with { State = CaseState.Closed, WaitingSince = null });

        Assert.Equal((CaseState.Closed, 0), (change.Case.State, change.Case.Reopenings));
        Assert.Empty(change.Replies);
    }

    [Fact]
    public void Still_broken_reopens_the_case_more_urgent_and_counts()
    {
        var change = Joining(
            Triages.Wanting(Intent.NotSolved, "still"),
            before => before with { State = CaseState.Solved, Urgency = 3, Reopenings = 1 }
        );

        Assert.Equal((CaseState.Open, 2, 2), (change.Case.State, change.Case.Urgency, change.Case.Reopenings));
        var reply = Assert.Single(change.Replies);
        Assert.Equal(("reopened-supervisor", ReplyState.Drafted), (reply.Scenario, reply.State));
    }

    [Fact]
    public void Any_other_message_opens_a_closed_case_again_and_somebody_waits()
    {
        var change = Joining(Triages.Plain, before => before with { State = CaseState.Closed, WaitingSince = null });

        Assert.Equal((CaseState.Open, 0, Ids.Time.AddHours(3)), (change.Case.State, change.Case.Reopenings, change.Case.WaitingSince));
    }

    [Fact]
    public void A_robots_mail_opens_nothing_and_keeps_nobody_waiting()
    {
        var change = Joining(
            Triages.Plain,
            before => before with { State = CaseState.Closed, WaitingSince = null, Moods = [0.5] },
            email => email with { Automatic = new(AutomaticMailReason.All[0], "Auto-Submitted: auto-replied", false, false) }
        );

        Assert.Equal((CaseState.Closed, null, 2), (change.Case.State, change.Case.WaitingSince, change.Case.MessageCount));
        Assert.Equal([0.5], change.Case.Moods);
    }

    [Fact]
    public void A_request_to_stop_insulting_is_counted()
    {
        var first = Joining(Insulting);
        var second = Joining(Insulting, _ => first.Case);

        Assert.Equal((1, "boundary"), (first.Case.AbuseWarnings, Assert.Single(first.Replies).Scenario));
        Assert.Equal((1, "contact-ended"), (second.Case.AbuseWarnings, Assert.Single(second.Replies).Scenario));
        Assert.Equal(ReplyState.Drafted, second.Replies[0].State);
    }

    [Theory]
    [InlineData(Threat.Legal, "holding-note", ReplyState.Approved)]
    [InlineData(Threat.SelfHarm, "holding-note-care", ReplyState.Drafted)]
    public void The_note_after_a_threat_is_remembered(Threat threat, string template, ReplyState state)
    {
        var triage = Triages.Plain with { Threat = Triages.Sure(threat, "you will see") };
        var first = Opening(triage);
        var second = Joining(triage, _ => first.Case);

        Assert.True(first.Case.HasHoldingNote);
        Assert.Equal((template, state), (Assert.Single(first.Replies).Scenario, first.Replies[0].State));
        Assert.Empty(second.Replies);
    }

    [Fact]
    public void The_moods_of_the_latest_ten_messages_are_kept()
    {
        var change = Joining(Triages.Unhappy(), before => before with { Moods = [.. Enumerable.Range(0, 10).Select(i => i / 10.0)] });

        Assert.Equal([0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, -0.7], change.Case.Moods);
        Assert.Equal("worsening", change.Message!.Plan.Trend);
    }

    [Fact]
    public void The_language_of_a_case_is_that_of_the_first_message_in_which_it_could_be_told()
    {
        var change = Joining(Triages.Plain, before => before with { Language = "und" }, email => email with { Language = "ru" });
        var later = Joining(Triages.Plain, _ => change.Case);

        Assert.Equal(("ru", "ru"), (change.Case.Language, later.Case.Language));
    }

    [Fact]
    public void With_the_master_switch_off_nothing_goes_out_and_the_plan_says_so()
    {
        using var services = Pipeline.Create(settings: ("Replies:AutomaticEnabled", "false"));

        var change = services
            .GetRequiredService<MessageDecision>()
            .Open(Received(Emails.From("mia@example.org")), new(null, ReasonCode.NoThreadFound), CaseNumber.FromSequence(7), Now);

        Assert.Empty(change.Replies);
        Assert.Equal(("acknowledgement", "not-sent", "automatic-replies-off"), Acknowledgement(change));
    }

    private static MessageTriage Thanks => Triages.Wanting(Intent.ConfirmsSolved, "works again");

    private static MessageTriage Insulting => Triages.Plain with { Conduct = Triages.Sure(Conduct.Abusive, "idiots") };

    private CaseChange Opening(MessageTriage triage) =>
        Decision.Open(
            Received(Emails.From("mia@example.org"), triage),
            new(null, ReasonCode.NoThreadFound),
            CaseNumber.FromSequence(7),
            Now
        );

    /// <summary>A second message, three hours after the first one.</summary>
    private CaseChange Joining(
        MessageTriage triage,
        Func<CaseSnapshot, CaseSnapshot>? before = null,
        Func<InboundEmail, InboundEmail>? change = null
    )
    {
        var opened = Opening(Triages.Plain).Case;
        var email = Emails.From("mia@example.org") with { Id = Ids.Next(Ids.Time.AddHours(3)) };
        var found = new StoredCase(before?.Invoke(opened) ?? opened, new ETag("v1"));
        return Decision.Join(Received(change?.Invoke(email) ?? email, triage), new(found, ReasonCode.References), Now);
    }

    private static (string, int, string, string) Summary(PlanDocument plan) => (plan.Scenario, plan.Urgency, plan.Trend, plan.Team);

    private static (string What, string Result, string Reason) Acknowledgement(CaseChange change)
    {
        var step = Assert.Single(change.Message!.Plan.Steps, step => step.What == "acknowledgement");
        Assert.Equal(("reply", "general"), (step.Kind, step.Scenario));
        return (step.What, step.Result, step.Reason);
    }

    private static ReceivedEmail Received(InboundEmail email, MessageTriage? triage = null) =>
        new(email, new(email.OwnWords, triage ?? Triages.Plain), "email", "2026/11/20/raw", [], null);
}
