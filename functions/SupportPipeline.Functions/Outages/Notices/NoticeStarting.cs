using SupportPipeline.Platform;

namespace SupportPipeline.Outages.Notices;

/// <summary>Puts the slices of a notice on their queue; doing it twice tells nobody twice.</summary>
public sealed class NoticeStarting(QueueSender queue)
{
    private const int AtOnce = 16;

    /// <summary>Announces the slices of a notice that was approved or goes on.</summary>
    public Task StartAsync(Notice notice, CancellationToken cancellationToken) =>
        AnnounceAsync(notice, Enumerable.Range(0, notice.Slices), cancellationToken);

    /// <summary>Announces some slices.</summary>
    public Task AnnounceAsync(Notice notice, IEnumerable<int> slices, CancellationToken cancellationToken) =>
        Parallel.ForEachAsync(
            slices,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (slice, cancellation) => await queue.SendAsync(new NoticeSliceDue(notice.IncidentId, notice.Id, slice), cancellation)
        );

    /// <summary>Announces that an audience is to be frozen.</summary>
    public Task FreezeAsync(Notice notice, CancellationToken cancellationToken) =>
        queue.SendAsync(new NoticeFreezeDue(notice.IncidentId, notice.Id), cancellationToken);
}
