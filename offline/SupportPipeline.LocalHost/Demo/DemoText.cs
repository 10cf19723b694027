using System.Globalization;
using Spectre.Console;
using SupportPipeline.Cases;
using SupportPipeline.LocalHost.Sink;

namespace SupportPipeline.LocalHost.Demo;

/// <summary>Tells the sample day step by step: what came in, what was decided and why, what was sent.</summary>
internal sealed class DemoText(IAnsiConsole console)
{
    /// <summary>In columns: Chinese characters take two.</summary>
    private const int FirstWords = 92;

    /// <summary>From here on characters are at least as often two columns wide as one.</summary>
    private const int FirstWide = 0x1100;

    private readonly HashSet<string> _languagesShown = new(StringComparer.Ordinal);

    public void Tell(StepOutcome outcome, IReadOnlyList<string> differences)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        ArgumentNullException.ThrowIfNull(differences);
        console.WriteLine();
        console.Write(Heading(string.Create(CultureInfo.InvariantCulture, $"{outcome.At:HH:mm}  {outcome.Step.Title}")));
        var grid = Columns();
        CameIn(grid, outcome);
        Decided(grid, outcome);
        foreach (var mail in outcome.Sent)
        {
            Sent(grid, mail, outcome.Case);
        }

        foreach (var draft in outcome.Drafts)
        {
            Row(
                grid,
                "draft",
                $"{draft.Scenario}, {Languages.Name(draft.Language)}, for a person to send: {Shortened(AgentText.Body(draft.Text))}",
                Color.Fuchsia
            );
            if (draft.Findings.Count > 0)
            {
                Row(
                    grid,
                    "check",
                    string.Join(
                        ", ",
                        draft.Findings.Select(finding => $"{finding.Severity} {finding.Code}").Distinct(StringComparer.Ordinal)
                    ),
                    Color.Grey
                );
            }
        }

        if (outcome.Sent.Count == 0)
        {
            Row(grid, "sent", StepCheck.Waiting(outcome) > 0 ? "nothing yet: the reply waits" : "nothing", Color.Grey);
        }

        foreach (var difference in differences)
        {
            Row(grid, "DIFFERS", difference, Color.Red);
        }

        console.Write(grid);
    }

    internal static Rule Heading(string text) => new Rule(Markup.Escape(text)).LeftJustified().RuleStyle(Color.Grey);

    internal static Grid Columns() =>
        new Grid { Expand = false }
            .AddColumn(new GridColumn().NoWrap().Width(8).PadLeft(1))
            .AddColumn(new GridColumn());

    internal static void Row(Grid grid, string label, string text, Color? color = null) =>
        grid.AddRow(new Text(label, Color.Grey), new Text(text, color ?? Color.Default));

    private static void CameIn(Grid grid, StepOutcome outcome)
    {
        if (outcome.Mail is not { } mail)
        {
            return;
        }

        var subject = mail.Header("Subject")?.Value is { Length: > 0 } given ? $"“{given}”" : "(no subject)";
        Row(grid, "in", $"{mail.Header("From")?.Value}: {subject}", Color.Aqua);
        var words = outcome.Message?.OwnWords ?? mail.Text;
        if (outcome.IsDuplicate || string.IsNullOrWhiteSpace(words))
        {
            words = outcome.IsDuplicate ? "(the same text, the same attachment, the same Message-ID)" : "(no text)";
        }

        Row(grid, "", Shortened(words));
        foreach (var attachment in mail.Attachments)
        {
            Row(grid, "", string.Create(CultureInfo.InvariantCulture, $"+ {attachment.Filename}, {attachment.Content.Length:N0} bytes"));
        }
    }

    private static void Decided(Grid grid, StepOutcome outcome)
    {
        if (outcome.Case is { } found)
        {
            var placed = outcome.Decisions.Count == 0 ? "" : $": {Told(outcome.Decisions[0])}";
            Row(grid, "case", $"{found.Number}, {Messages(found.MessageCount)}{placed}", Color.Yellow);
        }
        else
        {
            Row(grid, "answer", $"{outcome.Status} {outcome.Refusal}: nothing is stored, and SendGrid does not try again", Color.Yellow);
        }

        foreach (var decision in outcome.Decisions.Skip(1))
        {
            Row(grid, "because", Told(decision));
        }

        if (outcome.Message is { } message)
        {
            Row(grid, "meant", TriageText.Of(message.Triage));
            Row(grid, "plan", PlanText.Of(message.Plan));
            foreach (var line in PlanText.Lines(message.Plan.Steps))
            {
                Row(grid, "because", line);
            }
        }

        if (outcome.Mail is null && outcome.Case?.Timeline.LastOrDefault(entry => entry.Kind is not null) is { } last)
        {
            Row(grid, "because", $"{last.Kind!.Replace('-', ' ')}: {ReasonSentences.Of(last.Reason!)}  [{last.Reason}]");
        }

        foreach (var reply in outcome.Case?.Replies.Where(reply => reply.State == "approved") ?? [])
        {
            Row(grid, "because", $"reply kept: {ReasonSentences.Of(reply.Reason)}  [{reply.Reason}]");
        }
    }

    private void Sent(Grid grid, SinkMail mail, CaseDocument? itsCase)
    {
        var language = SentMails.LanguageOf(mail, itsCase);
        Row(grid, "sent", $"{Languages.Name(language)}, to {mail.To}: “{mail.Subject}”", Color.Green);
        if (_languagesShown.Add(language))
        {
            grid.AddRow(Text.Empty, new Panel(new Text((mail.Text ?? "").TrimEnd())).SquareBorder().BorderColor(Color.Grey));
        }
        else
        {
            Row(grid, "", Shortened(mail.Text ?? ""));
        }
    }

    private static string Told(Decision decision) => $"{Words(decision)}: {ReasonSentences.Of(decision.Reason)}  [{decision.Reason}]";

    private static string Words(Decision decision) =>
        (decision.Kind, decision.Result) switch
        {
            (_, "opened") => "opens a case",
            (_, "opened-linked") => "opens a case of its own, linked to the other",
            (_, "joined") => "joins the case",
            (_, StepOutcome.DuplicateReceived) => "only noted on the case",
            _ => decision.Result,
        };

    private static string Messages(int count) =>
        count == 1 ? "1 message" : string.Create(CultureInfo.InvariantCulture, $"{count} messages");

    internal static string Shortened(string text)
    {
        var line = string.Join(' ', text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
        var fits = Fitting(line);
        if (fits == line.Length)
        {
            return line;
        }

        var blank = line.LastIndexOf(' ', fits);
        return $"{line[..(blank > fits * 2 / 3 ? blank : fits)]} ...";
    }

    private static int Fitting(string line)
    {
        var (columns, length) = (0, 0);
        foreach (var rune in line.EnumerateRunes())
        {
            columns += rune.Value >= FirstWide ? 2 : 1;
            if (columns > FirstWords)
            {
                break;
            }

            length += rune.Utf16SequenceLength;
        }

        return length;
    }
}
