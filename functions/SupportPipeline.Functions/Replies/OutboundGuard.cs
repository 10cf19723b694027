using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using SupportPipeline.Cases;

namespace SupportPipeline.Replies;

/// <summary>Decides before a reply is claimed whether it may go out now: loads what <see cref="OutboundRules"/> decides on.</summary>
public sealed class OutboundGuard(SuppressionList suppressions, IOptions<RepliesOptions> options, TimeProvider clock) : IDisposable
{
    private readonly OutboundAllowList _allowed = OutboundAllowList.Parse(options.Value.AllowList);
    private readonly TokenBucketRateLimiter? _rate = options.Value.MaxPerMinute > 0 ? CreateRate(options.Value.MaxPerMinute) : null;

    /// <summary>Looks at a reply.</summary>
    /// <param name="reply">The reply.</param>
    /// <param name="isAddressChecked">Whether the caller has just found that the address is not suppressed; saves a storage operation.</param>
    /// <param name="cancellationToken">Stops it.</param>
    internal async Task<OutboundVerdict> LookAsync(Reply reply, bool isAddressChecked, CancellationToken cancellationToken)
    {
        var settings = options.Value;
        if (OutboundRules.BySettings(reply, settings, _allowed) is { } verdict)
        {
            return verdict;
        }

        var suppression = isAddressChecked ? null : await suppressions.FindAsync(reply.To, clock.GetUtcNow(), cancellationToken);
        if (OutboundRules.ByAddress(suppression) is { } suppressed)
        {
            return suppressed;
        }

        // Last, because what is taken from it is gone.
        return OutboundRules.ByRate(reply, HasTurn());
    }

    /// <inheritdoc/>
    public void Dispose() => _rate?.Dispose();

    private bool HasTurn()
    {
        if (_rate is null)
        {
            return true;
        }

        using var lease = _rate.AttemptAcquire();
        return lease.IsAcquired;
    }

    /// <summary>Filled up ten times a minute, so that a quiet desk may send a small burst and a busy one goes evenly.</summary>
    private static TokenBucketRateLimiter CreateRate(int perMinute) =>
        new(
            new()
            {
                TokenLimit = Math.Max(1, perMinute / 10),
                TokensPerPeriod = Math.Max(1, perMinute / 10),
                ReplenishmentPeriod = TimeSpan.FromSeconds(Math.Max(6.0, 60.0 / perMinute)),
                QueueLimit = 0,
                AutoReplenishment = true,
            }
        );
}
