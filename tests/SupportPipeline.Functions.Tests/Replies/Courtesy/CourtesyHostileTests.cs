using FsCheck;
using FsCheck.Fluent;

namespace SupportPipeline.Replies.Courtesy;

/// <summary>Whatever is pasted into a draft: no exception, and findings that point into the text.</summary>
public sealed class CourtesyHostileTests
{
    private const int Length = 65_536;

    public static TheoryData<string> Seeds { get; } =
    [
        "a",
        "A",
        "!",
        "{",
        "[[",
        "<a",
        "×",
        "_",
        "1",
        "1 ",
        "一",
        "一点",
        "«",
        "“",
        "\uD83D",
        "\u202E",
        "e\u0301\u0301",
        "\0",
        "@a",
        "a@a.",
        "+1 ",
        "GB82 ",
        "we don't know. ",
        "sorry ",
        "如果",
        "we will soon ",
        "PLEASE ",
        "{{#each this}}",
    ];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Is_read_to_its_end(string seed)
    {
        var text = string.Concat(Enumerable.Repeat(seed, Length / seed.Length));

        Assert.All(TemplateCatalog.Languages, language => AssertSound(text, language));
    }

    [Fact]
    public void Anything_at_all_is_read_to_its_end() =>
        Prop.ForAll<string?>(text => AssertSound(text ?? "", TemplateCatalog.Languages[(text?.Length ?? 0) % 4]))
            .QuickCheckThrowOnFailure();

    private static void AssertSound(string text, string language)
    {
        foreach (var channel in Enum.GetValues<CourtesyChannel>())
        {
            var findings = CourtesyCheckTests.Check.Check(
                new()
                {
                    Text = text,
                    Language = language,
                    Channel = channel,
                    Scenario = Playbook.Scenario.VeryAngry,
                    CustomerName = "Mia",
                }
            );
            Assert.All(findings, finding => Assert.Equal(text.Substring(finding.Offset, finding.Length), finding.Text));
        }
    }
}
