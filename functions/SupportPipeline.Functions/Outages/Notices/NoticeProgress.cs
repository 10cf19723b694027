namespace SupportPipeline.Outages.Notices;

/// <summary>How far a notice is, to the recipient. Pure.</summary>
/// <param name="Planned">Still to be told.</param>
/// <param name="Claimed">Being told at this moment.</param>
/// <param name="Submitted">Taken by the mail service, not delivered yet.</param>
/// <param name="Unknown">Nobody knows whether the mail service took it.</param>
/// <param name="Delivered">Taken by the recipient's server.</param>
/// <param name="Bounced">Refused by the recipient's server, or not tried by the mail service.</param>
/// <param name="Suppressed">Addresses that get no mail.</param>
/// <param name="Skipped">Not told, for a reason of ours.</param>
/// <param name="Cancelled">Not told, because the notice was cancelled.</param>
/// <param name="Failed">Addresses the mail service refused.</param>
public sealed record NoticeProgress(
    int Planned,
    int Claimed,
    int Submitted,
    int Unknown,
    int Delivered,
    int Bounced,
    int Suppressed,
    int Skipped,
    int Cancelled,
    int Failed
)
{
    /// <summary>How many there are for each reason.</summary>
    public required IReadOnlyDictionary<string, int> Reasons { get; init; }

    /// <summary>The whole audience.</summary>
    public int Total => Planned + Claimed + Submitted + Unknown + Delivered + Bounced + Suppressed + Skipped + Cancelled + Failed;

    /// <summary>Handed to the mail service for certain.</summary>
    public int Sent => Submitted + Delivered + Bounced;

    /// <summary>Whether nobody is left to be told, and nobody being told.</summary>
    public bool IsSettled => Planned == 0 && Claimed == 0;

    /// <summary>Counts slices.</summary>
    public static NoticeProgress Of(IEnumerable<NoticeSlice> slices)
    {
        Span<int> counts = stackalloc int[10];
        var reasons = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var slice in slices)
        {
            foreach (var state in slice.States)
            {
                counts[(int)state]++;
            }

            foreach (var reason in slice.Reasons.Values)
            {
                reasons[reason] = reasons.GetValueOrDefault(reason) + 1;
            }
        }

        return new(counts[0], counts[1], counts[2], counts[3], counts[4], counts[5], counts[6], counts[7], counts[8], counts[9])
        {
            Reasons = reasons,
        };
    }
}
