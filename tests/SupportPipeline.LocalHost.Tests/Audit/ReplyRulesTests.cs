using SupportPipeline.Cases;
using SupportPipeline.LocalHost.Audit;

namespace SupportPipeline.LocalHost.Tests.Audit;

/// <summary>What is said of a reply that is not where its row says.</summary>
public sealed class ReplyRulesTests
{
    private static readonly AuditScope s_scope = new(DateTimeOffset.MaxValue, KnowsOutbox: true, QueuesHoldMore: false);
    private static readonly MailAccepted s_mail = new("c1", "r1", "sg-1");
    private static readonly MailNamed s_named = new("<r1@desk.example>", "c1/r1");

    [Theory]
    [InlineData(ReplyState.Sent)]
    [InlineData(ReplyState.Delivered)]
    [InlineData(ReplyState.Bounced)]
    public void A_reply_that_went_out_once_is_in_order(ReplyState state) =>
        Assert.Equal([], Judged.Problems(Reply(state), s_mail, s_named, new SlotTaken("c1", "r1", "auto|20260706|000")));

    [Theory]
    [InlineData(ReplyState.Drafted)]
    [InlineData(ReplyState.Suppressed)]
    public void A_reply_that_was_kept_back_is_in_order(ReplyState state) => Assert.Equal([], Judged.Problems(Reply(state)));

    [Fact]
    public void An_approved_reply_with_a_queue_message_is_in_order() =>
        Assert.Equal([], Judged.Problems(Reply(ReplyState.Approved), new ReplyQueued("c1", "r1", "outbound-replies")));

    [Fact]
    public void An_approved_reply_that_nothing_will_send_is_lost() =>
        Assert.Equal(
            ["Lost: reply c1/r1 is to be sent, and no queue message will ever bring it to be."],
            Judged.Problems(Reply(ReplyState.Approved))
        );

    [Fact]
    public void An_approved_reply_may_wait_on_a_queue_that_cannot_be_read_to_its_end() =>
        Assert.Equal([], Judged.Problems(s_scope with { QueuesHoldMore = true }, [Reply(ReplyState.Approved)]));

    [Fact]
    public void An_unknown_outcome_is_in_order_as_long_as_somebody_will_look_again() =>
        Assert.Equal([], Judged.Problems(Reply(ReplyState.Unknown), s_mail, new ReplyQueued("c1", "r1", "outbound-replies")));

    [Fact]
    public void An_unknown_outcome_that_nobody_looks_at_or_explains_is_unexplained() =>
        Assert.Equal(
            [
                "Unexplained: reply c1/r1 has an unknown outcome, and the timeline does not say why.",
                "Unexplained: reply c1/r1 has an unknown outcome, and nothing will ever look at it again.",
            ],
            Judged.Problems(Reply(ReplyState.Unknown) with { SaysWhy = false })
        );

    [Fact]
    public void A_sent_reply_that_the_mail_service_never_had_is_unexplained()
    {
        Assert.Equal(["Unexplained: reply c1/r1 is sent, and the mail service has never had it."], Judged.Problems(Reply(ReplyState.Sent)));
        Assert.Equal([], Judged.Problems(s_scope with { KnowsOutbox = false }, [Reply(ReplyState.Sent)]));
    }

    [Fact]
    public void A_draft_that_the_mail_service_has_is_unexplained() =>
        Assert.Equal(
            ["Unexplained: reply c1/r1 is drafted (planned), and the mail service has it."],
            Judged.Problems(Reply(ReplyState.Drafted), s_mail)
        );

    [Fact]
    public void A_mail_without_a_reply_is_unexplained() =>
        Assert.Equal(["Unexplained: reply c1/r1 is not there, and the mail service has it (sg-1)."], Judged.Problems(s_mail));

    [Fact]
    public void A_reply_that_was_claimed_twice_is_unexplained() =>
        Assert.Equal(
            ["Unexplained: reply c1/r1 was claimed 2 times: auto|20260706|000, auto|20260706|001."],
            Judged.Problems(
                Reply(ReplyState.Sent),
                s_mail,
                new SlotTaken("c1", "r1", "auto|20260706|000"),
                new SlotTaken("c1", "r1", "auto|20260706|001")
            )
        );

    [Fact]
    public void A_reply_that_went_out_twice_is_a_duplicate() =>
        Assert.Equal(
            ["DuplicateReply: reply c1/r1 went out 2 times: sg-1, sg-2."],
            Judged.Problems(Reply(ReplyState.Sent), s_mail, s_mail with { ProviderMessageId = "sg-2" }, s_named, s_named)
        );

    [Fact]
    public void A_Message_ID_of_two_replies_is_a_duplicate() =>
        Assert.Equal(
            ["DuplicateReply: mail <r1@desk.example> is the Message-ID of 2 mails."],
            Judged.Problems(s_named, s_named with { Reply = "c2/r1" })
        );

    [Fact]
    public void A_mail_that_does_not_say_for_which_reply_it_is_is_unexplained() =>
        Assert.Equal(
            ["Unexplained: mail <r1@desk.example> went out without saying for which reply."],
            Judged.Problems(s_named with { Reply = null })
        );

    private static ReplyStored Reply(ReplyState state) => new("c1", "r1", state, "planned", Judged.Now, SaysWhy: true);
}
