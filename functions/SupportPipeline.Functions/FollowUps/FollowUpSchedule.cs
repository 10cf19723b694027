namespace SupportPipeline.FollowUps;

/// <summary>Schedules and cancels wake-ups for the other features. All of it may be done again.</summary>
public sealed class FollowUpSchedule(FollowUpStore store, TimeProvider clock)
{
    /// <summary>Schedules. What is due already is due now: no sweep looks into the past for long.</summary>
    internal Task AddAsync(IEnumerable<FollowUp> followUps, CancellationToken cancellationToken) =>
        store.ScheduleAsync(followUps.Select(NotBeforeNow), cancellationToken);

    /// <summary>Cancels; one that was swept already finds nothing to do.</summary>
    internal Task RemoveAsync(IEnumerable<FollowUp> followUps, CancellationToken cancellationToken) =>
        store.RemoveAsync(followUps, cancellationToken);

    private FollowUp NotBeforeNow(FollowUp followUp)
    {
        var now = clock.GetUtcNow();
        return followUp.At < now ? followUp with { At = now } : followUp;
    }
}
