using SupportPipeline.Triage;
using SupportPipeline.Triage.Cues;

namespace SupportPipeline.Functions.Tests.Triage.Cues;

public sealed class CueFileTests
{
    [Theory]
    [InlineData("bad", "en/test.cues:1: an entry stands before the first section.")]
    [InlineData("[sentiment]", "en/test.cues:1: 'sentiment' is not an effect.")]
    [InlineData("[sentimental 1]", "en/test.cues:1: 'sentimental 1' is not an effect.")]
    [InlineData("[]", "en/test.cues:1: '' is not an effect.")]
    [InlineData("[negator 1]", "en/test.cues:1: 'negator 1' is not an effect.")]
    [InlineData("[sentiment -6]", "en/test.cues:1: '-6' is not a weight from -5 to 5.")]
    [InlineData("[sentiment 1e0]", "en/test.cues:1: '1e0' is not a weight from -5 to 5.")]
    [InlineData("[sentiment 1,5]", "en/test.cues:1: '5' is not an effect.")]
    [InlineData("[intensifier 0.5]", "en/test.cues:1: '0.5' is not a weight from 1 to 3.")]
    [InlineData("[softener 1.5]", "en/test.cues:1: '1.5' is not a weight from 0.1 to 1.")]
    [InlineData("[irrealis 2]", "en/test.cues:1: '2' is not a weight from 0 to 1.")]
    [InlineData(
        "[topic money 1]",
        "en/test.cues:1: 'money' is not one of other, product-defect, billing, delivery, service-quality, account, availability."
    )]
    [InlineData("[style rude 1]", "en/test.cues:1: 'rude' is not one of none, aggressive, expressive, passive, constructive.")]
    [InlineData("[conduct rude 1]", "en/test.cues:1: 'rude' is not one of civil, vulgar, abusive.")]
    [InlineData("[threat bomb 1]", "en/test.cues:1: 'bomb' is not one of none, legal, physical, self-harm.")]
    [InlineData("[topic billing 9]", "en/test.cues:1: '9' is not a weight from 0 to 5.")]
    [InlineData("[sentiment 1", "en/test.cues:1: there is a '[' without its ']'.")]
    [InlineData("[sentiment 1]\nbad = x", "en/test.cues:2: 'x' is not a weight from -5 to 5.")]
    [InlineData("[intensifier 1.5]\nvery = 4", "en/test.cues:2: '4' is not a weight from 0 to 3.")]
    [InlineData("[sentiment 1]\n\n# a comment\n(bad", "en/test.cues:4: there is a '(' without its ')'.")]
    [InlineData("[sentiment 1]\r\nok\r\n- -", "en/test.cues:3: there is no word in '-'.")]
    [InlineData("[sentiment 1]\nthe {staf}", "en/test.cues:2: there is no word in the group 'staf'.")]
    public void What_is_wrong_is_said_with_file_and_line(string text, string problem) =>
        Assert.Equal([problem], CueTexts.ProblemsOf(CueTexts.File("en", text)));

    [Fact]
    public void A_section_that_cannot_be_read_is_said_once()
    {
        var problems = CueTexts.ProblemsOf(CueTexts.File("en", "[sentimnt 1]\ngood\nnice\n[sentiment 1\nfine\n[sentiment -1]\n(bad"));

        Assert.Equal(
            [
                "en/test.cues:1: 'sentimnt 1' is not an effect.",
                "en/test.cues:4: there is a '[' without its ']'.",
                "en/test.cues:7: there is a '(' without its ')'.",
            ],
            problems
        );
    }

    [Fact]
    public void The_first_ten_problems_are_listed_and_the_others_counted()
    {
        var text = "[sentiment 1]\n" + string.Join('\n', Enumerable.Repeat("(bad", 12));

        var exception = Assert.Throws<CueFormatException>(() => CueTexts.Analyzer("en", text));

        var listed = Enumerable.Range(2, 10).Select(line => $"en/test.cues:{line}: there is a '(' without its ')'.");
        Assert.Equal([.. listed, "… and 2 more."], exception.Message.Split(Environment.NewLine));
        Assert.Equal(12, exception.Problems.Count);
    }

