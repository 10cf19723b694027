using SupportPipeline.Cases;
using SupportPipeline.Platform;

namespace SupportPipeline.Insights;

/// <summary>What happened on one day of the desk's time zone. Every figure says how many it rests on.</summary>
/// <param name="Day">The day.</param>
/// <param name="CasesSeen">Cases in which anything happened; all figures are about these.</param>
/// <param name="Opened">Cases opened by a person's message.</param>
/// <param name="OpenedByMachine">Cases opened by automatic mail; they count nowhere else.</param>
/// <param name="Reopened">Reopenings by the customer's word.</param>
/// <param name="ClosedConfirmed">Cases closed by the customer's word.</param>
/// <param name="ClosedSilently">Cases closed because nobody answered the question whether it is solved.</param>
/// <param name="ClosedByAgent">Cases closed by an agent for another reason.</param>
/// <param name="PromisesKept">Promises whose time came after the answer.</param>
/// <param name="PromisesMissed">Promises whose time passed before it.</param>
/// <param name="FirstReply">First answers given that day.</param>
/// <param name="NextReply">Later answers given that day.</param>
/// <param name="Solution">Cases solved that day.</param>
/// <param name="ByTeam">Cases opened, by team.</param>
/// <param name="ByTopic">Cases opened, by topic of the first message.</param>
/// <param name="ByLanguage">Cases opened, by language.</param>
internal sealed record DayReport(
    DateOnly Day,
    int CasesSeen,
    int Opened,
    int OpenedByMachine,
    int Reopened,
    int ClosedConfirmed,
    int ClosedSilently,
    int ClosedByAgent,
    int PromisesKept,
    int PromisesMissed,
    GoalFigures FirstReply,
    GoalFigures NextReply,
    GoalFigures Solution,
    IReadOnlyDictionary<string, int> ByTeam,
    IReadOnlyDictionary<string, int> ByTopic,
    IReadOnlyDictionary<string, int> ByLanguage
)
{
    /// <summary>Counts a day. Pure: the same cases and calendar give the same report.</summary>
    public static DayReport Of(DateOnly day, IReadOnlyCollection<CaseHistory> cases, Organisation organisation, DateTimeOffset now)
    {
        var zone = organisation.Calendar.TimeZone;
        bool IsOn(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime) == day;
        var opened = cases.Where(one => IsOn(one.Case.OpenedAt)).ToList();
        var openedByPeople = opened.Where(one => one.Messages.FirstOrDefault()?.IsAutomatic == false).ToList();
        var happenings = cases.SelectMany(one => one.Events).Where(happening => IsOn(happening.At)).ToList();
        var steps = cases
            .SelectMany(one => one.Messages)
            .Where(message => IsOn(message.ReceivedAt))
            .SelectMany(message => message.Plan.Steps)
            .Where(step => step is { Kind: "case", Result: "done" })
            .ToList();
        var goals = cases
            .SelectMany(one => ServiceClock.Of(one, organisation, now))
            .Where(goal => goal.EndedAt is { } ended && IsOn(ended))
            .ToLookup(goal => goal.Metric);
        return new(
            day,
            cases.Count,
            openedByPeople.Count,
            opened.Count - openedByPeople.Count,
            steps.Count(step => step.What == "reopen"),
            steps.Count(step => step.What == "close") + happenings.Count(Closed(Cases.Agents.CloseReasons.CustomerConfirmed)),
            happenings.Count(happening => happening is { Kind: "closed", Reason: ReasonCode.NoAnswerToConfirmation }),
            happenings.Count(happening =>
                happening is { Kind: "closed", Reason: ReasonCode.ByAgent }
                && happening.Evidence != Cases.Agents.CloseReasons.CustomerConfirmed
            ),
            happenings.Count(happening => happening is { Kind: "follow-up-skipped", Reason: ReasonCode.PromiseKept }),
            happenings.Count(happening => happening.Kind == "promise-missed"),
            GoalFigures.Of(goals[ServiceMetric.FirstReply]),
            GoalFigures.Of(goals[ServiceMetric.NextReply]),
            GoalFigures.Of(goals[ServiceMetric.Solution]),
            Counts(openedByPeople, one => one.Case.Team),
            Counts(openedByPeople, one => one.Messages[0].Triage.Topic),
            Counts(openedByPeople, one => one.Case.Language)
        );
    }

    private static Func<TimelineEvent, bool> Closed(string evidence) =>
        happening => happening is { Kind: "closed", Reason: ReasonCode.ByAgent } && happening.Evidence == evidence;

    private static Dictionary<string, int> Counts(IEnumerable<CaseHistory> cases, Func<CaseHistory, string> by) =>
        cases
            .GroupBy(by, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
}

/// <summary>How well a goal was met.</summary>
/// <param name="Population">How many there were.</param>
/// <param name="Met">How many of them in time.</param>
/// <param name="MedianMinutes">Half took no longer than this, in counted minutes; null without a population.</param>
/// <param name="NinetiethMinutes">Nine of ten took no longer than this; null without a population.</param>
internal sealed record GoalFigures(int Population, int Met, double? MedianMinutes, double? NinetiethMinutes)
{
    /// <summary>Counts.</summary>
    public static GoalFigures Of(IEnumerable<ServiceGoal> goals)
    {
        var all = goals.ToList();
        var minutes = all.Select(goal => goal.Elapsed.TotalMinutes).Order().ToList();
        return new(all.Count, all.Count(goal => goal.State == GoalState.Met), At(minutes, 0.5), At(minutes, 0.9));
    }

    /// <summary>The nearest-rank percentile.</summary>
    private static double? At(List<double> sorted, double share) =>
        sorted.Count == 0 ? null : Math.Round(sorted[(int)Math.Ceiling(share * sorted.Count) - 1], 1);
}
