using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using SupportPipeline.Cases;
using SupportPipeline.Platform;

namespace SupportPipeline.Insights;

/// <summary>Counts days from the timelines of the cases in which something happened, and keeps what is over.</summary>
public sealed class DayReports(
    CaseDays days,
    ReportStore reports,
    Organisation organisation,
    IOptions<InsightsOptions> options,
    TimeProvider clock
)
{
    /// <summary>The desk's today.</summary>
    internal DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), organisation.Calendar.TimeZone).DateTime);

    /// <summary>The report of a day: the one that is kept when calendar and goals have not changed since, else counted anew.</summary>
    internal async Task<DayReport> OfAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var isOver = day < Today;
        if (isOver && await reports.FindAsync(day, organisation.GoalsFingerprint, cancellationToken) is { } kept)
        {
            return kept;
        }

        var report = DayReport.Of(day, await ReadAsync(day, cancellationToken), organisation, clock.GetUtcNow());
        if (isOver)
        {
            await reports.KeepAsync(report, organisation.GoalsFingerprint, cancellationToken);
        }

        return report;
    }

    private async Task<IReadOnlyCollection<CaseHistory>> ReadAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var zone = organisation.Calendar.TimeZone;
        var (from, until) = (StartOf(day, zone), StartOf(day.AddDays(1), zone));
        var read = new ConcurrentBag<CaseHistory>();
        await Parallel.ForEachAsync(
            days.ReadAsync(from, until, cancellationToken),
            new ParallelOptions { MaxDegreeOfParallelism = options.Value.ReadAtOnce, CancellationToken = cancellationToken },
            async (caseId, cancellation) =>
            {
                if (await days.HistoryAsync(caseId, cancellation) is { } history)
                {
                    read.Add(history);
                }
            }
        );
        return read;
    }

    private static DateTimeOffset StartOf(DateOnly day, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Unspecified);
        while (zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(15);
        }

        return new DateTimeOffset(local, zone.GetUtcOffset(local));
    }
}
