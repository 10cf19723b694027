using SupportPipeline.Repository;

namespace SupportPipeline.Replies;

/// <summary>Which templates there are and what each needs; the same table stands in <c>docs/templates/README.md</c> for people.</summary>
public sealed class TemplateContractTests
{
    private static readonly string[] OfEveryEmail = ["caseNumber", "deskName"];
    private static readonly string[] MayBeInEveryEmail = ["customerName", "subject", "matter"];
    private static readonly Dictionary<string, (string[] Email, string[] Public)> Contract = ReadContract();

    public static TheoryData<string, string, string> Rows => TemplateText.Rows;

    [Fact]
    public void Thirty_five_scenarios_in_four_languages_and_two_channels()
    {
        var expected =
            from scenario in Contract.Keys
            from language in TemplateCatalog.Languages
            from channel in TemplateChannel.All
            select $"{scenario} {language} {channel}";

        Assert.Equal(35, Contract.Count);
        Assert.Equal(
            expected.Order(StringComparer.Ordinal),
            TemplateText.Files.Select(file => $"{file.Scenario} {file.Language} {file.Channel}").Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Requires_what_the_page_says(string scenario, string language, string channel)
    {
        var file = TemplateText.File(scenario, language, channel);
        var (email, note) = Contract[scenario];
        var (common, may, cell) =
            channel == TemplateChannel.Email ? (OfEveryEmail, MayBeInEveryEmail, email) : (["deskName"], ["handle"], note);

        Assert.Equal(Sorted([.. common, .. cell.Where(name => name[0] != '(')]), Sorted(file.Required));
        Assert.Empty(file.Optional.Except(may).Except(cell.Where(name => name[0] == '(').Select(name => name.Trim('(', ')'))));
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
    private static Dictionary<string, (string[] Email, string[] Public)> ReadContract() =>
        RepositoryFiles
            .Read("docs/templates/README.md")
            .ReplaceLineEndings("\n")
            .Split("## Scenarios")[1]
            .Split('\n')
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Trim('|').Split('|').Select(cell => cell.Replace("`", "", StringComparison.Ordinal).Trim()).ToArray())
            .ToDictionary(cells => cells[0], cells => (Names(cells[1]), Names(cells[2])), StringComparer.Ordinal);

    private static string[] Names(string cell) =>
        [.. cell.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(name => name != "–")];

    private static IEnumerable<string> Sorted(IEnumerable<string> names) => names.Order(StringComparer.Ordinal);
}
