using SupportPipeline.Replies;

namespace SupportPipeline.Playbook;

public sealed class ScenarioTableTests
{
    [Fact]
    public void Every_scenario_has_one_row() =>
        Assert.Equal(Enum.GetValues<Scenario>(), ScenarioTable.Rows.Select(row => row.Scenario).Order());

    [Fact]
    public void Every_template_of_the_catalog_belongs_to_exactly_one_row_and_the_other_way_round() =>
        Assert.Equal(new TemplateCatalog().Scenarios, ScenarioTable.Rows.SelectMany(row => row.Templates).Order(StringComparer.Ordinal));

    [Fact]
    public void The_row_of_a_template_is_the_one_that_names_it() =>
        Assert.All(
            ScenarioTable.Rows,
            row => Assert.All(row.Templates, template => Assert.Equal(row, ScenarioTable.RowOfTemplate(template)))
        );

    /// <summary>The service goals are watched in every case, whatever its scenario.</summary>
    [Fact]
    public void Every_follow_up_that_can_be_planned_is_scheduled_by_a_row() =>
        Assert.Equal(
            Enum.GetValues<FollowUpKind>().Where(kind => kind != FollowUpKind.GoalWarning),
            ScenarioTable.Rows.SelectMany(row => row.Schedule).Select(entry => entry.Kind).Distinct().Order()
        );
}
