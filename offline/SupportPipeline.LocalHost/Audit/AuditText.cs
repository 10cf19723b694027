using System.Globalization;
using SupportPipeline.Cases;
using SupportPipeline.Outages.Notices;

namespace SupportPipeline.LocalHost.Audit;

/// <summary>The lines of a report; the same account gives the same lines.</summary>
internal static class AuditText
{
    public static IEnumerable<string> Lines(AuditReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        int State(params ReadOnlySpan<ReplyState> states)
        {
            var count = 0;
            foreach (var state in states)
            {
                count += report.Replies.GetValueOrDefault(state);
            }

            return count;
        }

        int Recipients(params ReadOnlySpan<RecipientState> states)
        {
            var count = 0;
            foreach (var state in states)
            {
                count += report.Recipients.GetValueOrDefault(state);
            }

            return count;
        }

        (string Name, int Count)[] counts =
        [
            ("accepted", report.Accepted - report.Unanswered),
            ("cases", report.Cases),
            ("messages", report.Messages),
            ("repeats noted", report.Repeats),
            ("repeats of unanswered requests", report.Unanswered),
            ("rejected", report.Rejected),
            ("waiting", report.Waiting),
            ("dead letters", report.DeadLetters),
            ("replies sent", State(ReplyState.Sent, ReplyState.Delivered, ReplyState.Bounced)),
            ("replies drafted", State(ReplyState.Drafted)),
            ("replies suppressed", State(ReplyState.Suppressed)),
            ("replies approved", State(ReplyState.Approved)),
            ("replies unknown", State(ReplyState.Unknown)),
            ("recipients of notices", report.Recipients.Values.Sum()),
            ("recipients told", Recipients(RecipientState.Submitted, RecipientState.Delivered, RecipientState.Bounced)),
            ("recipients unknown", Recipients(RecipientState.Unknown)),
            ("recipients repeated by the rule for lost answers", report.Repeated),
            (
                "recipients not told for a reason",
                Recipients(RecipientState.Suppressed, RecipientState.Skipped, RecipientState.Cancelled, RecipientState.Failed)
            ),
            ("recipients waiting", Recipients(RecipientState.Planned, RecipientState.Claimed)),
            ("duplicates-of-messages", report.Count(Finding.DuplicateMessage)),
            ("duplicate replies", report.Count(Finding.DuplicateReply)),
            ("duplicate notices", report.Count(Finding.DuplicateNotice)),
            ("lost", report.Count(Finding.Lost)),
            ("unexplained", report.Count(Finding.Unexplained)),
        ];
        foreach (var (name, count) in counts)
        {
            yield return Line(name, count);
        }

        yield return report.Mails is { } mails
            ? Line("mails in the outbox", mails)
            : "the outbox was not given: replies were not compared with the mails that went out";
        foreach (
            var problem in report.Problems.OrderBy(problem => problem.Finding).ThenBy(problem => problem.Subject.Id, StringComparer.Ordinal)
        )
        {
            yield return $"{Name(problem.Finding)}: {problem.Subject} {problem.Why}";
        }

        if (report.Problems.Count == AuditReport.MostProblems)
        {
            yield return $"only the first {AuditReport.MostProblems} problems are shown";
        }
    }

    private static string Line(string name, int count) => string.Create(CultureInfo.InvariantCulture, $"{name} {count}");

    private static string Name(Finding finding) =>
        finding switch
        {
            Finding.Lost => "lost",
            Finding.DuplicateMessage => "duplicate message",
            Finding.DuplicateReply => "duplicate reply",
            Finding.DuplicateNotice => "duplicate notice",
            _ => "unexplained",
        };
}
