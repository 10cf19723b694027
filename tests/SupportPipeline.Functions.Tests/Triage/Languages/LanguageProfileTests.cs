using SupportPipeline.Triage.Languages;

namespace SupportPipeline.Functions.Tests.Triage.Languages;

public sealed class LanguageProfileTests
{
    private static readonly IReadOnlyList<LanguageProfile> Profiles =
    [
        .. LanguageGroup.Latin.Codes.Concat(LanguageGroup.Cyrillic.Codes).Concat(LanguageGroup.Arabic.Codes).Select(LanguageProfile.Read),
    ];

    [Fact]
    public void Reads_every_kind_of_line()
    {
        var profile = LanguageProfile.Parse(
            "xx",
            new StringReader("# A language\n\nprior 1.5\nletters äö\nwords a b\nwords c\nendings ung\n")
        );

        Assert.Equal(("xx", 1.5, "äö"), (profile.Code, profile.Prior, profile.Letters));
        Assert.Equal(["a", "b", "c"], profile.Words);
        Assert.Equal(["ung"], profile.Endings);
    }

    [Fact]
    public void Names_the_line_that_it_does_not_understand()
    {
        var error = Assert.Throws<FormatException>(() => LanguageProfile.Parse("xx", new StringReader("words a\nword b")));

        Assert.Equal("Languages/xx.txt, line 2: 'word' is not words, endings, letters or prior.", error.Message);
    }

    [Fact]
    public void A_missing_profile_is_named()
    {
        var error = Assert.Throws<FormatException>(() => LanguageProfile.Read("xx"));

        Assert.Equal("Languages/xx.txt is not embedded in the assembly.", error.Message);
    }

    [Fact]
    public void Every_profile_has_words_in_small_letters_each_once() =>
        Assert.All(
            Profiles,
            profile =>
            {
                Assert.True(profile.Words.Count >= 100, profile.Code);
                Assert.Equal(profile.Words.Select(word => word.ToLowerInvariant()).Distinct(StringComparer.Ordinal), profile.Words);
            }
        );

    [Fact]
    public void Every_word_is_in_the_script_of_its_language() =>
        Assert.All(
            Profiles,
            profile =>
                Assert.All(profile.Words, word => Assert.True(LanguageGroupCodes.IsInScript(profile.Code, word), $"{profile.Code}: {word}"))
        );

    [Fact]
    public void Only_the_languages_we_answer_in_are_expected_before_anything_is_read() =>
        Assert.Equal(["en", "ru"], Profiles.Where(profile => profile.Prior != 0).Select(profile => profile.Code));

    private static class LanguageGroupCodes
    {
        internal static bool IsInScript(string code, string word)
        {
            var script =
                LanguageGroup.Latin.Codes.Contains(code) ? WritingScript.Latin
                : LanguageGroup.Cyrillic.Codes.Contains(code) ? WritingScript.Cyrillic
                : WritingScript.Arabic;
            return word.All(c => c == '\'' || WritingScripts.Of(c) == script || WritingScripts.Of(c) == WritingScript.Mark);
        }
    }
}
