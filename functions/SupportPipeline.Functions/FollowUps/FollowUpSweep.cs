using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SupportPipeline.Platform;

namespace SupportPipeline.FollowUps;

/// <summary>Hands on what is due: a queue message first, then the row goes. A crash in between makes a message twice, never none.</summary>
public sealed partial class FollowUpSweep(
    FollowUpStore store,
    TimedJobs jobs,
    QueueSender queue,
    IOptions<FollowUpsOptions> options,
    ILogger<FollowUpSweep> logger
)
{
    internal static readonly TimedJob Job = new("sweep-follow-ups", TimeSpan.FromMinutes(1));
    private const int Together = 100;
    private const int AtOnce = 16;

    /// <summary>Sweeps once.</summary>
    /// <returns>How many were handed on.</returns>
    internal async Task<int> RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var since = Since(await jobs.LastRunAsync(Job, cancellationToken), now);
        var (handedOn, chunk) = (0, new List<DueFollowUp>(Together));
        await foreach (var due in store.DueAsync(since, now, cancellationToken))
        {
            chunk.Add(due);
            if (chunk.Count == Together)
            {
                handedOn += await HandOnAsync(chunk, cancellationToken);
                if (handedOn >= options.Value.MaxPerSweep)
                {
                    // What is left is found by the next sweep, which begins where this one did.
                    Log.Unfinished(logger, handedOn);
                    return handedOn;
                }
            }
        }

        handedOn += await HandOnAsync(chunk, cancellationToken);
        await jobs.RanAsync(Job, now, cancellationToken);
        return handedOn;
    }

    /// <summary>
    /// Where to begin reading: shortly before the last run. From the beginning when no run is known, and once a day, because what is scheduled for a
    /// time long past (a message that lay among the dead letters) would be found by no other run.
    /// </summary>
    private DateTimeOffset Since(DateTimeOffset? last, DateTimeOffset now) =>
        last is not { } ran || ran.UtcDateTime.Date != now.UtcDateTime.Date
            ? DateTimeOffset.UnixEpoch
            : (ran < now ? ran : now).AddHours(-options.Value.StragglerHours);

    private async Task<int> HandOnAsync(List<DueFollowUp> chunk, CancellationToken cancellationToken)
    {
        await Parallel.ForEachAsync(
            chunk,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (due, cancellation) => await queue.SendAsync(Pointer(due.FollowUp), cancellation)
        );
        await store.RemoveAsync(chunk, cancellationToken);
        var count = chunk.Count;
        chunk.Clear();
        return count;
    }

    private static FollowUpDue Pointer(FollowUp followUp) =>
        new(followUp.Kind.ToString(), followUp.Cause, followUp.CaseId?.Value, followUp.CustomerId, followUp.At);

    private static partial class Log
    {
        [LoggerMessage(401, LogLevel.Warning, "More follow-ups were due than one sweep hands on; {Count} were handed on.")]
        public static partial void Unfinished(ILogger logger, int count);
    }
}
