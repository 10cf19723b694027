namespace SupportPipeline.LocalHost.Demo.Story;

/// <summary>The steps of the sample day that show the scenarios of the playbook.</summary>
internal static class Scenarios
{
    public const string Broken = "broken";
    public const string Question = "question";
    public const string Suggestion = "suggestion";
    public const string Request = "request";
    public const string Feature = "feature";
    public const string Thanks = "thanks";
    public const string StillBroken = "still-broken";

    private const string Praise = "praise";
    private const string Cancellation = "cancellation";
    private const string Abuse = "abuse";
    private const string Legal = "legal";
    private const string Angry = "angry";
    private const string Unsubscribe = "unsubscribe";
    private const string Refund = "refund";
    private const string SelfHarm = "self-harm";
    private const string Physical = "physical";
    private const string Everything = "everything";

    public static IReadOnlyList<DemoStep> Steps { get; } = [.. NewCases(), .. Threats(), .. Continuations()];

    private static IEnumerable<DemoStep> NewCases() =>
        [
            new(
                Broken,
                new(8, 20),
                "Outage: a customer reports that payments fail",
                Opens(
                    Broken,
                    "en",
                    ["intent outage-report"],
                    "outage-reported send reports-outage",
                    "link-incident not-done no-open-incident"
                )
            )
            {
                Mail = _ => EnglishScenarios.Outage(),
            },
            new(
                Praise,
                new(9, 25),
                "Praise: a customer thanks the engineer",
                Opens(
                    Praise,
                    "ru",
                    ["sentiment positive", "intent praise"],
                    "acknowledgement send first-message",
                    "praise-thanks draft praises-us",
                    "survey not-sent no-survey-after-praise"
                )
            )
            {
                Mail = _ => RussianScenarios.Praise(),
            },
            new(
                Question,
                new(9, 30),
                "Question: a customer wants to know something",
                Opens(Question, "ru", ["intent question"], "acknowledgement send first-message")
            )
            {
                Mail = _ => RussianScenarios.Question(),
            },
            new(
                Cancellation,
                new(9, 55),
                "Cancellation: a customer ends a membership",
                Opens(Cancellation, "zh-Hans", ["intent cancel"], "cancellation-received send wants-to-cancel")
            )
            {
                Mail = _ => ChineseScenarios.Cancellation(),
            },
            new(
                Suggestion,
                new(10, 25),
                "Suggestion: a customer has an idea",
                Opens(
                    Suggestion,
                    "zh-Hant",
                    ["style constructive"],
                    "suggestion-received send brings-idea",
                    "suggestion-outcome scheduled playbook-schedule"
                )
            )
            {
                Mail = _ => ChineseScenarios.Suggestion(),
            },
            new(
                Request,
                new(10, 50),
                "Request: a customer asks for an exception",
                Opens(Request, "en", ["intent request"], "acknowledgement send first-message", "request-declined not-sent agent-decides")
            )
            {
                Mail = _ => EnglishScenarios.Request(),
            },
            new(
                Feature,
                new(11, 10),
                "Unknown feature: a customer asks about something nobody has heard of",
                Opens(Feature, "en", [], "acknowledgement send first-message", "feature-research draft unknown-product-term")
            )
            {
                Mail = _ => EnglishScenarios.UnknownFeature(),
            },
            new(
                Unsubscribe,
                new(11, 20),
                "Unsubscribe: a customer wants no more mail",
                Opens(Unsubscribe, "en", ["intent unsubscribe"], "unsubscribed send wants-no-mail", "no-campaigns set wants-no-mail")
            )
            {
                Mail = _ => EnglishScenarios.Unsubscribe(),
            },
            new(
                Refund,
                new(11, 40),
                "Refund: a customer wants money back",
                Opens(Refund, "ru", ["intent refund"], "refund-received send wants-refund")
            )
            {
                Mail = _ => RussianScenarios.Refund(),
            },
            new(Everything, new(13, 20), "Unsure: a customer writes about five things at once", Opens(Everything, "en", []))
            {
                Mail = _ => EnglishScenarios.EverythingAtOnce(),
            },
        ];

