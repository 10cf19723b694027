using System.Globalization;
using System.Text;
using System.Text.Json;
using SupportPipeline.Platform;
using SupportPipeline.Repository;
using SupportPipeline.Testing;

namespace SupportPipeline.Playbook;

/// <summary>The page that shows the playbook to people: <c>docs/playbook.md</c>, its tables written from <see cref="ScenarioTable"/>.</summary>
public sealed class PlaybookPageTests
{
    private const string Page = "docs/playbook.md";
    private const string Begin = "<!-- tables: written by a test from the playbook itself; run it with UPDATE_DOCS=1 -->\n";

    private static readonly Dictionary<Must, string> MustWords = new()
    {
        [Must.Apology] = "an apology that says what for and what happens next",
        [Must.Empathy] = "words that show the feeling was heard, before anything else",
        [Must.Thanks] = "thanks",
        [Must.Time] = "a time by which something happens",
        [Must.PositiveFirst] = "what is possible, before what is not",
        [Must.Alternative] = "an alternative",
        [Must.AskChannel] = "a question which channel the customer prefers",
        [Must.AskConfirmation] = "a question whether it worked",
        [Must.OfferHelp] = "an offer of further help",
    };

    private static readonly Dictionary<MustNot, string> MustNotWords = new()
    {
        [MustNot.PlayDown] = "make the problem smaller than it is",
        [MustNot.InventedEta] = "name a time of repair that nobody stated",
        [MustNot.DeadEnd] = "end with “we do not know”",
        [MustNot.Blame] = "blame a colleague or another company",
        [MustNot.Accusation] = "tell the customer that it was their fault",
        [MustNot.SolutionFirst] = "offer a solution before the feeling was acknowledged",
        [MustNot.Retaliation] = "answer in the customer's tone",
        [MustNot.BareRefusal] = "say a bare no",
        [MustNot.Persuasion] = "argue, offer discounts or put up hurdles against leaving",
        [MustNot.AskAgain] = "ask again for what was already told",
        [MustNot.Survey] = "ask for a rating",
        [MustNot.FurtherAutomaticMail] = "send more automatic mail than the one note",
        [MustNot.TemplateOnly] = "be a template and nothing personal",
        [MustNot.AdmitIgnorance] = "admit not to know the product",
    };

    private static readonly Dictionary<FollowUpKind, string> FollowUpWords = new()
    {
        [FollowUpKind.PromiseReminder] = "the agent is reminded a quarter of the time, at most two hours, before the promised time",
        [FollowUpKind.PromiseEscalation] = "the supervisor is told when the promised time has come and nobody has answered",
        [FollowUpKind.ProgressNote] = "the customer is told how far it is when the answer will be late",
        [FollowUpKind.IncidentUpdates] = "every update of the incident reaches the customer, and the all-clear",
        [FollowUpKind.FixCheck] = "we look whether the fix reached the customer",
        [FollowUpKind.DidItWork] = "“did it work?”",
        [FollowUpKind.CheckIn] = "we ask how things are",
        [FollowUpKind.WaitingList] = "the customer hears when it becomes possible",
        [FollowUpKind.SuggestionOutcome] = "the customer hears what became of the idea",
        [FollowUpKind.ConfirmReminder] = "the customer is reminded to say whether it is solved",
        [FollowUpKind.FlagExpiry] = "the flag on the customer ends",
        [FollowUpKind.Reminder] = "the agent wanted to be reminded",
        [FollowUpKind.ConfirmWarning] = "the customer is warned that the case is about to be closed",
        [FollowUpKind.CloseSilently] = "nobody answered: the case is closed",
        [FollowUpKind.Survey] = "the customer is asked how we did",
        [FollowUpKind.PurchaseCheckIn] = "“is everything working?” after a purchase",
        [FollowUpKind.BirthdayGreeting] = "a birthday greeting",
        [FollowUpKind.AnniversaryGreeting] = "a greeting on the day somebody became a customer",
        [FollowUpKind.GoalWarning] =
            "somebody is warned before a service goal is missed, and the supervisor when it is; of every case, so no row names it",
    };

    [Fact]
    public void Every_must_and_must_not_and_follow_up_is_explained()
    {
        Assert.Equal(Enum.GetValues<Must>(), MustWords.Keys.Order());
        Assert.Equal(Enum.GetValues<MustNot>(), MustNotWords.Keys.Order());
        Assert.Equal(Enum.GetValues<FollowUpKind>(), FollowUpWords.Keys.Order());
    }

    [Fact]
    public void The_page_shows_the_playbook_as_it_is()
    {
        var committed = RepositoryFiles.Read(Page).ReplaceLineEndings("\n");
        var page = committed[..(committed.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length)] + Tables();
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
        {
            File.WriteAllText(Path.Combine(RepositoryFiles.Root, Page), committed = page);
        }

        Assert.True(
            page == committed,
            $"{Page} is not what the playbook says now: run this test with UPDATE_DOCS=1 and look at what changed."
        );
    }

    private static string Tables()
    {
        var page = new StringBuilder("\n| scenario | recognised by | replies | must | must not | scheduled |\n|---|---|---|---|---|---|\n");
        foreach (var row in ScenarioTable.Rows)
        {
            page.Append(
                CultureInfo.InvariantCulture,
                $"| `{Name(row.Scenario)}` | {row.RecognisedBy} | {Cell(row.Templates.Select(Reply))} | {Cell(row.Must.Select(Name))} | {Cell(row.MustNot.Select(Name))} | {Cell(row.Schedule.Select(Scheduled))} |\n"
            );
        }

        Explain(page, "A reply must contain", MustWords);
        Explain(page, "A reply must not", MustNotWords);
        Explain(page, "What is scheduled", FollowUpWords);
        return page.ToString();
    }

    private static void Explain<T>(StringBuilder page, string title, Dictionary<T, string> words)
        where T : struct, Enum
    {
        page.Append(CultureInfo.InvariantCulture, $"\n## {title}\n\n");
        foreach (var value in Enum.GetValues<T>())
        {
            page.Append(CultureInfo.InvariantCulture, $"* `{Name(value)}`: {words[value]}\n");
        }
    }

    /// <summary>Bold goes out by itself, italics only a person sends.</summary>
    private static string Reply(string template)
    {
        var mark =
            AutomationPolicy.Of(template, Organisations.Usual) == Automation.Send ? "**"
            : IsOnlyByPeople(template) ? "*"
            : "";
        return $"{mark}`{template}`{mark}";
    }

    private static bool IsOnlyByPeople(string template) =>
        Record.Exception(() => AutomationPolicy.Check(Organisations.Saying((template, Automation.Send)))) is FormatException;

    private static string Scheduled((FollowUpKind Kind, TimeSpan After) entry) =>
        entry.After == TimeSpan.Zero
            ? $"`{Name(entry.Kind)}`"
            : string.Create(CultureInfo.InvariantCulture, $"`{Name(entry.Kind)}` after {entry.After.TotalDays:0} days");

    private static string Cell(IEnumerable<string> values) => string.Join(", ", values) is { Length: > 0 } text ? text : "–";

    private static string Name<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
