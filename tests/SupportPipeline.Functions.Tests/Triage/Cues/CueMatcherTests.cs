using SupportPipeline.Triage.Cues;
using SupportPipeline.Triage.Text;

namespace SupportPipeline.Functions.Tests.Triage.Cues;

public sealed class CueMatcherTests
{
    [Fact]
    public void The_longest_cue_at_a_place_hides_the_shorter_ones_inside_it_in_its_dimension_only()
    {
        var lexicon = CueTexts.Lexicon(
            "en",
            CueTexts.File("en", "[sentiment -2]\nbad\n[sentiment 1]\nnot bad at all\nnot bad\n[topic billing 1]\nall\nbad")
        );

        Assert.Equal(
            ["Feeling: not bad at all (en/test.cues:4)", "Topic: bad (en/test.cues:8)", "Topic: all (en/test.cues:7)"],
            CueTexts.Find(lexicon, "not bad at all")
        );
        Assert.Equal(["Feeling: not bad (en/test.cues:5)", "Topic: bad (en/test.cues:8)"], CueTexts.Find(lexicon, "not bad at"));
    }

    [Fact]
    public void A_weight_of_nothing_hides_what_is_inside_it()
    {
        var lexicon = CueTexts.Lexicon("en", CueTexts.File("en", "[sentiment -2]\nproblem\n[sentiment 0]\nno problem"));

        Assert.Equal(
            ["Feeling: no problem (en/test.cues:4)", "Feeling: problem (en/test.cues:2)"],
            CueTexts.Find(lexicon, "no problem, problem")
        );
    }

    [Fact]
    public void An_exact_word_is_preferred_to_an_inflected_one_and_that_to_a_beginning()
    {
        var lexicon = CueTexts.Lexicon("en", CueTexts.File("en", "[sentiment 1]\ndelay*\n[sentiment 2]\ndelay\n[sentiment 3]\n=delays"));

        Assert.Equal(
            ["Feeling: delays (en/test.cues:6)", "Feeling: delayed (en/test.cues:4)", "Feeling: delaytastic (en/test.cues:2)"],
            CueTexts.Find(lexicon, "delays delayed delaytastic")
        );
    }

    [Theory]
    [InlineData("bad old service", "bad old service")]
    [InlineData("bad old and slow service", "")]
    [InlineData("bad. Service", "")]
    [InlineData("bad\nService", "")]
    [InlineData("bad service bad service", "bad service bad service")]
    public void A_gap_is_short_and_stops_at_the_end_of_a_sentence_and_the_longest_wins(string text, string found) =>
        Assert.Equal(found, CueTexts.Find("en", "bad .. service", text));

    [Fact]
    public void Groups_name_words_in_every_inflection()
    {
        var lexicon = CueTexts.Lexicon("en", CueTexts.File("en", "[sentiment -2]\nrude {staff}\n[group staff]\nagent\n=rep"));

        Assert.Equal(
            [
                "Feeling: rude agents (en/test.cues:2)",
                "Feeling: rude rep (en/test.cues:2)",
                "Group: agents (en/test.cues:4)",
                "Group: rep (en/test.cues:5)",
            ],
            CueTexts.Find(lexicon, "rude agents. rude rep. rude reps")
        );
    }

    [Theory]
    [InlineData(1_000)]
    [InlineData(16_000)]
    public void The_work_is_bounded_by_the_number_of_words_whatever_they_are(int words)
    {
        var patterns = string.Join('\n', Enumerable.Range(1, 7).Select(gap => $"a ..{gap} a ..8 a ..8 a ..8 a ..8 a ..8 b"));
        var lexicon = CueTexts.Lexicon("en", CueTexts.File("en", $"[sentiment -2]\n{patterns}"));
        var (buffer, hits) = (new TokenBuffer(), new CueHits());
        Tokenizer.Tokenize(string.Concat(Enumerable.Repeat("a ", words)), lexicon, buffer);

        var steps = CueMatcher.Match(lexicon.Graph, buffer, hits);

        Assert.InRange(steps, words * CueMatcher.CreditPerPlace, CueMatcher.FirstCredit + (words * CueMatcher.CreditPerPlace));
    }

    [Fact]
    public void A_cue_is_still_found_after_a_stretch_that_was_made_to_be_slow()
    {
        var lexicon = CueTexts.Lexicon("en", CueTexts.File("en", "[sentiment -2]\na ..8 a ..8 a ..8 a ..8 a ..8 b\nterrible service"));

        var found = CueTexts.Find(lexicon, string.Concat(Enumerable.Repeat("a ", 5_000)) + "terrible service");

        Assert.Equal(["Feeling: terrible service (en/test.cues:3)"], found);
    }
}