    private static IEnumerable<DemoStep> Threats() =>
        [
            new(
                Abuse,
                new(10, 5),
                "Abusive: a customer insults us",
                Opens(
                    Abuse,
                    "zh-Hans",
                    ["conduct abusive"],
                    "boundary send abusive-conduct",
                    "abusive set abusive-conduct",
                    "supervisor told abusive-conduct"
                )
            )
            {
                Mail = _ => ChineseScenarios.Abuse(),
            },
            new(
                "abuse-again",
                new(10, 7),
                "Abusive: the insults go on",
                Joins(Abuse, null, ["conduct abusive"], "contact-ended draft abusive-again", "supervisor told abusive-again")
            )
            {
                Mail = soFar => ChineseScenarios.AbuseGoesOn(soFar.ReplyTo(Abuse)),
            },
            new(
                Legal,
                new(10, 40),
                "Threat: a customer announces a lawsuit",
                Opens(
                    Legal,
                    "zh-Hant",
                    ["threat legal"],
                    "holding-note send legal-threat",
                    "legal told legal-threat",
                    "preserve-evidence done legal-threat"
                )
            )
            {
                Mail = _ => ChineseScenarios.LegalThreat(),
            },
            new(
                Angry,
                new(11, 0),
                "Very angry: a customer shouts",
                Opens(Angry, "ru", ["sentiment negative"], "very-angry send very-angry", "supervisor told supervisor-looks")
            )
            {
                Mail = _ => RussianScenarios.VeryAngry(),
            },
            new(
                SelfHarm,
                new(13, 0),
                "Threat: a customer may harm himself",
                Opens(
                    SelfHarm,
                    null,
                    ["threat self-harm"],
                    "holding-note-care draft self-harm-risk",
                    "duty-manager told self-harm-risk",
                    "acknowledgement not-sent no-further-automatic-mail"
                )
            )
            {
                Mail = _ => EnglishScenarios.SelfHarm(),
            },
            new(
                Physical,
                new(13, 10),
                "Threat: a customer announces violence",
                Opens(Physical, "ru", ["threat physical"], "holding-note send physical-threat", "security told physical-threat")
            )
            {
                Mail = _ => RussianScenarios.PhysicalThreat(),
            },
        ];

    private static IEnumerable<DemoStep> Continuations() =>
        [
            new(
                "leaving",
                new(15, 10),
                "Leaving quietly: the customer whose parcel did not come writes again",
                Joins(SampleDay.Russian, null, ["style passive"], "reach-out draft leaving-quietly", "check-in scheduled playbook-schedule")
            )
            {
                Mail = soFar => RussianScenarios.LeavingQuietly(soFar.ReplyTo(SampleDay.Russian)),
            },
            new(
                Thanks,
                new(15, 30),
                "Thanks: a customer says that it is solved, which no agent has said yet",
                Joins(SampleDay.Traditional, null, ["intent confirms-solved"], "close not-done not-marked-solved")
            )
            {
                Mail = soFar => ChineseScenarios.Thanks(soFar.ReplyTo(SampleDay.Traditional)),
            },
            new(
                StillBroken,
                new(15, 45),
                "Still broken: a customer tried what we said on the telephone",
                Joins(
                    SampleDay.Simplified,
                    "zh-Hans",
                    ["intent not-solved"],
                    "reopened send says-not-solved",
                    "reopen done says-not-solved"
                )
            )
            {
                Mail = soFar => ChineseScenarios.StillBroken(soFar.ReplyTo(SampleDay.Simplified)),
            },
        ];

    private static Expected Opens(string step, string? sentIn, IReadOnlyList<string> understood, params string[] plan) =>
        new()
        {
            CaseOf = step,
            Decisions = ["opened no-thread-found"],
            Understood = understood,
            Plan = plan,
            SentIn = sentIn,
        };

    private static Expected Joins(string step, string? sentIn, IReadOnlyList<string> understood, params string[] plan) =>
        Opens(step, sentIn, understood, plan) with
        {
            Decisions = ["joined reply-address"],
        };
}
