using Spectre.Console;
using SupportPipeline.Playbook;

namespace SupportPipeline.LocalHost.Demo;

/// <summary>Tells what would come of an agent's word.</summary>
internal sealed class AgentText(IAnsiConsole console)
{
    public void Tell(IReadOnlyList<AgentOutcome> outcomes)
    {
        ArgumentNullException.ThrowIfNull(outcomes);
        console.WriteLine();
        console.Write(DemoText.Heading("What an agent's word brings about"));
        console.Write(
            new Text(
                "The story plays without agents and open incidents. Below the playbook is asked directly what they would change, "
                    + "about cases of this day. Nothing of it is stored or sent; what stands in [[double brackets]] is for the agent to fill in.\n"
            )
        );
        foreach (var outcome in outcomes)
        {
            Tell(outcome);
        }
    }

    private void Tell(AgentOutcome outcome)
    {
        var grid = DemoText.Columns();
        DemoText.Row(grid, "assumed", $"{outcome.Word.Title} (case {outcome.Case.Number}, “{outcome.Case.Subject}”)", Color.Aqua);
        foreach (var line in PlanText.Lines([.. outcome.Plan.Steps.Where(step => IsOfTheWord(step, outcome))]))
        {
            DemoText.Row(grid, "because", line);
        }

        if (outcome.Reply is { } reply)
        {
            var (label, state) = reply.State == "approved" ? ("would", "sent by itself") : ("draft", "for a person to send");
            DemoText.Row(
                grid,
                label,
                $"{reply.Scenario}, {Languages.Name(reply.Language)}, {state}: {DemoText.Shortened(Body(reply.Text))}",
                Color.Fuchsia
            );
        }

        if (outcome.Difference is { } difference)
        {
            DemoText.Row(grid, "DIFFERS", difference, Color.Red);
        }

        console.Write(grid);
    }

    /// <summary>What the word changes: the rest of the plan is that of the message itself, told above.</summary>
    private static bool IsOfTheWord(PlanStepDocument step, AgentOutcome outcome) =>
        step.Scenario == outcome.Plan.Scenario
        && (
            outcome.Word.Mark is null
            || step.Reason is PlaybookReason.AgentMark or PlaybookReason.PlaybookSchedule or PlaybookReason.OnlyCustomerCloses
        );

    /// <summary>Without the greeting, which says nothing about the scenario.</summary>
    internal static string Body(string text) => text.IndexOf("\n\n", StringComparison.Ordinal) is var end and > 0 ? text[end..] : text;
}
