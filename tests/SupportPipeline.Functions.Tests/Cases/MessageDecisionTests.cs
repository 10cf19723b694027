using Azure;
using Microsoft.Extensions.DependencyInjection;
using SupportPipeline.Intake;
using SupportPipeline.Platform;
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
        Assert.Equal([new Decision("thread", "opened", "no-thread-found")], change.Message.Decisions);
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
        Assert.Equal(first.Message.Id, second.Message.Id);
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
            Assert.Single(change.Message.Plan.Steps)
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
        Assert.Equal(new("thread", "opened-linked", "sender-not-in-case", other.Value), change.Message.Decisions[0]);
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
        Assert.Equal([new Decision("thread", "joined", "references")], change.Message.Decisions);
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
            change.Message.Decisions.Skip(1)
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

    private static (string What, string Result, string Reason) Acknowledgement(CaseChange change)
    {
        var step = Assert.Single(change.Message.Plan.Steps, step => step.What == "acknowledgement");
        Assert.Equal(("reply", "general"), (step.Kind, step.Scenario));
        return (step.What, step.Result, step.Reason);
    }

    private static ReceivedEmail Received(InboundEmail email, MessageTriage? triage = null) =>
        new(email, new(email.OwnWords, triage ?? Triages.Plain), "email", "2026/11/20/raw", [], null);
}
