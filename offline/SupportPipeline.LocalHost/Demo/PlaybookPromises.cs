using System.Globalization;
using SupportPipeline.Cases;
using SupportPipeline.Intake;
using SupportPipeline.Playbook;
using SupportPipeline.Triage;

namespace SupportPipeline.LocalHost.Demo;

/// <summary>The promises about what is understood, decided and written. Pure.</summary>
internal static class PlaybookPromises
{
    public static IEnumerable<Promise> Of(DemoResult day) =>
        [Drafts(day), Courteous(day), Scenarios(day), Evidence(day), Unsure(day), Calm(day)];

    private static Promise Drafts(DemoResult day)
    {
        var planned = day
            .Accepted.Where(outcome => outcome.Message is not null)
            .SelectMany(outcome =>
                outcome
                    .Message!.Plan.Steps.Where(step => step is { Kind: "reply", Result: "draft" })
                    .Select(step => $"{step.What}-{outcome.MessageId}")
            )
            .ToList();
        var drafts = day
            .Stock.Cases.SelectMany(found => found.Replies)
            .Where(reply => reply.State == "drafted")
            .Select(reply => reply.Id)
            .ToList();
        var mails = day.Stock.Mails.Select(SentMails.ReplyId).ToList();
        return new(
            "What a person has to send waits as a draft, and none of it went out",
            planned.Order(StringComparer.Ordinal).SequenceEqual(drafts.Order(StringComparer.Ordinal), StringComparer.Ordinal)
                && !mails.Intersect(drafts, StringComparer.Ordinal).Any(),
            Say($"{drafts.Count} drafts")
        );
    }

    private static Promise Courteous(DemoResult day)
    {
        var sent = day.Stock.Cases.SelectMany(found => found.Replies).Where(reply => reply.State is "sent" or "delivered").ToList();
        return new(
            "Nothing went out that the courtesy check would hold back",
            sent.TrueForAll(reply => reply.Findings.All(finding => finding.Severity != "block")),
            Say($"{sent.Count} replies")
        );
    }

    private static Promise Scenarios(DemoResult day)
    {
        var seen = Plans(day).SelectMany(plan => plan.Steps).Select(step => step.Scenario).Distinct(StringComparer.Ordinal).Count();
        var all = ScenarioTableText.Shown.Count;
        var languages = day
            .Messages.Select(message => message.Triage.Language)
            .Intersect(["en", "zh-Hans", "zh-Hant", "ru"], StringComparer.Ordinal)
            .Count();
        return new("Every scenario of the playbook was shown, in four languages", seen == all && languages == 4, Say($"{seen} of {all}"));
    }

    private static Promise Evidence(DemoResult day)
    {
        var all = day.Messages.SelectMany(message => message.Triage.Evidence.Select(found => (message.TriagedText, Found: found))).ToList();
        return new(
            "What was understood rests on words that stand in the customer's message",
            all.Count > 0
                && all.TrueForAll(one =>
                    one.Found.Offset + one.Found.Length <= one.TriagedText.Length
                    && one.TriagedText.AsSpan(one.Found.Offset, one.Found.Length)
                        .StartsWith(one.Found.Text.AsSpan(), StringComparison.Ordinal)
                ),
            Say($"{all.Count} places in {day.Messages.Count} messages")
        );
    }

    private static Promise Unsure(DemoResult day)
    {
        var unsure = day.Messages.Where(message => WrittenByPerson(message) && IsUnsure(message.Triage)).ToList();
        return new(
            "Where something could not be told for sure, a person was asked to look",
            unsure.Count > 0 && unsure.TrueForAll(message => message.Plan.Steps.Any(step => step.Reason == PlaybookReason.TriageUnsure)),
            Say($"{unsure.Count} messages")
        );
    }

    private static Promise Calm(DemoResult day)
    {
        var tense = day
            .Stock.Cases.Where(found => found.Timeline.Any(entry => entry.Message?.Plan.Scenario is "threat" or "abusive" or "very-angry"))
            .ToList();
        return new(
            "After a threat, an insult or great anger a machine writes once at most",
            tense.Count > 0 && tense.TrueForAll(found => found.Replies.Count(reply => reply.State is "sent" or "delivered") <= 1),
            Say($"{tense.Count} cases")
        );
    }

    public static IEnumerable<PlanDocument> Plans(DemoResult day) =>
        day.Messages.Select(message => message.Plan).Concat(day.Assumed.Select(outcome => outcome.Plan));

    private static bool WrittenByPerson(MessageDocument message) =>
        !message.Plan.Steps.Any(step => AutomaticMailReason.All.Contains(step.Reason, StringComparer.Ordinal));

    private static bool IsUnsure(TriageDocument triage) =>
        triage.Complaint is null
        || new[] { triage.Sentiment, triage.Intent, triage.Topic, triage.Style, triage.Conduct, triage.Threat }.Contains(
            TriageDocument.Unsure,
            StringComparer.Ordinal
        );

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