    [Fact]
    public void A_problem_in_what_all_languages_share_is_said_once() =>
        Assert.Equal(["any/test.cues:1: 'x' is not an effect."], CueTexts.ProblemsOf(CueTexts.File("any", "[x]")));

    [Fact]
    public void Comments_begin_with_a_hash_at_the_start_or_after_a_space_but_not_in_quotes()
    {
        var lexicon = CueTexts.Lexicon("en", CueTexts.File("en", "# what is bad\n[sentiment -2] # strong\nbad # worse\n#good\n\"# 1\""));

        Assert.Equal(["Feeling: bad (en/test.cues:3)"], CueTexts.Find(lexicon, "bad good"));
    }

    [Fact]
    public void An_entrys_own_weight_replaces_that_of_the_sections_first_effect()
    {
        var analyzer = CueTexts.Analyzer("en", "[sentiment -1, topic billing 1]\nodd\nterrible = -4\n[topic account 2]\nlogin");

        Assert.Equal((0.498, 0.868), (Math.Round(Negative("odd"), 3), Math.Round(Negative("terrible"), 3)));
        Assert.Equal(
            (Topic.Billing, Topic.Billing),
            (analyzer.Analyze("odd", "en").Topic.Best, analyzer.Analyze("terrible", "en").Topic.Best)
        );

        double Negative(string text) => analyzer.Analyze(text, "en").Scores.Negative;
    }

    [Fact]
    public void Of_two_entries_of_a_folder_about_a_feeling_the_later_counts_and_labels_add_up()
    {
        var lexicon = CueTexts.Lexicon(
            "en",
            CueTexts.File("en", "[sentiment -1, topic billing 1]\nfee"),
            CueTexts.File("en", "[sentiment -3, topic account 2, topic billing 3]\nfee", "second.cues")
        );

        Assert.Equal(["Feeling: fee (en/second.cues:2)", "Topic: fee (en/second.cues:2)"], CueTexts.Find(lexicon, "fee"));
    }

    [Fact]
    public void An_organisations_own_entry_replaces_the_built_in_one_in_its_dimensions_and_adds_new_ones()
    {
        var lexicon = CueTexts.Lexicon(
            "en",
            CueTexts.File("en", "[sentiment -1, topic billing 1]\nfee\n[sentiment -2]\nbad"),
            CueTexts.File("en", "[topic account 2]\nfee\n[sentiment 2]\nsick", "own.cues", fromFolder: true)
        );

        Assert.Equal(["Feeling: fees (en/test.cues:2)", "Topic: fees (en/own.cues:2)"], CueTexts.Find(lexicon, "fees"));
        Assert.Equal(["Feeling: sick (en/own.cues:4)", "Feeling: bad (en/test.cues:4)"], CueTexts.Find(lexicon, "sick, bad"));
    }

    [Fact]
    public void What_all_languages_share_is_known_in_each()
    {
        var analyzer = new EmbeddedAnalyzer([CueTexts.File("any", "[sentiment -3]\n😡")]);

        Assert.All(
            ["en", "ru", "zh-Hant", "de"],
            language => Assert.Equal("any/test.cues:2", Assert.Single(analyzer.Analyze("😡", language).Sentiment.Evidence).Source)
        );
    }

    [Fact]
    public void A_folder_that_is_not_there_is_said() =>
        Assert.Throws<DirectoryNotFoundException>(() => new EmbeddedAnalyzer(Path.Combine(AppContext.BaseDirectory, "no such folder")));

    [Fact]
    public void The_built_in_files_are_without_a_problem() =>
        Assert.Equal("und", new EmbeddedAnalyzer([.. CueSource.BuiltIn()]).Analyze("").Language.Code);

    [Theory]
    [InlineData("態度", "zh/traditional.txt:2: '態度' is not two characters with '=' between them.")]
    public void A_table_of_characters_is_checked(string line, string problem) =>
        Assert.Equal([problem], CueTexts.ProblemsOf(CueTexts.File("zh", $"態=态\n{line}\n# 會=会", "traditional.txt")));
}
