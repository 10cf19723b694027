using System.Text.RegularExpressions;
using SupportPipeline.Platform;
using SupportPipeline.Replies;

namespace SupportPipeline.Outages.Incidents;

public sealed partial class IncidentTemplatesTests
{
    private static readonly IncidentTemplates Templates = new();

    private static readonly Dictionary<string, string> Values = new(StringComparer.Ordinal)
    {
        ["components"] = "Checkout",
        ["nextUpdateBy"] = "10:10",
        ["scheduledFor"] = "12:00",
        ["scheduledUntil"] = "13:00",
        ["incidentSummary"] = "Paying fails.",
    };

    public static TheoryData<string, string> All { get; } = Rows();

    [Fact]
    public void Every_kind_is_there() =>
        Assert.Equal(
            [
                "cancelled",
                "completed",
                "correction",
                "identified",
                "in-progress",
                "investigating",
                "monitoring",
                "rescheduled",
                "resolved",
                "scheduled",
                "verifying",
            ],
            Templates.Kinds
        );

    [Theory]
    [MemberData(nameof(All))]
    public void Filled_completely_nothing_is_missing_and_everything_that_is_given_is_said(string kind, string language)
    {
        var file = Templates.Files.Single(one => one.Scenario == kind && one.Language == language);
        var complete = Assert.IsType<RenderResult.Complete>(Templates.Render(kind, language, Values));
        var text = complete.Subject + "\n" + complete.Text;

        Assert.DoesNotMatch(Gap(), text);
        Assert.DoesNotContain("  ", text, StringComparison.Ordinal);
        Assert.All(file.Used, name => Assert.Contains(Values[name], text, StringComparison.Ordinal));
        Assert.All(file.Required, name => Assert.Contains(name, file.Used));
        Assert.InRange(complete.Subject.Length, 2, 80);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Without_what_is_optional_it_is_complete_and_without_what_is_required_it_is_not_sent(string kind, string language)
    {
        var file = Templates.Files.Single(one => one.Scenario == kind && one.Language == language);
        var required = Values.Where(pair => file.Required.Contains(pair.Key, StringComparer.Ordinal)).ToDictionary(StringComparer.Ordinal);

        var complete = Assert.IsType<RenderResult.Complete>(Templates.Render(kind, language, required));
        Assert.DoesNotMatch(Gap(), complete.Text);
        Assert.DoesNotMatch(LooseEnd(), complete.Text);
        Assert.All(
            file.Required,
            name =>
                Assert.IsType<RenderResult.Incomplete>(
                    Templates.Render(kind, language, required.Where(pair => pair.Key != name).ToDictionary(StringComparer.Ordinal))
                )
        );
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Each_language_has_its_own_words_and_the_same_variables(string kind, string language)
    {
        var file = Templates.Files.Single(one => one.Scenario == kind && one.Language == language);
        var english = Templates.Files.Single(one => one.Scenario == kind && one.Language == "en");

        Assert.Equal(english.Used.Order(StringComparer.Ordinal), file.Used.Order(StringComparer.Ordinal));
        Assert.Equal(language == "ru", file.Text.Any(character => character is >= 'А' and <= 'я'));
        Assert.Equal(language.StartsWith("zh", StringComparison.Ordinal), file.Text.Any(character => character is >= '一' and <= '鿿'));
    }

    private static TheoryData<string, string> Rows()
    {
        var rows = new TheoryData<string, string>();
        foreach (var kind in Templates.Kinds)
        {
            foreach (var language in Organisation.KnownLanguages)
            {
                rows.Add(kind, language);
            }
        }

        return rows;
    }

    [GeneratedRegex(@"[\[\]{}]", RegexOptions.NonBacktracking)]
    private static partial Regex Gap();

    /// <summary>A space at the end of a line, or a line that begins with one: what a value that is not there leaves behind.</summary>
    [GeneratedRegex(@" \n|\n ", RegexOptions.NonBacktracking)]
    private static partial Regex LooseEnd();
}
