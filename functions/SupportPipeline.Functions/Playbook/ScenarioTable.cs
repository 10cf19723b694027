using static SupportPipeline.Playbook.FollowUpKind;

namespace SupportPipeline.Playbook;

/// <summary>What a reply in a scenario must contain; the courtesy check looks for it.</summary>
public enum Must
{
    /// <summary>An apology that says what for and what happens next.</summary>
    Apology,

    /// <summary>Words that show the feeling was heard, before anything else.</summary>
    Empathy,

    /// <summary>Thanks.</summary>
    Thanks,

    /// <summary>A time by which something happens.</summary>
    Time,

    /// <summary>What is possible, before what is not.</summary>
    PositiveFirst,

    /// <summary>An alternative.</summary>
    Alternative,

    /// <summary>A question which channel the customer prefers.</summary>
    AskChannel,

    /// <summary>A question whether it worked.</summary>
    AskConfirmation,

    /// <summary>An offer of further help.</summary>
    OfferHelp,
}

/// <summary>What a reply in a scenario must not contain.</summary>
public enum MustNot
{
    /// <summary>Making the problem smaller than it is.</summary>
    PlayDown,

    /// <summary>A time of repair that nobody stated.</summary>
    InventedEta,

    /// <summary>"We do not know" as an ending.</summary>
    DeadEnd,

    /// <summary>Blaming a colleague or another company.</summary>
    Blame,

    /// <summary>Telling the customer that it was their fault.</summary>
    Accusation,

    /// <summary>A solution before the feeling was acknowledged.</summary>
    SolutionFirst,

    /// <summary>Answering in the customer's tone.</summary>
    Retaliation,

    /// <summary>A bare no.</summary>
    BareRefusal,

    /// <summary>Discounts, arguments and hurdles against leaving.</summary>
    Persuasion,

    /// <summary>Asking again for what was already told.</summary>
    AskAgain,

    /// <summary>A survey.</summary>
    Survey,

    /// <summary>More automatic mail than the one note.</summary>
    FurtherAutomaticMail,

    /// <summary>A template and nothing personal.</summary>
    TemplateOnly,

    /// <summary>Admitting not to know the product.</summary>
    AdmitIgnorance,
}

/// <summary>What is scheduled.</summary>
public enum FollowUpKind
{
    /// <summary>The agent is reminded before a promised time.</summary>
    PromiseReminder,

    /// <summary>The supervisor is told when a promised time has passed.</summary>
    PromiseEscalation,

    /// <summary>The customer is told how far it is.</summary>
    ProgressNote,

    /// <summary>Every update of an incident reaches the customer, and the all-clear.</summary>
    IncidentUpdates,

    /// <summary>We look whether the fix reached the customer.</summary>
    FixCheck,

    /// <summary>"Did it work?"</summary>
    DidItWork,

    /// <summary>We ask how things are.</summary>
    CheckIn,

    /// <summary>The customer hears when something becomes possible.</summary>
    WaitingList,

    /// <summary>The customer hears what became of the idea.</summary>
    SuggestionOutcome,

    /// <summary>The customer is reminded to say whether it is solved.</summary>
    ConfirmReminder,

    /// <summary>The flag of an abusive customer ends.</summary>
    FlagExpiry,

    /// <summary>The customer is warned that the case is about to be closed.</summary>
    ConfirmWarning,

    /// <summary>Nobody answered the question whether it is solved: the case is closed.</summary>
    CloseSilently,

    /// <summary>The customer is asked how we did.</summary>
    Survey,

    /// <summary>"Is everything working?" after a purchase.</summary>
    PurchaseCheckIn,

    /// <summary>A birthday greeting.</summary>
    BirthdayGreeting,

    /// <summary>A greeting on the day somebody became a customer.</summary>
    AnniversaryGreeting,

    /// <summary>An agent wanted to be reminded.</summary>
    Reminder,

    /// <summary>Somebody is warned before a service goal is breached, and the supervisor when it is.</summary>
    GoalWarning,
}

