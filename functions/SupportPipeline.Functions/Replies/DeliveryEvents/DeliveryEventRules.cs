using SupportPipeline.Cases;
using SupportPipeline.Platform;

namespace SupportPipeline.Replies.DeliveryEvents;

/// <summary>What the events about one reply mean: for the reply, for its timeline and for its address. Pure.</summary>
internal static class DeliveryEventRules
{
    /// <summary>Whether one of the events is a failure or a complaint, which cannot be written without knowing the reply.</summary>
    public static bool NeedsReply(IReadOnlyList<DeliveryEvent> events) => events.Any(IsFailure);

    /// <summary>Folds the events about one reply, in whatever order they came.</summary>
    /// <param name="reply">The reply; null when the events do not need it.</param>
    /// <param name="events">The events, at least one.</param>
    public static DeliveryNews Decide(Reply? reply, IReadOnlyList<DeliveryEvent> events)
    {
        var inOrder = events
            .OrderBy(one => one.At)
            .ThenBy(one => one.Key, StringComparer.Ordinal)
            .DistinctBy(one => one.Key, StringComparer.Ordinal)
            .ToList();
        var failures = inOrder.Where(IsFailure).ToList();
        return new(
            new()
            {
                ProcessedAt = First(inOrder, DeliveryEventKind.Processed),
                DeliveredAt = First(inOrder, DeliveryEventKind.Delivered),
                ProviderMessageId = inOrder.Find(one => one.ProviderMessageId is not null)?.ProviderMessageId,
                Failure = Worst(reply?.Fate.Failure, failures.ConvertAll(Failure)),
            },
            [.. inOrder.Select(Happening).OfType<TimelineEvent>()],
            [.. failures.Select(Suppression).OfType<Suppression>()]
        );
    }

    /// <summary>The first failure stays; only a complaint, which comes after a delivery, gives way to a refusal.</summary>
    private static DeliveryFailure? Worst(DeliveryFailure? known, List<DeliveryFailure> told)
    {
        var all = known is null ? told : [known, .. told];
        return all.Find(one => one.Reason != ReasonCode.ReportedAsSpam) ?? all.FirstOrDefault();
    }

    private static bool IsFailure(DeliveryEvent one) =>
        one.Kind is DeliveryEventKind.Bounced or DeliveryEventKind.Blocked or DeliveryEventKind.Dropped or DeliveryEventKind.SpamReport;

    private static DateTimeOffset? First(List<DeliveryEvent> events, DeliveryEventKind kind) => events.Find(one => one.Kind == kind)?.At;

    private static DeliveryFailure Failure(DeliveryEvent one) => new(one.At, BounceRules.Reason(one), one.Status, one.Detail);

    private static Suppression? Suppression(DeliveryEvent one) => BounceRules.Suppression(one);

    /// <summary>What agents are told. A delivery needs no entry of its own: the reply says when it was delivered.</summary>
    private static TimelineEvent? Happening(DeliveryEvent one)
    {
        var kind = one.Kind switch
        {
            DeliveryEventKind.Deferred => "reply-delayed",
            DeliveryEventKind.Bounced or DeliveryEventKind.Blocked => "reply-bounced",
            DeliveryEventKind.Dropped => "reply-dropped",
            DeliveryEventKind.SpamReport => "reply-reported-as-spam",
            DeliveryEventKind.Unsubscribed => "customer-unsubscribed",
            _ => null,
        };
        return kind is null ? null : new($"delivery:{one.Key}", one.At, kind, BounceRules.Reason(one), Evidence(one));
    }

    private static string? Evidence(DeliveryEvent one) =>
        string.Join(' ', new[] { one.Classification, one.Detail ?? one.Status }.Where(part => !string.IsNullOrEmpty(part)))
            is { Length: > 0 } evidence
            ? evidence
            : null;
}

/// <summary>What is to be written about one reply.</summary>
/// <param name="Fate">The facts.</param>
/// <param name="Happenings">Entries of the timeline, each with a key that its event always has.</param>
/// <param name="Suppressions">What follows for the reply's address.</param>
internal sealed record DeliveryNews(DeliveryFate Fate, IReadOnlyList<TimelineEvent> Happenings, IReadOnlyList<Suppression> Suppressions)
{
    /// <summary>Whether there is anything to write.</summary>
    public bool IsEmpty => Fate.ProcessedAt is null && Fate.DeliveredAt is null && Fate.Failure is null && Happenings.Count == 0;
}
