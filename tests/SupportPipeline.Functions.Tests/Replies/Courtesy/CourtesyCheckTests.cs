using SupportPipeline.Platform;
using SupportPipeline.Playbook;

namespace SupportPipeline.Replies.Courtesy;

public sealed class CourtesyCheckTests
{
    internal static readonly CourtesyCheck Check = new();

    public static TheoryData<string, int> Examples { get; } = AllExamples();

    public static TheoryData<string> Languages { get; } = [.. TemplateCatalog.Languages];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Finds_exactly_what_is_marked(string language, int index)
    {
        var example = Of(language)[index];
        var expected = example.Expected.Order().ToList();

        var found = Check.Check(example.Text);

        // Hints are looked at where a text is marked with them: most short examples lack thanks, or something else that is only nice to have.
        var marked = expected.Select(finding => finding.Code).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(
            expected,
            found
                .Select(finding => (Code: KebabCase.NameOf(finding.Code), finding.Offset, finding.Length, finding.Severity))
                .Where(finding => finding.Severity != CourtesySeverity.Hint || marked.Contains(finding.Code))
                .Select(finding => (finding.Code, finding.Offset, finding.Length))
                .Order()
                .ToList()
        );
        Assert.All(found, finding => Assert.Equal(example.Text.Text.Substring(finding.Offset, finding.Length), finding.Text));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_code_has_an_example_and_a_counter_example_in_every_language(string language)
    {
        var codes = Enum.GetValues<CourtesyCode>().Select(KebabCase.NameOf).Order(StringComparer.Ordinal).ToList();
        var examples = Of(language);

        Assert.Equal(
            codes,
            examples
                .Where(example => !example.IsGood)
                .SelectMany(example => example.Expected)
                .Select(found => found.Code)
                .Distinct()
                .Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            codes,
            examples.Where(example => example.IsGood).Select(example => example.Code).Distinct().Order(StringComparer.Ordinal)
        );
        Assert.All(examples, example => Assert.Equal(example.IsGood, example.Expected.Count == 0));
    }

    [Fact]
    public void Each_code_has_the_severity_that_the_page_names()
    {
        CourtesyCode[] blocks =
        [
            CourtesyCode.MissingApology,
            CourtesyCode.DeadEnd,
            CourtesyCode.BareRefusal,
            CourtesyCode.Accusation,
            CourtesyCode.Retaliation,
            CourtesyCode.SolutionFirst,
            CourtesyCode.TooLong,
            CourtesyCode.Placeholder,
            CourtesyCode.PersonalData,
        ];

        var found = CourtesyExample
            .All.SelectMany(example => Check.Check(example.Text))
            .ToLookup(finding => finding.Code, finding => finding.Severity);

        Assert.All(
            Enum.GetValues<CourtesyCode>(),
            code =>
            {
                CourtesySeverity[] expected = code switch
                {
                    CourtesyCode.MissingThanks => [CourtesySeverity.Hint, CourtesySeverity.Warn],
                    CourtesyCode.LongSentence => [CourtesySeverity.Hint],
                    _ when blocks.Contains(code) => [CourtesySeverity.Block],
                    _ => [CourtesySeverity.Warn],
                };
                Assert.Equal(expected, found[code].Distinct().Order());
            }
        );
    }

    [Fact]
    public void A_long_email_is_only_warned_of()
    {
        var text = "Hello,\nThank you. " + string.Concat(Enumerable.Repeat("The lamp is white. ", 140));

        var finding = Assert.Single(Check.Check(new() { Text = text, Language = "en" }));

        Assert.Equal(
            (CourtesyCode.TooLong, CourtesySeverity.Warn, 2_500, text.Length - 2_500),
            (finding.Code, finding.Severity, finding.Offset, finding.Length)
        );
    }

    [Fact]
    public void A_channel_of_ones_own_has_its_own_limit()
    {
        var findings = Check.Check(
            new()
            {
                Text = "Thank you for the photo.",
                Language = "en",
                Channel = CourtesyChannel.Public,
                MaxLength = 10,
            }
        );

        Assert.Equal([(CourtesyCode.TooLong, 10, 14)], findings.Select(finding => (finding.Code, finding.Offset, finding.Length)));
    }

    [Fact]
    public void A_helpline_is_no_personal_data()
    {
        var text = new CourtesyText
        {
            Text = "Hello,\nThank you. Please call 0808 157 0192 now, or (02) 2345-6789.",
            Language = "en",
            Scenario = Scenario.Threat,
        };

        Assert.Empty(Check.Check(text));
        Assert.Equal([CourtesyCode.PersonalData], Check.Check(text with { Scenario = null }).Select(finding => finding.Code));
    }

    [Fact]
    public void A_language_without_cue_files_is_refused() =>
        Assert.Equal(
            "'de' is not a language the courtesy check knows. (Parameter 'text')",
            Assert.Throws<ArgumentException>(() => Check.Check(new() { Text = "Hallo", Language = "de" })).Message
        );

    [Fact]
    public void Many_at_once_find_the_same()
    {
        var examples = CourtesyExample.All;
        var alone = examples.Select(example => Check.Check(example.Text).Count).ToList();

        var together = examples.AsParallel().AsOrdered().Select(example => Check.Check(example.Text).Count).ToList();

        Assert.Equal(alone, together);
    }

    private static List<CourtesyExample> Of(string language) => [.. CourtesyExample.All.Where(example => example.Language == language)];

    private static TheoryData<string, int> AllExamples()
    {
        var rows = new TheoryData<string, int>();
        foreach (var language in TemplateCatalog.Languages)
        {
            for (var index = 0; index < Of(language).Count; index++)
            {
                rows.Add(language, index);
            }
        }

        return rows;
    }
}
