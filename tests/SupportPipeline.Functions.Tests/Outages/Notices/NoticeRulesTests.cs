using SupportPipeline.Outages.Audience;
using SupportPipeline.Testing;

namespace SupportPipeline.Outages.Notices;

public sealed class NoticeRulesTests
{
    private static readonly DateTimeOffset Now = Ids.Time;

    private static readonly Notice Waiting = new()
    {
        Id = "notice",
        IncidentId = "incident",
        Kind = NoticeKind.Opening,
        State = NoticeState.AwaitingApproval,
        Audience = new AudienceRule(),
        Author = "olga@desk.example",
        CreatedAt = Now,
        ValidUntil = Now.AddHours(6),
        TextHash = "texts",
        ContentHash = "content",
        Count = 500,
    };

    [Fact]
    public void A_second_person_lets_it_go_out()
    {
        var approved = After(Approve(Waiting, "ivan@desk.example", "content"));

        Assert.Equal(
            (NoticeState.Sending, "ivan@desk.example", Now, null),
            (approved.State, approved.ApprovedBy, approved.ApprovedAt, approved.BreakGlass)
        );
    }

    [Theory]
    [InlineData("olga@desk.example", "content", null, 403, "second-person-needed")]
    [InlineData("OLGA@desk.example", "content", " ", 403, "second-person-needed")]
    [InlineData("ivan@desk.example", "other", null, 409, "content-changed")]
    [InlineData("ivan@desk.example", null, null, 409, "content-changed")]
    public void It_does_not_go_out(string by, string? contentHash, string? breakGlass, int status, string reason)
    {
        var refuse = Assert.IsType<NoticeVerdict.Refuse>(Approve(Waiting, by, contentHash, breakGlass));

        Assert.Equal((status, reason), (refuse.Status, refuse.Reason));
    }

    [Fact]
    public void One_person_is_enough_for_few_recipients() =>
        Assert.Null(After(Approve(Waiting with { Count = 100 }, "olga@desk.example", "content")).BreakGlass);

    [Fact]
    public void Who_breaks_the_glass_says_why() =>
        Assert.Equal("the site is down", After(Approve(Waiting, "olga@desk.example", "content", " the site is down ")).BreakGlass);

    [Fact]
    public void Nothing_goes_out_that_is_late_superseded_or_not_written_down()
    {
        Assert.Equal("notice-not-frozen", Reason(Waiting with { State = NoticeState.Freezing }));
        Assert.Equal("notice-superseded", Reason(Waiting with { SupersededBy = "newer" }));
        Assert.Equal("notice-stale", Reason(Waiting with { ValidUntil = Now.AddSeconds(-1) }));
        Assert.Equal("notice-not-waiting", Reason(Waiting with { State = NoticeState.Cancelled }));
    }

    [Fact]
    public void A_notice_can_be_stopped_and_go_on_until_everybody_was_told()
    {
        var sending = Waiting with { State = NoticeState.Sending };
        var paused = After(NoticeRules.Pause(sending));

        Assert.Equal((NoticeState.Paused, NoticeReason.NoticePaused), (paused.State, paused.Reason));
        Assert.Equal(sending, After(NoticeRules.Resume(paused)));
        Assert.Equal(NoticeState.Cancelled, After(NoticeRules.Cancel(paused, Now)).State);
        Assert.IsType<NoticeVerdict.Refuse>(NoticeRules.Cancel(sending with { State = NoticeState.Done }, Now));
        Assert.IsType<NoticeVerdict.Same>(NoticeRules.Cancel(sending with { State = NoticeState.Cancelled }, Now));
    }

    private static NoticeVerdict Approve(Notice notice, string by, string? contentHash, string? breakGlass = null) =>
        NoticeRules.Approve(notice, by, contentHash, breakGlass, threshold: 100, Now);

    private static string Reason(Notice notice) =>
        Assert.IsType<NoticeVerdict.Refuse>(Approve(notice, "ivan@desk.example", "content")).Reason;

    private static Notice After(NoticeVerdict verdict) => Assert.IsType<NoticeVerdict.Change>(verdict).After;
}
