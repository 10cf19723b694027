using Azure;
using Microsoft.Extensions.Configuration;
using SupportPipeline.Platform;

namespace SupportPipeline.DeadLetters;

/// <summary>
/// Looks whether storage can be reached, how many dead letters wait, and which timed jobs are late. Anybody may ask, so a look counts for ten seconds: asking often costs nothing.
/// </summary>
public sealed class HealthLook(DeadLetterStore letters, TimedJobs jobs, IConfiguration configuration, TimeProvider clock) : IDisposable
{
    /// <summary>Counting ends here; by then it is known that much is wrong.</summary>
    private const int MaxCount = 1_000;

    private static readonly TimeSpan ValidFor = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly IReadOnlyList<string> _missingSecrets = UnresolvedSecrets.Of(configuration);
    private (DateTimeOffset At, HealthDocument Seen)? _last;

    /// <summary>Looks, or says what was seen a moment ago.</summary>
    internal async Task<HealthDocument> LookAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            var now = clock.GetUtcNow();
            if (_last is not { } last || now - last.At >= ValidFor || now < last.At)
            {
                _last = last = (now, await CountAsync(now, cancellationToken));
            }

            return last.Seen;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    private async Task<HealthDocument> CountAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
            foreach (var queue in StorageNames.Queues)
            {
                counts[queue] = await letters.CountWaitingAsync(queue, MaxCount, cancellationToken);
            }

            var late = await jobs.LateAsync(now, cancellationToken);
            var isWell = late.Count == 0 && _missingSecrets.Count == 0;
            return new(isWell ? HealthDocument.Ready : HealthDocument.Degraded, counts, late, _missingSecrets);
        }
        catch (Exception exception)
            when (exception is RequestFailedException or AggregateException or HttpRequestException or IOException or TaskCanceledException
                && !cancellationToken.IsCancellationRequested
            )
        {
            return new(HealthDocument.StorageUnavailable, new Dictionary<string, int>(StringComparer.Ordinal), [], _missingSecrets);
        }
    }
}

/// <summary>How the app is.</summary>
/// <param name="Status"><c>ready</c>; <c>degraded</c> when it works and a timed job is late or a secret is missing; <c>storage-unavailable</c> when it cannot work.</param>
/// <param name="DeadLetters">How many dead letters of each queue wait for a person; counting ends at 1,000.</param>
/// <param name="LateJobs">The timed jobs that missed a run.</param>
/// <param name="MissingSecrets">The settings that refer to secrets which could not be read.</param>
internal sealed record HealthDocument(
    string Status,
    IReadOnlyDictionary<string, int> DeadLetters,
    IReadOnlyList<string> LateJobs,
    IReadOnlyList<string> MissingSecrets
)
{
    internal const string Ready = "ready";
    internal const string Degraded = "degraded";
    internal const string StorageUnavailable = "storage-unavailable";
}
