using SupportPipeline.Repository;

namespace SupportPipeline.Replies;

/// <summary>Which templates there are and what each needs; the same table stands in <c>docs/templates/README.md</c> for people.</summary>
public sealed class TemplateContractTests
{
    private static readonly string[] OfEveryEmail = ["caseNumber", "deskName"];
    private static readonly string[] MayBeInEveryEmail = ["customerName", "subject", "matter"];
    private static readonly Dictionary<string, (Variables Email, Variables Public)> Contract = ReadContract();

    public static TheoryData<string, string, string> Rows => TemplateText.Rows;

    public static TheoryData<string, string, string> Emails => TemplateText.Emails;

    public static TheoryData<string, string, string> Notes => TemplateText.Notes;

    [Fact]
    public void Forty_scenarios_in_four_languages_and_two_channels()
    {
        var expected =
            from scenario in Contract.Keys
            from language in TemplateCatalog.Languages
            from channel in TemplateChannel.All
            select $"{scenario} {language} {channel}";

        Assert.Equal(40, Contract.Count);
        Assert.Equal(
            expected.Order(StringComparer.Ordinal),
            TemplateText.Files.Select(file => $"{file.Scenario} {file.Language} {file.Channel}").Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [MemberData(nameof(Emails))]
    public void An_email_requires_what_the_page_says(string scenario, string language, string channel)
    {
        var file = TemplateText.File(scenario, language, channel);
        var (required, optional) = Contract[scenario].Email;

        var isUnasked = TemplateText.Unasked.Contains(scenario, StringComparer.Ordinal);
        Assert.Equal(Sorted([.. isUnasked ? ["deskName"] : OfEveryEmail, .. required]), Sorted(file.Required));
        Assert.Equal(Sorted([.. isUnasked ? ["customerName"] : MayBeInEveryEmail, .. optional]), Sorted(file.Optional));
    }

    /// <summary>A language may do without something, so that its note stays short; it may not ask for more.</summary>
    [Theory]
    [MemberData(nameof(Notes))]
    public void A_note_requires_no_more_than_the_page_says(string scenario, string language, string channel)
    {
        var file = TemplateText.File(scenario, language, channel);
        var (required, optional) = Contract[scenario].Public;

        Assert.Empty(file.Required.Except(["deskName", .. required]));
        Assert.Empty(file.Optional.Except(["handle", "topicWords", .. required, .. optional]));
        Assert.Superset(required.Where(IsTime).ToHashSet(StringComparer.Ordinal), file.Required.ToHashSet(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Uses_what_it_requires_and_nothing_unannounced(string scenario, string language, string channel)
    {
        var file = TemplateText.File(scenario, language, channel);

        Assert.Empty(file.Required.Except(file.Used));
        Assert.Empty(file.Used.Except(file.Required).Except(file.Optional));
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Keeps_to_four_kinds_of_braces(string scenario, string language, string channel)
    {
        var file = TemplateText.File(scenario, language, channel);
        var rest = file.Used.Aggregate(
            file.Subject + file.Text,
            (text, name) =>
                text.Replace($"{{{{{name}}}}}", "", StringComparison.Ordinal)
                    .Replace($"{{{{#if {name}}}}}", "", StringComparison.Ordinal)
                    .Replace("{{else}}", "", StringComparison.Ordinal)
                    .Replace("{{/if}}", "", StringComparison.Ordinal)
        );

        Assert.DoesNotContain("{", rest, StringComparison.Ordinal);
        Assert.DoesNotContain("}", rest, StringComparison.Ordinal);
    }

    /// <summary>The last table of the page: scenario, variables of the email, variables of the note, optional ones in brackets.</summary>
    private static Dictionary<string, (Variables Email, Variables Public)> ReadContract() =>
        RepositoryFiles
            .Read("docs/templates/README.md")
            .ReplaceLineEndings("\n")
            .Split("## Scenarios")[1]
            .Split('\n')
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Trim('|').Split('|').Select(cell => cell.Replace("`", "", StringComparison.Ordinal).Trim()).ToArray())
            .ToDictionary(cells => cells[0], cells => (Names(cells[1]), Names(cells[2])), StringComparer.Ordinal);

    private static Variables Names(string cell)
    {
        var names = cell.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries)
            .Where(name => name != "–")
            .ToLookup(name => name[0] == '(');
        return new([.. names[false]], [.. names[true].Select(name => name.Trim('(', ')'))]);
    }

    private static bool IsTime(string name) =>
        name.EndsWith("By", StringComparison.Ordinal) || name.EndsWith("At", StringComparison.Ordinal);

    private static IEnumerable<string> Sorted(IEnumerable<string> names) => names.Order(StringComparer.Ordinal);

    private sealed record Variables(string[] Required, string[] Optional);
}
