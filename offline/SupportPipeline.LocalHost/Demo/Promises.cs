using System.Globalization;
using SupportPipeline.Cases;
using SupportPipeline.LocalHost.Demo.Story;
using SupportPipeline.LocalHost.Sink;
using SupportPipeline.Platform;

namespace SupportPipeline.LocalHost.Demo;

/// <summary>A promise of the product, and whether it was kept on the sample day.</summary>
/// <param name="Text">The promise.</param>
/// <param name="IsKept">Whether it was kept.</param>
/// <param name="Seen">What that was read from.</param>
internal sealed record Promise(string Text, bool IsKept, string Seen);

/// <summary>Checks the promises on the whole day, where <see cref="StepCheck"/> looks at one step. Pure.</summary>
internal static class Promises
{
    public static IReadOnlyList<Promise> Of(DemoResult day)
    {
        ArgumentNullException.ThrowIfNull(day);
        return
        [
            Kept(day),
            InCases(day),
            Photo(day),
            Reasons(day),
            Once(day),
            Robots(day),
            Recognisable(day),
            Private(day),
            .. PlaybookPromises.Of(day),
            NothingLeft(day),
        ];
    }

    private static Promise Kept(DemoResult day)
    {
        var ids = day.Stock.RawMessages.Keys.Select(name => name[(name.LastIndexOf('/') + 1)..]).Order(StringComparer.Ordinal).ToList();
        var accepted = day.Accepted.Select(outcome => outcome.MessageId!).Order(StringComparer.Ordinal).ToList();
        return new(
            "Every accepted mail is kept exactly as it came, and nothing of a refused one",
            ids.SequenceEqual(accepted, StringComparer.Ordinal),
            Say($"{ids.Count} payloads for {accepted.Count} accepted mails")
        );
    }

    private static Promise InCases(DemoResult day)
    {
        var placed = day.Accepted.Count(outcome => outcome.Message is not null || outcome.IsDuplicate);
        return new(
            "Every accepted mail stands in a case, or is noted there as a duplicate",
            placed == day.Accepted.Count && day.Stock.Cases.Sum(found => found.MessageCount) + Duplicates(day) == placed,
            Say($"{placed} of {day.Accepted.Count} mails{Unlisted(day)}")
        );
    }

    /// <summary>Which cases the list of cases has lost, to find out why.</summary>
    private static string Unlisted(DemoResult day)
    {
        var lost = day
            .Outcomes.Select(outcome => outcome.Case)
            .OfType<CaseDocument>()
            .Select(found => found.Number)
            .Except(day.Stock.Cases.Select(found => found.Number), StringComparer.Ordinal)
            .ToList();
        return lost.Count == 0 ? "" : $"; not in the list of cases: {string.Join(", ", lost)}";
    }

    private static Promise Photo(DemoResult day)
    {
        var sent = day.Outcomes.FirstOrDefault(outcome => outcome.Step.Name == SampleDay.Complaint)?.Mail?.Attachments[0].Content ?? [];
        var kept = day.Stock.Attachments.Values.ToList();
        return new(
            "Attachments are kept byte for byte, once",
            kept is [var photo] && photo.ToMemory().Span.SequenceEqual(sent),
            Say($"{kept.Count} attachment, {kept.Sum(blob => blob.ToMemory().Length):N0} bytes")
        );
    }

    private static Promise Reasons(DemoResult day)
    {
        var decisions = day
            .Accepted.SelectMany(outcome => outcome.Decisions.Select(decision => decision.Reason))
            .Concat(PlaybookPromises.Plans(day).SelectMany(plan => plan.Steps).Select(step => step.Reason))
            .ToList();
        return new(
            "Every decision has a reason from the closed list, and a sentence that explains it",
            decisions.TrueForAll(reason => ReasonCode.All.Contains(reason, StringComparer.Ordinal) && ReasonSentences.Knows(reason)),
            Say($"{decisions.Count} decisions")
        );
    }

    private static Promise Once(DemoResult day)
    {
        var causes = day.Stock.Mails.Select(mail => SentMails.ReplyId(mail) ?? "").Distinct(StringComparer.Ordinal).Count();
        var people = day
            .Outcomes.Where(outcome => outcome.Step.Expected.SentIn is not null)
            .Select(outcome => outcome.Case?.Customer.Address);
        return new(
            "Each message that is answered at once is answered once, in the customer's language",
            causes == day.Stock.Mails.Count
                && people
                    .Order(StringComparer.Ordinal)
                    .SequenceEqual(day.Stock.Mails.Select(mail => mail.To).Order(StringComparer.Ordinal), StringComparer.Ordinal),
            Say($"{day.Stock.Mails.Count} mails for {causes} causes")
        );
    }

    private static Promise Robots(DemoResult day)
    {
        var answered = day
            .Outcomes.Where(outcome => outcome.Step.Name is SampleDay.Absence or SampleDay.Newsletter)
            .Sum(outcome => outcome.Sent.Count);
        return new("Robots get no answer", answered == 0, Say($"{answered} mails after the absence notice and the newsletter"));
    }

    private static Promise Recognisable(DemoResult day) =>
        new(
            "What we send says that a machine wrote it, and whose answer it is",
            day.Stock.Mails.All(mail => Says(mail, "Auto-Submitted", "auto-replied") && Says(mail, "X-Auto-Response-Suppress", "All")),
            "Auto-Submitted and X-Auto-Response-Suppress on each mail"
        );

    private static Promise Private(DemoResult day)
    {
        var stranger = day.Outcomes.FirstOrDefault(outcome => outcome.Step.Name == SampleDay.Stranger)?.Case?.Customer.Address;
        var others = day.Stock.Cases.Where(found => found.Customer.Address != stranger).SelectMany(found => found.Timeline);
        return new(
            "Knowing a case number lets nobody into the case",
            stranger is not null && others.All(entry => entry.Message?.From.Address != stranger),
            "the stranger's mail is in a case of its own, linked for the agents"
        );
    }

    private static Promise NothingLeft(DemoResult day)
    {
        var waiting = day
            .Stock.Cases.SelectMany(found => found.Replies)
            .Count(reply => reply.State is not ("sent" or "delivered" or "drafted"));
        var dead = day.Stock.Health.Poison?.Values.Sum() ?? 0;
        return new(
            "At the end of the day nothing is left over",
            day.Stock.Health.Idle && waiting == 0 && dead == 0,
            Say($"{waiting} replies wait, {dead} dead letters")
        );
    }

    public static int Duplicates(DemoResult day)
    {
        ArgumentNullException.ThrowIfNull(day);
        return day.Outcomes.Count(outcome => outcome.IsDuplicate);
    }

    private static bool Says(SinkMail mail, string header, string value) =>
        string.Equals(SentMails.Header(mail, header), value, StringComparison.Ordinal);

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
