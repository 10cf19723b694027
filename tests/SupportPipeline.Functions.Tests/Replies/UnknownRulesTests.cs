using SupportPipeline.Cases;
using SupportPipeline.Testing;

namespace SupportPipeline.Replies;

public sealed class UnknownRulesTests
{
    private static readonly DateTimeOffset Since = new(2026, 11, 20, 10, 0, 0, TimeSpan.Zero);

    /// <summary>Minutes after it became unknown; minus one: no event ever came.</summary>
    [Theory]
    // events may still come
    [InlineData(0, -1, true, "Wait 900")]
    // a server whose clock is ahead wrote it
    [InlineData(-300, -1, true, "Wait 900")]
    [InlineData(14, 14, true, "Wait 60")]
    [InlineData(14, 14, false, "Wait 60")]
    // the mail service told of later mails, not of this one
    [InlineData(15, 5, true, "SendAgain never-accepted")]
    [InlineData(15, 5, false, "GiveBack never-accepted")]
    [InlineData(30, 5, true, "SendAgain never-accepted")]
    // looked much too late: events may come in any order once they can come again
    [InlineData(31, 5, true, "WaitAnew 900")]
    [InlineData(4_000, 3_000, true, "WaitAnew 900")]
    [InlineData(100_000, 3_000, false, "WaitAnew 900")]
    // of mails of about the same time: not enough
    [InlineData(15, 4.9, true, "Wait 450")]
    // nothing can be concluded
    [InlineData(15, -1, true, "Wait 450")]
    [InlineData(22.5, -1, true, "Wait 675")]
    [InlineData(60, 0, false, "Wait 1800")]
    [InlineData(1_000, -1, true, "Wait 3600")]
    [InlineData(4_319, -1, true, "Wait 3600")]
    [InlineData(4_320, -1, true, "GiveBack outcome-stays-unknown")]
    [InlineData(4_320, 4, false, "GiveBack outcome-stays-unknown")]
    public void An_unknown_reply_has_one_way_out(double age, double latestEvent, bool isAutomatic, string expected)
    {
        var reply = OutboxRows.Approved() with
        {
            State = ReplyState.Unknown,
            UnknownSince = Since,
            WrittenBy = isAutomatic ? null : "agent-1",
        };

        var verdict = UnknownRules.Decide(
            reply,
            latestEvent < 0 ? null : Since.AddMinutes(latestEvent),
            new RepliesOptions(),
            Since.AddMinutes(age)
        );

        Assert.Equal(
            expected,
            verdict switch
            {
                UnknownVerdict.Wait wait => $"Wait {wait.After.TotalSeconds}",
                UnknownVerdict.WaitAnew anew => $"WaitAnew {anew.After.TotalSeconds}",
                UnknownVerdict.SendAgain again => $"SendAgain {again.Reason}",
                UnknownVerdict.GiveBack back => $"GiveBack {back.Reason}",
                _ => "",
            }
        );
    }

    [Fact]
    public void A_reply_stored_before_the_time_was_kept_is_as_old_as_itself()
    {
        var reply = OutboxRows.Approved() with { State = ReplyState.Unknown, CreatedAt = Since };

        Assert.Equal(
            new UnknownVerdict.Wait(TimeSpan.FromMinutes(5)),
            UnknownRules.Decide(reply, null, new RepliesOptions(), Since.AddMinutes(10))
        );
    }
}