/// <summary>One row of the playbook.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="RecognisedBy">How it is recognised, for people.</param>
/// <param name="Templates">The templates for its replies, the usual one first.</param>
/// <param name="Must">What each reply must contain.</param>
/// <param name="MustNot">What no reply may contain.</param>
/// <param name="Schedule">What is scheduled, and after how long; zero where an event or the calendar decides.</param>
public sealed record ScenarioRow(
    Scenario Scenario,
    string RecognisedBy,
    IReadOnlyList<string> Templates,
    IReadOnlyList<Must> Must,
    IReadOnlyList<MustNot> MustNot,
    IReadOnlyList<(FollowUpKind Kind, TimeSpan After)> Schedule
);

/// <summary>The playbook as a table: the rules read it, the courtesy check enforces it, docs/playbook.md prints it.</summary>
public static class ScenarioTable
{
    private static readonly TimeSpan ByEvent = TimeSpan.Zero;

    /// <summary>Every row.</summary>
    public static IReadOnlyList<ScenarioRow> Rows { get; } =
    [
        new(
            Scenario.General,
            "anything else",
            ["acknowledgement"],
            [Must.Thanks, Must.Time],
            [MustNot.DeadEnd],
            [(PromiseReminder, ByEvent), (PromiseEscalation, ByEvent), (Reminder, ByEvent)]
        ),
        new(
            Scenario.Outage,
            "intent outage-report, or the message names a component of an open incident",
            ["outage-known", "outage-reported", "incident-update", "outage-resolved"],
            [Must.Apology, Must.Time],
            [MustNot.PlayDown, MustNot.InventedEta],
            [(IncidentUpdates, ByEvent)]
        ),
        new(
            Scenario.NotKnownYet,
            "a question without a known answer; an agent marks it",
            ["answer-promised", "progress-note", "promise-late"],
            [Must.Thanks, Must.Time],
            [MustNot.DeadEnd, MustNot.AdmitIgnorance],
            [(PromiseReminder, ByEvent), (ProgressNote, ByEvent), (PromiseEscalation, ByEvent)]
        ),
        new(
            Scenario.OurMistake,
            "an agent confirms a defect, a wrong item, a billing error",
            ["our-mistake", "fix-check"],
            [Must.Apology, Must.Time],
            [MustNot.Blame, MustNot.DeadEnd],
            [(FixCheck, TimeSpan.FromDays(2))]
        ),
        new(
            Scenario.CustomersMistake,
            "an agent marks it, or a how-to matches",
            ["how-to", "did-it-work"],
            [Must.Thanks, Must.OfferHelp],
            [MustNot.Accusation],
            [(DidItWork, TimeSpan.FromDays(2))]
        ),
        new(
            Scenario.VeryAngry,
            "negative and intense, shouting, or style aggressive",
            ["very-angry"],
            [Must.Empathy, Must.Apology, Must.Time],
            [MustNot.SolutionFirst, MustNot.Retaliation, MustNot.FurtherAutomaticMail],
            [(PromiseReminder, ByEvent), (PromiseEscalation, ByEvent)]
        ),
        new(
            Scenario.Abusive,
            "conduct abusive",
            ["boundary", "contact-ended"],
            [Must.OfferHelp],
            [MustNot.Retaliation, MustNot.FurtherAutomaticMail],
            [(FlagExpiry, ByEvent)]
        ),
        new(
            Scenario.Threat,
            "threat legal, physical or self-harm",
            ["holding-note", "holding-note-care"],
            [],
            [MustNot.Retaliation, MustNot.FurtherAutomaticMail],
            []
        ),
        new(
            Scenario.RequestNotPossible,
            "intent request or topic availability, and an agent marks it as not possible",
            ["request-declined", "waiting-list-available"],
            [Must.PositiveFirst, Must.Alternative],
            [MustNot.BareRefusal, MustNot.DeadEnd],
            [(WaitingList, ByEvent)]
        ),
        new(
            Scenario.Cancellation,
            "intent cancel",
            ["cancellation-received", "cancellation-done"],
            [Must.Thanks, Must.Time],
            [MustNot.Persuasion],
            []
        ),
        new(
            Scenario.Refund,
            "intent refund",
            ["refund-received"],
            [Must.Thanks, Must.Time],
            [MustNot.DeadEnd],
            [(PromiseReminder, ByEvent), (PromiseEscalation, ByEvent)]
        ),
        new(
            Scenario.LeavingQuietly,
            "style passive, and repeat contact or a long wait",
            ["reach-out", "check-in"],
            [Must.Time],
            [MustNot.TemplateOnly, MustNot.Persuasion],
            [(CheckIn, TimeSpan.FromDays(3))]
        ),
        new(
            Scenario.Suggestion,
            "style constructive",
            ["suggestion-received", "suggestion-decided"],
            [Must.Thanks, Must.Time],
            [MustNot.DeadEnd],
            [(SuggestionOutcome, ByEvent)]
        ),
        new(Scenario.Praise, "intent praise", ["praise-thanks"], [Must.Thanks], [MustNot.Survey], []),
        new(
            Scenario.Solved,
            "an agent marks the case as solved",
            ["confirm-solved", "confirm-reminder", "confirm-warning", "closed-silent"],
            [Must.AskConfirmation],
            [MustNot.Survey],
            [(ConfirmReminder, TimeSpan.FromDays(3)), (ConfirmWarning, TimeSpan.FromDays(6)), (CloseSilently, TimeSpan.FromDays(7))]
        ),
        new(Scenario.Thanks, "intent confirms-solved on a solved case", ["closed-confirmed"], [Must.Thanks], [MustNot.AskAgain], []),
        new(
            Scenario.StillBroken,
            "intent not-solved",
            ["reopened", "reopened-supervisor"],
            [Must.Apology, Must.Time],
            [MustNot.AskAgain],
            [(PromiseReminder, ByEvent), (PromiseEscalation, ByEvent)]
        ),
        new(
            Scenario.UnknownFeature,
            "a question about a product term that is not in the organisation's list",
            ["feature-research"],
            [Must.Thanks, Must.Time],
            [MustNot.AdmitIgnorance, MustNot.DeadEnd],
            [(PromiseReminder, ByEvent), (PromiseEscalation, ByEvent)]
        ),
        new(Scenario.Unsubscribe, "intent unsubscribe", ["unsubscribed"], [], [MustNot.Persuasion, MustNot.Survey], []),
        new(
            Scenario.ConfirmedClose,
            "the customer's own word closed the case",
            ["survey"],
            [Must.Thanks],
            [MustNot.AskAgain],
            [(Survey, ByEvent)]
        ),
        new(
            Scenario.AfterPurchase,
            "`POST /api/events/purchase`",
            ["purchase-check-in"],
            [Must.Thanks, Must.OfferHelp],
            [MustNot.Persuasion, MustNot.Survey],
            [(PurchaseCheckIn, ByEvent)]
        ),
        new(
            Scenario.PersonalDay,
            "a birthday or the day somebody became a customer, with consent",
            ["birthday-greeting", "anniversary-greeting"],
            [Must.Thanks],
            [MustNot.Persuasion, MustNot.Survey],
            [(BirthdayGreeting, ByEvent), (AnniversaryGreeting, ByEvent)]
        ),
    ];

    /// <summary>The row of a scenario.</summary>
    public static ScenarioRow Row(Scenario scenario) => Rows.First(row => row.Scenario == scenario);

    /// <summary>The row whose template this is.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static ScenarioRow RowOfTemplate(string template) =>
        FindRowOfTemplate(template) ?? throw new InvalidOperationException($"No row of the playbook has a template '{template}'.");

    /// <summary>The row whose template this is; null when it is no template, for example a reply in an agent's own words.</summary>
    public static ScenarioRow? FindRowOfTemplate(string template) =>
        Rows.FirstOrDefault(row => row.Templates.Contains(template, StringComparer.Ordinal));
}
