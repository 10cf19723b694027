using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Insights;

/// <summary>Every hour: the report of yesterday is counted once the day is over, so that nobody has to wait for it.</summary>
public sealed class WriteDayReport(DayReports reports)
{
    /// <summary>Counts yesterday; a report that is kept already is read and left alone.</summary>
    [Function("WriteDayReport")]
    public Task RunAsync([TimerTrigger("0 10 * * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        reports.OfAsync(reports.Today.AddDays(-1), cancellationToken);
}
