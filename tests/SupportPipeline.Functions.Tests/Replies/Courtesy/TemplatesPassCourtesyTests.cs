using SupportPipeline.Playbook;

namespace SupportPipeline.Replies.Courtesy;

/// <summary>What goes out by itself is held to what agents are held to.</summary>
public sealed class TemplatesPassCourtesyTests
{
    public static TheoryData<string, string, string> Rows => TemplateText.Rows;

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_filled_template_has_nothing_to_warn_of(string scenario, string language, string channel)
    {
        var file = TemplateText.File(scenario, language, channel);

        AssertCourteous(file, name => name != "incidentSummary" || channel == TemplateChannel.Email);
        AssertCourteous(file, name => file.Required.Contains(name, StringComparer.Ordinal));
    }

    private static void AssertCourteous(TemplateFile file, Func<string, bool> isGiven)
    {
        var row = ScenarioTable.RowOfTemplate(file.Scenario);
        var findings = CourtesyCheckTests.Check.Check(
            new()
            {
                Text = TemplateText.Fill(file, isGiven).Text,
                Language = file.Language,
                Channel = file.Channel == TemplateChannel.Public ? CourtesyChannel.Public : CourtesyChannel.Email,
                Scenario = row.Scenario,
                CustomerName = isGiven("customerName") ? TemplateText.Values(file)["customerName"] : null,
                Mood =
                    row.Scenario == Scenario.VeryAngry ? CustomerMood.VeryAngry
                    : row.Must.Contains(Must.Apology) ? CustomerMood.Negative
                    : CustomerMood.Calm,
            }
        );

        Assert.DoesNotContain(findings, finding => finding.Severity != CourtesySeverity.Hint);
    }
}
