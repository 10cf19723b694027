using SupportPipeline.Outages.Notices;

namespace SupportPipeline.Replies.DeliveryEvents;

/// <summary>Takes events to what they are about: replies, and slices of notices.</summary>
public sealed class DeliveryNewsDesk(ReplyNews replies, NoticeNews notices)
{
    private const int Parallelism = 8;

    /// <summary>Applies them. All of it may be done again and changes nothing then.</summary>
    internal async Task ApplyAsync(IReadOnlyList<DeliveryEvent> events, CancellationToken cancellationToken)
    {
        var known = events.Where(one => one.Kind != DeliveryEventKind.Other).ToList();
        var together = new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(
            known.Where(one => one.ReplyId is not null).GroupBy(one => (CaseId: one.CaseId!.Value, ReplyId: one.ReplyId!)),
            together,
            async (group, cancellation) => await replies.ApplyAsync(group.Key.CaseId, group.Key.ReplyId, [.. group], cancellation)
        );
        await Parallel.ForEachAsync(
            known.Where(one => one.Notice is not null).GroupBy(one => (one.Notice!.IncidentId, one.Notice.NoticeId, one.Notice.Slice)),
            together,
            async (group, cancellation) =>
                await notices.ApplyAsync(group.Key.IncidentId, group.Key.NoticeId, group.Key.Slice, [.. group], cancellation)
        );
    }
}
