namespace SupportPipeline.LocalHost.Demo.Story;

/// <summary>The sample day: who writes when, and what has to come of it.</summary>
internal static class SampleDay
{
    public const string Complaint = "complaint";
    public const string Absence = "absence";
    public const string Newsletter = "newsletter";
    public const string Stranger = "stranger";
    public const string Outage = "outage";

    public const string Russian = "russian";
    public const string Simplified = "simplified-chinese";
    public const string Traditional = "traditional-chinese";
    private const string Empty = "empty";

    public static IReadOnlyList<DemoStep> Steps { get; } = [.. Usual().Concat(Scenarios.Steps).OrderBy(step => step.At)];

    /// <summary>What happens at every desk, whatever it is about.</summary>
    private static IEnumerable<DemoStep> Usual() =>
        [
            new(Complaint, new(8, 12), "A customer complains and attaches a photo", Acknowledged(Complaint, "en"))
            {
                Mail = _ => EnglishMails.Complaint(),
            },
            new("again", new(8, 13), "SendGrid delivers the same mail a second time", Joined("duplicate-received duplicate-message"))
            {
                Mail = soFar => soFar.Of(Complaint).Mail!,
            },
            new("answer", new(8, 41), "The customer replies to our acknowledgement", Joined("joined reply-address"))
            {
                Mail = soFar => EnglishMails.Answer(soFar.ReplyTo(Complaint)),
            },
            new("in-copy", new(9, 5), "Her husband, who was in Cc of her first mail, answers to all", Joined("joined references"))
            {
                Mail = soFar => EnglishMails.InCopy(soFar.Of(Complaint).Mail!),
            },
            new(Russian, new(9, 20), "A Russian customer writes, in windows-1251", Acknowledged(Russian, "ru"))
            {
                Mail = _ => OtherLanguagesMails.Russian(),
            },
            new(Simplified, new(9, 48), "A customer writes in Simplified Chinese, in gb2312", Acknowledged(Simplified, "zh-Hans"))
            {
                Mail = _ => OtherLanguagesMails.SimplifiedChinese(),
            },
            new(Traditional, new(10, 15), "A customer writes in Traditional Chinese, in big5", Acknowledged(Traditional, "zh-Hant"))
            {
                Mail = _ => OtherLanguagesMails.TraditionalChinese(),
            },
            new(
                Absence,
                new(10, 16),
                "That customer's mailbox answers our acknowledgement by itself",
                new()
                {
                    CaseOf = Traditional,
                    Decisions = ["joined reply-address"],
                    Plan = ["acknowledgement not-sent out-of-office"],
                }
            )
            {
                Mail = soFar => OtherLanguagesMails.Absence(soFar.ReplyTo(Traditional)),
            },
            new(
                Newsletter,
                new(11, 30),
                "A newsletter arrives",
                new()
                {
                    CaseOf = Newsletter,
                    Decisions = ["opened no-thread-found"],
                    Plan = ["acknowledgement not-sent list-unsubscribe"],
                }
            )
            {
                Mail = _ => UnusualMails.Newsletter(),
            },
            new(
                Stranger,
                new(12, 10),
                "A stranger puts the first customer's case number into the subject",
                new()
                {
                    CaseOf = Stranger,
                    LinkedTo = Complaint,
                    Decisions = ["opened-linked sender-not-in-case"],
                    SentIn = "en",
                }
            )
            {
                Mail = soFar => UnusualMails.Stranger(soFar.NumberOf(Complaint)),
            },
            new(
                Empty,
                new(12, 45),
                "Somebody sends a mail with nothing in it",
                new()
                {
                    CaseOf = Empty,
                    Decisions = ["opened no-thread-found", "noted empty-body"],
                    SentIn = "en",
                }
            )
            {
                Mail = _ => UnusualMails.Empty(),
            },
            new(
                Outage,
                new(14, 2),
                "SendGrid is down while a customer writes from her phone (HTML only)",
                new()
                {
                    CaseOf = Outage,
                    Decisions = ["opened no-thread-found"],
                    ReplyWaits = true,
                }
            )
            {
                Mail = _ => EnglishMails.FromPhone(),
                MailService = MailService.Down,
            },
            new("too-large", new(14, 9), "A mail with too large a video arrives", new() { Status = 413, Refusal = "attachment-too-large" })
            {
                Mail = _ => UnusualMails.TooLarge(),
            },
            new(
                "back",
                new(14, 40),
                "SendGrid is back",
                new()
                {
                    Status = 0,
                    CaseOf = Outage,
                    SentIn = "en",
                }
            )
            {
                MailService = MailService.Back,
            },
        ];

    private static Expected Acknowledged(string step, string language) =>
        new()
        {
            CaseOf = step,
            Decisions = ["opened no-thread-found"],
            SentIn = language,
        };

    private static Expected Joined(params string[] decisions) => new() { CaseOf = Complaint, Decisions = decisions };
}
