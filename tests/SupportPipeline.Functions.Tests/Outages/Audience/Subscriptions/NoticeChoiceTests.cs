using SupportPipeline.Testing;

namespace SupportPipeline.Outages.Audience.Subscriptions;

public sealed class NoticeChoiceTests
{
    private static readonly string[] Known = ["checkout", "search", "login"];

    [Fact]
    public void Everything_is_no_opt_out_and_nothing_is_one_from_all()
    {
        Assert.Null(new NoticeChoice(true, []).OptOut(Known));
        Assert.Equal([], NoticeChoice.Nothing.OptOut(Known)!);
        Assert.Equal(["search", "login"], new NoticeChoice(false, ["checkout"]).OptOut(Known)!);
        Assert.Null(new NoticeChoice(false, Known).OptOut(Known));
    }

    [Fact]
    public void A_confirmation_makes_no_opt_out_of_its_own()
    {
        Assert.Null(new NoticeChoice(false, ["checkout"]).OptOutAfterConfirming(null, Known));
        Assert.Equal(["login"], new NoticeChoice(false, ["checkout"]).OptOutAfterConfirming(OptOut("checkout", "login"), Known)!);
        Assert.Null(new NoticeChoice(true, []).OptOutAfterConfirming(OptOut(), Known));
    }

    [Fact]
    public void What_holds_is_the_subscription_without_what_was_opted_out_of()
    {
        Assert.Equal((true, 0), Of(NoticeChoice.Current(null, null, Known)));
        Assert.True(NoticeChoice.Current(null, OptOut(), Known).IsNothing);
        Assert.Equal(["checkout", "login"], NoticeChoice.Current(null, OptOut("search"), Known).Components);
    }

    private static (bool, int) Of(NoticeChoice choice) => (choice.Everything, choice.Components.Count);

    private static NoticeOptOut OptOut(params string[] components) => new("hash", components, Ids.Time);
}
