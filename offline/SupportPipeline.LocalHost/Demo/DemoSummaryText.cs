using System.Globalization;
using Spectre.Console;

namespace SupportPipeline.LocalHost.Demo;

/// <summary>Tells how the day went as a whole.</summary>
internal sealed class DemoSummaryText(IAnsiConsole console)
{
    public void Tell(DemoResult day)
    {
        ArgumentNullException.ThrowIfNull(day);
        console.WriteLine();
        console.Write(DemoText.Heading("The day by scenario (* an agent's word was assumed)"));
        console.Write(ScenarioTableText.Of(day));
        console.Write(DemoText.Heading("The day in figures"));
        console.Write(Figures(day));
        console.WriteLine();
        console.Write(DemoText.Heading("Promises"));
        var promises = new Grid().AddColumn(new GridColumn().NoWrap().Width(8).PadLeft(1)).AddColumn(new GridColumn());
        foreach (var promise in day.Promises)
        {
            promises.AddRow(
                promise.IsKept ? new Text("kept", Color.Green) : new Text("BROKEN", Color.Red),
                new Text($"{promise.Text} ({promise.Seen})")
            );
        }

        console.Write(promises);
        console.WriteLine();
        foreach (var problem in day.Problems)
        {
            console.Write(new Text(problem, Color.Red));
            console.WriteLine();
        }

        console.Write(new Text(day.ExitCode == 0 ? "Everything happened as the story says." : "The day did not go as the story says."));
        console.WriteLine();
    }

    private static Table Figures(DemoResult day)
    {
        var table = new Table { Border = TableBorder.None, ShowHeaders = false }.AddColumns(
            new TableColumn("").NoWrap().PadLeft(1).PadRight(3),
            new TableColumn("")
        );
        foreach (var (name, value) in Lines(day))
        {
            table.AddRow(new Text(name, Color.Grey), new Text(value));
        }

        return table;
    }

    /// <summary>The figures by name.</summary>
    internal static IEnumerable<(string Name, string Value)> Lines(DemoResult day)
    {
        ArgumentNullException.ThrowIfNull(day);
        var received = day.Outcomes.Count(outcome => outcome.Mail is not null);
        var refused = day.Outcomes.Where(outcome => outcome.Mail is not null && outcome.MessageId is null).ToList();
        yield return ("received", $"{Number(received)} mails, {Number(refused.Count)} of them refused at the front door{Why(refused)}");
        yield return ("cases", Number(day.Stock.Cases.Count));
        yield return ("answered at once", $"{Number(day.Stock.Mails.Count)}{LanguagesOf(day)}");
        yield return (
            "drafts for people",
            Number(day.Stock.Cases.SelectMany(found => found.Replies).Count(reply => reply.State == "drafted"))
        );
        foreach (var reason in Unanswered(day))
        {
            yield return ("not at once", $"{Number(reason.Count)}: {ReasonSentences.Of(reason.Code)} [{reason.Code}]");
        }

        yield return ("duplicates", Number(Promises.Duplicates(day)));
        var waited = day.Outcomes.Count(outcome => StepCheck.Waiting(outcome) > 0);
        var waits = day.Stock.Cases.SelectMany(found => found.Replies).Count(reply => reply.State == "approved");
        yield return ("replies that had to wait", $"{Number(waited)}, {Number(waits)} of them still waiting");
        var each = day.Accepted.Count == 0 ? 0 : (double)day.Stock.Operations / day.Accepted.Count;
        yield return (
            "storage operations",
            string.Create(CultureInfo.InvariantCulture, $"{each:F1} per accepted mail ({day.Stock.Operations} for {day.Accepted.Count})")
        );
    }

    private static IEnumerable<(string Code, int Count)> Unanswered(DemoResult day) =>
        day
            .Messages.Where(message => !message.Plan.Steps.Any(step => step is { Kind: "reply", Result: "send" }))
            .Select(message => message.Plan.Steps.Last(step => step is { Kind: "reply", Result: "not-sent" }))
            .CountBy(step => step.Reason, StringComparer.Ordinal)
            .Select(reason => (reason.Key, reason.Value));

    private static string LanguagesOf(DemoResult day) =>
        day.Stock.Mails.Count == 0
            ? ""
            : $" ({string.Join(", ", day.Stock.Cases.SelectMany(found => found.Replies).Where(reply => reply.State is "sent" or "delivered").CountBy(reply => reply.Language, StringComparer.Ordinal).OrderBy(language => language.Key, StringComparer.Ordinal).Select(language => $"{Languages.Name(language.Key)} {Number(language.Value)}"))})";

    private static string Why(IReadOnlyList<StepOutcome> refused) =>
        refused.Count == 0 ? "" : $" ({string.Join(", ", refused.Select(outcome => $"{Number(outcome.Status)} {outcome.Refusal}"))})";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
