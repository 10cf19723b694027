using Spectre.Console;
using SupportPipeline.Platform;
using SupportPipeline.Playbook;

namespace SupportPipeline.LocalHost.Demo;

/// <summary>The day by scenario: who wrote, what went out at once, what waits for a person, who was told.</summary>
internal static class ScenarioTableText
{
    public static Table Of(DemoResult day)
    {
        ArgumentNullException.ThrowIfNull(day);
        var table = new Table { Border = TableBorder.Simple };
        foreach (
            var (heading, mayWrap) in new[]
            {
                ("scenario", false),
                ("customers", true),
                ("at once", false),
                ("drafts", false),
                ("told", true),
            }
        )
        {
            table.AddColumn(new TableColumn(heading) { NoWrap = !mayWrap, Padding = new Padding(0, 0, 1, 0) });
        }

        foreach (var row in Rows(day))
        {
            table.AddRow(
                new Text(row.Scenario),
                new Text(row.Languages),
                new Text(row.Sent.Replace(", ", "\n", StringComparison.Ordinal), Color.Green),
                new Text(row.Drafts.Replace(", ", "\n", StringComparison.Ordinal), Color.Fuchsia),
                new Text(row.Told)
            );
        }

        return table;
    }

    /// <summary>The scenarios of the playbook but those that days and other systems bring about, which no mail does.</summary>
    internal static IReadOnlyList<Scenario> Shown { get; } =
    [.. ScenarioTable.Rows.Select(row => row.Scenario).Except([Scenario.ConfirmedClose, Scenario.AfterPurchase, Scenario.PersonalDay])];

    /// <summary>A row for every scenario of the playbook; what only an agent's word brought about has an asterisk.</summary>
    internal static IEnumerable<ScenarioLine> Rows(DemoResult day)
    {
        ArgumentNullException.ThrowIfNull(day);
        foreach (var scenario in Shown.Select(KebabCase.NameOf))
        {
            var seen = day.Messages.Select(message => (message.Language, Steps: Of(message.Plan, scenario), IsAssumed: false));
            var assumed = day.Assumed.Select(outcome => (outcome.Case.Language, Steps: Of(outcome.Plan, scenario), IsAssumed: true));
            var all = seen.Concat(assumed).Where(message => message.Steps.Count > 0).ToList();
            string Steps(string kind, string result) =>
                Joined(
                    all.SelectMany(message =>
                        message
                            .Steps.Where(step => step.Kind == kind && step.Result == result)
                            .Select(step => Marked(step.What, message.IsAssumed))
                    )
                );
            yield return new(
                scenario,
                Joined(all.Select(message => Marked(message.Language, message.IsAssumed))),
                Steps("reply", "send"),
                Steps("reply", "draft"),
                Steps("escalation", "told")
            );
        }
    }

    private static IReadOnlyList<PlanStepDocument> Of(PlanDocument plan, string scenario) =>
        [.. plan.Steps.Where(step => step.Scenario == scenario)];

    private static string Marked(string text, bool isAssumed) => isAssumed ? text + "*" : text;

    private static string Joined(IEnumerable<string> texts)
    {
        var all = texts.ToHashSet(StringComparer.Ordinal);
        return string.Join(", ", all.Where(text => !text.EndsWith('*') || !all.Contains(text[..^1])));
    }
}

/// <summary>One row of the table.</summary>
internal sealed record ScenarioLine(string Scenario, string Languages, string Sent, string Drafts, string Told);
