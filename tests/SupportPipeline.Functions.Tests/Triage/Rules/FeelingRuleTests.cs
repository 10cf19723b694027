namespace SupportPipeline.Functions.Tests.Triage.Rules;

public sealed class FeelingRuleTests
{
    [Theory]
    [InlineData("good", "good 2")]
    [InlineData("not good", "good -1.4")]
    [InlineData("not bad", "bad 0.8")]
    [InlineData("not one two three good", "good -1.4")]
    [InlineData("not one two three four good", "good 2; not -0.3 rule:negation")]
    [InlineData("not never good", "good 2")]
    [InlineData("not there, good", "good 2; not -0.3 rule:negation")]
    [InlineData("not so very good", "good -2.1")]
    public void A_negation_turns_round_what_follows_within_four_words_of_its_clause(string text, string feelings) =>
        Assert.Equal(feelings, RuleWords.Feelings(text));

    [Theory]
    [InlineData("It does not open. Never good.", "good -1.4; not -0.3 rule:negation")]
    [InlineData("not, not, not", "not -0.3 rule:negation; not -0.3 rule:negation")]
    [InlineData("not good, not here", "good -1.4; not -0.3 rule:negation")]
    [InlineData("not good nor bad, not here", "good -1.4; bad 0.8; not -0.3 rule:negation")]
    [InlineData("they said \"it was not here\" to me", "")]
    public void A_negation_that_turns_nothing_round_is_a_little_criticism_twice_at_most(string text, string feelings) =>
        Assert.Equal(feelings, RuleWords.Feelings(text));

    [Theory]
    [InlineData("very bad", "bad -3")]
    [InlineData("very very bad", "bad -4.5")]
    [InlineData("very one two bad", "bad -2")]
    [InlineData("very, bad", "bad -2")]
    [InlineData("a bit bad", "bad -1")]
    [InlineData("a bit of bad", "bad -1")]
    public void Strengthening_and_weakening_words_count_right_before_a_feeling(string text, string feelings) =>
        Assert.Equal(feelings, RuleWords.Feelings(text));

    [Theory]
    [InlineData("BAD service here today", "BAD -2.5")]
    [InlineData("BAD SERVICE", "BAD -2")]
    [InlineData("baaad", "baaad -2.4")]
    [InlineData("BAAAD service here today", "BAAAD -2.5")]
    [InlineData("bad!", "bad -2.16")]
    [InlineData("bad!!!!!!", "bad -2.48")]
    [InlineData("bad. Really!", "bad -2")]
    [InlineData("good?", "good 0.8")]
    [InlineData("bad?", "bad -1.6")]
    [InlineData("not good?", "good -1.12")]
    [InlineData("good?!", "good 0.864")]
    public void Capitals_drawn_out_letters_and_marks_count(string text, string feelings) =>
        Assert.Equal(feelings, RuleWords.Feelings(text));

    [Theory]
    [InlineData("I hope it is good", "good 0.4")]
    [InlineData("if it is good, bad", "good 0.4; bad -2")]
    [InlineData("if one two three four five good", "good 0.4")]
    [InlineData("if one two three four five six good", "good 2")]
    public void What_is_wished_or_supposed_counts_less(string text, string feelings) => Assert.Equal(feelings, RuleWords.Feelings(text));

    [Theory]
    [InlineData("good but bad", "good 1; bad -2.6")]
    [InlineData("It is good. But bad.", "good 1; bad -2.6")]
    [InlineData("good. It is bad but good.", "good 2; bad -1; good 2.6")]
    [InlineData("good but it is here. bad", "good 1; bad -2")]
    [InlineData("but bad", "bad -2.6")]
    public void Of_two_sides_of_a_but_the_second_weighs_more(string text, string feelings) =>
        Assert.Equal(feelings, RuleWords.Feelings(text));

    [Theory]
    [InlineData("great, a delay", "great -2.4 rule:sarcasm")]
    [InlineData("Great. Another delay", "Great -2.4 rule:sarcasm")]
    [InlineData("Great food today. A delay", "Great 3")]
    [InlineData("great, delay fixed", "great 3")]
    [InlineData("a delay, great", "great 3")]
    [InlineData("good seats yesterday in the hall with a delay", "good 2")]
    [InlineData("good seats yesterday in the hall with another delay", "good -1.6 rule:sarcasm")]
    [InlineData("your \"good\" service", "good -1.6 rule:sarcasm")]
    [InlineData("your 'good' service", "good -1.6 rule:sarcasm")]
    [InlineData("not great, another delay", "great -2.1")]
    public void Praise_of_something_bad_or_in_quotation_marks_is_meant_the_other_way_round(string text, string feelings) =>
        Assert.Equal(feelings, RuleWords.Feelings(text));

    [Theory]
    [InlineData("they wrote “very good indeed” to me", "")]
    [InlineData("“very good indeed”", "good 3")]
    public void Somebody_elses_words_are_no_feelings(string text, string feelings) => Assert.Equal(feelings, RuleWords.Feelings(text));
}
