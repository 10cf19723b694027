using SupportPipeline.Cases;
using SupportPipeline.FollowUps;
using SupportPipeline.Platform;

namespace SupportPipeline.Social.Replies;

public sealed class ClosingWordTests
{
    private static readonly DateTimeOffset s_closed = SolvedCases.Now;

    private static readonly CaseSnapshot s_case = SolvedCases.Case with { State = CaseState.Closed, ClosedAt = s_closed };

    [Theory]
    [InlineData("customer-confirmed", true)]
    [InlineData("no-answer-needed", true)]
    [InlineData("duplicate", false)]
    [InlineData("spam", false)]
    public void Spam_and_duplicates_get_no_closing_word(string reason, bool isProposed) =>
        Assert.Equal(isProposed, ClosingWord.WasHelped(s_case, [Closed(reason, s_closed)]));

    [Fact]
    public void Silence_after_a_solution_gets_one() => Assert.True(ClosingWord.WasHelped(s_case, []));

    [Fact]
    public void What_was_once_closed_as_spam_and_solved_after_all_gets_one() =>
        Assert.True(ClosingWord.WasHelped(s_case, [Closed("spam", s_closed.AddDays(-1)), Closed("customer-confirmed", s_closed)]));

    [Fact]
    public void A_case_that_was_joined_into_another_gets_none() =>
        Assert.False(ClosingWord.WasHelped(s_case with { MergedInto = SolvedCases.Solved.Id }, []));

    private static TimelineEvent Closed(string reason, DateTimeOffset at) =>
        new($"{at:O}", at, "closed", ReasonCode.ByAgent, reason, "ann");
}
