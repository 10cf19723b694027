using SupportPipeline.Testing;

namespace SupportPipeline.Customers;

public sealed class ScreeningRulesTests
{
    private static readonly ScreeningOptions Usual = new();

    [Theory]
    [InlineData(null, false, false, null)]
    [InlineData(7.9, false, false, null)]
    [InlineData(8.0, false, false, "spam-score-high")]
    [InlineData(null, true, false, "authentication-failed")]
    [InlineData(null, true, true, null)]
    [InlineData(9.0, true, false, "authentication-failed")]
    public void What_a_message_looks_like_decides(double? spam, bool spfFailed, bool dkimPassed, string? expected) =>
        Assert.Equal(expected, ScreeningRules.HoldReason(new(spam, spfFailed, dkimPassed), null, Usual));

    [Fact]
    public void A_blocked_sender_is_held_whatever_the_mail_looks_like() =>
        Assert.Equal("sender-blocked", ScreeningRules.HoldReason(new(), Sender("blocked"), Usual));

    [Fact]
    public void A_trusted_sender_is_not_held_for_looks() => Assert.Null(ScreeningRules.HoldReason(new(20, true), Sender("trusted"), Usual));

    [Fact]
    public void A_block_counts_more_than_trust() =>
        Assert.Equal("sender-blocked", ScreeningRules.HoldReason(new(), Sender("trusted", "blocked"), Usual));

    [Fact]
    public void The_check_of_origin_can_be_switched_off() =>
        Assert.Null(ScreeningRules.HoldReason(new(null, true), null, new ScreeningOptions { HoldUnauthenticated = false }));

    private static CustomerFacts Sender(params string[] flags) =>
        new("c0") { Flags = [.. flags.Select(flag => new CustomerFlag(flag, null, "why", "ann", Ids.Time))] };
}
