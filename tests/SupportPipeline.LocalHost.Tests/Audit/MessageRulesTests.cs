using SupportPipeline.LocalHost.Audit;

namespace SupportPipeline.LocalHost.Tests.Audit;

/// <summary>What is said of a message whose traces do not fit.</summary>
public sealed class MessageRulesTests
{
    private static readonly PayloadKept s_payload = new("m1", "2026/07/06/m1");
    private static readonly MessageStored s_stored = new("m1", "c1", "email", "2026/07/06/m1", []);
    private static readonly MessageClaimed s_claim = new("m1", "c1");

    [Fact]
    public void A_message_with_payload_claim_and_row_is_in_order() =>
        Assert.Equal([], Judged.Problems(new PostAnswered("m1"), s_payload, s_claim, s_stored));

    [Fact]
    public void A_payload_without_any_other_trace_is_lost() =>
        Assert.Equal(
            ["Lost: message m1 was accepted and is in no case, on no queue and no dead letter (2026/07/06/m1)."],
            Judged.Problems(s_payload)
        );

    [Fact]
    public void A_payload_that_was_claimed_and_never_recorded_is_lost() =>
        Assert.Equal(
            ["Lost: message m1 was accepted and claimed for case c1, where it is not, and nothing will bring it there."],
            Judged.Problems(s_payload, s_claim)
        );

    [Fact]
    public void A_young_payload_may_be_under_way()
    {
        var young = SupportPipeline.Platform.TimeOrderedId.Create(Judged.Now.AddMinutes(-1), new byte[10]).Value;
        var scope = new AuditScope(Judged.Now.AddMinutes(-10), KnowsOutbox: true, QueuesHoldMore: false);

        Assert.Equal([], Judged.Problems(scope, [new PayloadKept(young, "blob")]));
        Assert.Single(Judged.Problems(scope with { Since = Judged.Now }, [new PayloadKept(young, "blob")]));
    }

    [Theory]
    [InlineData("inbound-messages")]
    [InlineData("inbound-messages-poison")]
    public void A_payload_on_a_queue_is_in_order(string queue) =>
        Assert.Equal(
            [],
            Judged.Problems(
                s_payload,
                queue.EndsWith("poison", StringComparison.Ordinal)
                    ? new MessageDead("m1", queue)
                    : new MessageQueued("m1", queue, Read: true)
            )
        );

    [Fact]
    public void A_payload_that_was_never_answered_and_came_again_is_in_order() =>
        Assert.Equal([], Judged.Problems(s_payload, new PayloadRepeated("m1", "m2", "c1")));

    [Fact]
    public void A_payload_that_was_answered_is_lost_even_when_its_sender_came_again() =>
        Assert.Equal(
            ["Lost: message m1 was accepted and is in no case, on no queue and no dead letter (2026/07/06/m1)."],
            Judged.Problems(s_payload, new PayloadRepeated("m1", "m2", "c1"), new PostAnswered("m1"))
        );

    [Fact]
    public void A_message_that_was_answered_without_a_payload_is_lost() =>
        Assert.Equal(
            ["Lost: message m1 was answered with 2xx, and its payload is not kept."],
            Judged.Problems(new PostAnswered("m1"), s_claim, s_stored with { Payload = null })
        );

    [Fact]
    public void A_claim_without_payload_and_message_is_lost() =>
        Assert.Equal(
            ["Lost: message m1 is claimed for case c1, and neither its payload nor the message is there."],
            Judged.Problems(s_claim)
        );

    [Fact]
    public void A_duplicate_of_a_message_that_is_nowhere_is_lost() =>
        Assert.Equal(
            ["Lost: message m2 is what message m1 is said to repeat, and is in no case."],
            Judged.Problems(s_payload, new DuplicateNoted("m1", "c1", "m2"), new OriginalNamed("m2", "m1"))
        );

    [Fact]
    public void An_attachment_that_is_named_and_not_kept_is_lost() =>
        Assert.Equal(
            ["Lost: message m1 has an attachment that is not kept: m1/2."],
            Judged.Problems(s_payload, s_claim, s_stored with { Attachments = ["m1/1", "m1/2"] }, new AttachmentKept("m1", "m1/1"))
        );

    [Fact]
    public void A_message_in_two_cases_is_a_duplicate() =>
        Assert.Contains(
            "DuplicateMessage: message m1 stands in 2 cases: c1, c2.",
            Judged.Problems(s_payload, s_claim, s_stored, s_stored with { Case = "c2" })
        );

    [Fact]
    public void One_external_message_taken_for_two_is_a_duplicate() =>
        Assert.Equal(
            ["DuplicateMessage: delivery t1/f1 is one external message and was taken for 2: m1, m2."],
            Judged.Problems(new DeliveryClaimed("t1", "f1", "m1"), new DeliveryClaimed("t1", "f1", "m2"))
        );

    [Fact]
    public void Two_different_mails_under_one_external_id_are_in_order() =>
        Assert.Equal([], Judged.Problems(new DeliveryClaimed("t1", "f1", "m1"), new DeliveryClaimed("t1", "f2", "m2")));

    [Fact]
    public void A_message_that_ends_in_two_ways_is_unexplained() =>
        Assert.Equal(
            [
                "Unexplained: message m1 is a message of its own, and case c2 says that it repeats m0.",
                "Unexplained: message m1 stands in a case and is a dead letter too (inbound-messages-poison).",
            ],
            Judged.Problems(
                s_payload,
                s_claim,
                s_stored,
                new DuplicateNoted("m1", "c2", "m0"),
                new MessageDead("m1", "inbound-messages-poison")
            )
        );

    [Fact]
    public void A_message_whose_payload_is_gone_is_unexplained() =>
        Assert.Equal(
            ["Unexplained: message m1 stands in a case, and the payload it was read from is gone (2026/07/06/m1)."],
            Judged.Problems(s_claim, s_stored)
        );

    [Fact]
    public void A_message_without_a_claim_is_unexplained() =>
        Assert.Equal(
            ["Unexplained: message m1 stands in case c1 without a claim: an answer to it would not find the case."],
            Judged.Problems(s_payload, s_stored)
        );

    [Fact]
    public void A_message_elsewhere_than_claimed_is_unexplained() =>
        Assert.Equal(
            ["Unexplained: message m1 stands in case c1 and is claimed for case c2."],
            Judged.Problems(s_payload, s_claim with { Case = "c2" }, s_stored)
        );
}
