using SupportPipeline.LocalHost.Audit;
using SupportPipeline.Outages.Notices;
using SupportPipeline.Platform;

namespace SupportPipeline.LocalHost.Tests.Audit;

/// <summary>What is said of somebody whom a notice did not reach as its audience says.</summary>
public sealed class RecipientRulesTests
{
    private static readonly NoticeMailAccepted s_first = new("n1", "a1", "0/1");
    private static readonly NoticeMailAccepted s_second = new("n1", "a1", "0/2");

    [Theory]
    [InlineData(RecipientState.Submitted)]
    [InlineData(RecipientState.Delivered)]
    [InlineData(RecipientState.Bounced)]
    public void Who_was_told_once_is_in_order(RecipientState state) => Assert.Equal([], Judged.Problems(At(state), s_first));

    [Theory]
    [InlineData(RecipientState.Suppressed)]
    [InlineData(RecipientState.Skipped)]
    [InlineData(RecipientState.Cancelled)]
    [InlineData(RecipientState.Failed)]
    public void Who_was_not_to_be_told_is_in_order_without_a_mail(RecipientState state)
    {
        Assert.Equal([], Judged.Problems(At(state)));
        Assert.Equal(
            [$"Unexplained: recipient n1/a1 got a mail and counts as {state.ToString().ToLowerInvariant()}."],
            Judged.Problems(At(state), s_first)
        );
    }

    [Fact]
    public void Who_counts_as_told_and_got_nothing_is_lost() =>
        Assert.Equal(["Lost: recipient n1/a1 counts as submitted, and no mail went out."], Judged.Problems(At(RecipientState.Submitted)));

    [Fact]
    public void Who_is_planned_when_all_is_over_is_lost() =>
        Assert.Equal(
            ["Lost: recipient n1/a1 is still planned, and nobody looks after the notice any more."],
            Judged.Problems(At(RecipientState.Planned))
        );

    [Fact]
    public void Who_was_told_twice_is_a_duplicate() =>
        Assert.Equal(["DuplicateNotice: recipient n1/a1 got 2 mails."], Judged.Problems(At(RecipientState.Submitted), s_first, s_second));

    [Theory]
    [InlineData(NoticeReason.UnknownRepeated)]
    [InlineData(ReasonCode.NeverAccepted)]
    public void The_rule_for_lost_answers_may_tell_somebody_again(string reason) =>
        Assert.Equal([], Judged.Problems(At(RecipientState.Submitted, reason), s_first, s_second));

    [Fact]
    public void One_request_never_tells_somebody_twice() =>
        Assert.Equal(
            ["DuplicateNotice: recipient n1/a1 got 2 mails in 1 requests."],
            Judged.Problems(At(RecipientState.Submitted, NoticeReason.UnknownRepeated), s_first, s_first)
        );

    [Fact]
    public void An_address_stands_in_an_audience_once() =>
        Assert.Equal(
            ["DuplicateNotice: recipient n1/a1 stands in the audience 2 times."],
            Judged.Problems(At(RecipientState.Submitted), At(RecipientState.Submitted), s_first)
        );

    [Fact]
    public void A_mail_to_somebody_of_no_audience_is_unexplained() =>
        Assert.Equal(["Unexplained: recipient n1/a1 got a mail and stands in no audience."], Judged.Problems(s_first));

    [Fact]
    public void Of_whom_nobody_knows_there_is_a_reason()
    {
        Assert.Equal([], Judged.Problems(At(RecipientState.Unknown, NoticeReason.UnknownNotRepeated)));
        Assert.Equal(
            ["Unexplained: recipient n1/a1 is unknown, and nothing says why that is all."],
            Judged.Problems(At(RecipientState.Unknown))
        );
    }

    private static RecipientStored At(RecipientState state, string? reason = null) => new("n1", "a1", state, reason, IsOver: true);
}
