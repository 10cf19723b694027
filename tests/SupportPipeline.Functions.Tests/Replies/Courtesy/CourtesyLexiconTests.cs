using SupportPipeline.Triage.Cues;

namespace SupportPipeline.Replies.Courtesy;

public sealed class CourtesyLexiconTests
{
    [Fact]
    public void A_cue_the_check_does_not_look_for_is_named_with_its_line()
    {
        var problems = ProblemsOf(
            new CueSource("en", "en/own.cues", "[courtesy thanks]\ncheers\n[courtesy politness]\nplease", FromFolder: false)
        );

        Assert.Equal(["en/own.cues:4: 'politness' is nothing the courtesy check looks for."], problems);
    }

    [Fact]
    public void An_entry_that_cannot_be_read_is_named_with_its_line()
    {
        var problems = ProblemsOf(new CueSource("ru", "ru/own.cues", "[courtesy thanks]\n(спасибо", FromFolder: false));

        Assert.Equal(["ru/own.cues:2: there is a '(' without its ')'."], problems);
    }

    [Fact]
    public void A_suggestion_that_is_missing_or_means_nothing_is_named()
    {
        var sources = BuiltIn()
            .Select(source =>
                source.Name == "en/suggestions-en.txt"
                    ? source with
                    {
                        Text = source.Text.Replace("jargon = ", "slang = ", StringComparison.Ordinal),
                    }
                    : source
            );

        var exception = Assert.Throws<CueFormatException>(() => new CourtesyLexicon([.. sources], []));

        Assert.Equal(
            [
                "en/suggestions-en.txt: 'slang = Use a plain word, or explain this one in brackets.' is not 'code = suggestion', or stands there twice.",
                "en/suggestions-en.txt: there is no 'jargon'.",
            ],
            exception.Problems
        );
    }

    [Fact]
    public void Every_suggestion_is_in_its_language()
    {
        var lexicon = CourtesyLexicon.BuiltIn();

        foreach (var language in TemplateCatalog.Languages)
        {
            var all = string.Join('\n', Enum.GetValues<CourtesyCode>().Select(code => lexicon.SuggestionOf(code, language)));
            Assert.Equal(language, Triage.LanguageDetector.Detect(all).Code);
        }
    }

    private static IReadOnlyList<CueSource> BuiltIn() => CueSource.BuiltIn("CourtesyCues/");

    private static IReadOnlyCollection<string> ProblemsOf(CueSource source) =>
        Assert.Throws<CueFormatException>(() => new CourtesyLexicon([.. BuiltIn(), source], [])).Problems;
}
