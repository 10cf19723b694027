using Azure;
using Microsoft.Extensions.DependencyInjection;
using SupportPipeline.Intake;
using SupportPipeline.Platform;
using SupportPipeline.Testing;

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
        Assert.Equal(
            [new("thread", "opened", "no-thread-found"), new Decision("acknowledgement", "planned", "first-message")],
            change.Message.Decisions
        );
        Assert.Equal(
            (ReplyState.Approved, $"ack-{email.Id}", "mia@example.org"),
            (change.Reply!.State, change.Reply.Id, change.Reply.To.Value)
        );
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
        Assert.Equal(first.Reply!.Id, second.Reply!.Id);
    }

    [Fact]
    public void Automatic_mail_is_kept_and_not_answered_and_the_case_says_why()
    {
        var email = Emails.From("robot@example.org") with
        {
            Automatic = new(AutomaticMailReason.All[0], "Auto-Submitted: auto-generated", false, false),
        };

        var change = Decision.Open(Received(email), new(null, ReasonCode.NoThreadFound), CaseNumber.FromSequence(7), Now);

        Assert.Null(change.Reply);
        Assert.Equal(0, change.Case.AutomaticReplies);
        Assert.Equal(
            new("acknowledgement", "not-sent", AutomaticMailReason.All[0], "Auto-Submitted: auto-generated"),
            change.Message.Decisions[1]
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

        var change = Decision.Join(Received(email), new(new(opened, new ETag("v1")), ReasonCode.References));

        Assert.Equal(new ETag("v1"), change.Expected);
        Assert.Null(change.Reply);
        Assert.Equal((2, 1, Ids.Time.AddHours(3)), (change.Case.MessageCount, change.Case.AutomaticReplies, change.Case.LastMessageAt));
        Assert.Contains(Emails.Address("tom@example.org").Hash, change.Case.Participants);
        Assert.Equal(
            [new("thread", "joined", "references"), new Decision("acknowledgement", "not-sent", "case-already-acknowledged")],
            change.Message.Decisions
        );
    }

    [Fact]
    public void A_message_that_comes_out_of_order_does_not_turn_the_clock_back()
    {
        var opened = Decision
            .Open(Received(Emails.From("mia@example.org")), new(null, ReasonCode.NoThreadFound), CaseNumber.FromSequence(7), Now)
            .Case;
        var earlier = Emails.From("mia@example.org") with { Id = Ids.Next(Ids.Time.AddHours(-1)) };

        var change = Decision.Join(Received(earlier), new(new(opened, new ETag("v1")), ReasonCode.References));

        Assert.Equal(Ids.Time, change.Case.LastMessageAt);
    }

    [Fact]
    public void What_was_odd_stands_on_the_message()
    {
        var email = Emails.From("mia@example.org") with { Problems = [ReasonCode.EmptyBody, ReasonCode.UnknownCharset] };

        var change = Decision.Open(Received(email), new(null, ReasonCode.NoThreadFound), CaseNumber.FromSequence(7), Now);

        Assert.Equal(
            [new("content", "noted", "empty-body"), new Decision("content", "noted", "unknown-charset")],
            change.Message.Decisions.Skip(2)
        );
    }

    [Fact]
    public void A_message_without_a_sender_becomes_a_case_nobody_is_answered_in()
    {
        var email = Emails.From("mia@example.org") with { From = null };

        var change = Decision.Open(Received(email), new(null, ReasonCode.NoThreadFound), CaseNumber.FromSequence(7), Now);

        Assert.Null(change.Reply);
        Assert.Null(change.Case.CustomerAddress);
        Assert.Equal(new("acknowledgement", "not-sent", "sender-unknown"), change.Message.Decisions[1]);
    }

    private static ReceivedEmail Received(InboundEmail email) => new(email, "email", "2026/11/20/raw", [], null);
}
