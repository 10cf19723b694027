using SupportPipeline.LocalHost.Audit;

namespace SupportPipeline.LocalHost.Tests.Audit;

/// <summary>An account that stands on a page: its facts, and what the audit says of them.</summary>
internal static class Judged
{
    /// <summary>2026-07-06 and later than everything in these tests.</summary>
    public static readonly DateTimeOffset Now = new(2026, 7, 6, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Every problem as <c>finding: subject why</c>; nothing is young, and the outbox is known.</summary>
    public static IReadOnlyList<string> Problems(params IReadOnlyList<Fact> facts) =>
        Problems(new AuditScope(DateTimeOffset.MaxValue, KnowsOutbox: true, QueuesHoldMore: false), facts);

    public static IReadOnlyList<string> Problems(AuditScope scope, IReadOnlyList<Fact> facts) =>
        [
            .. facts
                .GroupBy(fact => fact.Subject)
                .SelectMany(subject => AuditRules.Judge(new(subject.Key, [.. subject], scope)))
                .Select(problem => $"{problem.Finding}: {problem.Subject} {problem.Why}"),
        ];
}
