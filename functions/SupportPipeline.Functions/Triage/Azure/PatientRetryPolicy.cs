using Azure.Core;
using Azure.Core.Pipeline;

namespace SupportPipeline.Triage.Azure;

/// <summary>
/// Repeats as Azure.Core does, <c>Retry-After</c> included, but only while somebody still waits: an attempt that could begin only after the
/// caller's patience has ended is not waited for, and the caller learns what the service said instead of running into a time-out.
/// </summary>
internal sealed class PatientRetryPolicy(int maxRetries, DelayStrategy delay) : RetryPolicy(maxRetries, delay)
{
    /// <summary>The message property that holds the caller's patience, counted from the first attempt.</summary>
    public const string Patience = "language-patience";

    private readonly DelayStrategy _delay = delay;

    protected override bool ShouldRetry(HttpMessage message, Exception? exception) =>
        base.ShouldRetry(message, exception) && FitsPatience(message);

    protected override async ValueTask<bool> ShouldRetryAsync(HttpMessage message, Exception? exception) =>
        await base.ShouldRetryAsync(message, exception) && FitsPatience(message);

    private bool FitsPatience(HttpMessage message)
    {
        if (!message.TryGetProperty(Patience, out var value) || value is not TimeSpan patience)
        {
            return true;
        }

        // Real time, as the pipeline's: a clock that tests move has no part in it.
        var elapsed = TimeProvider.System.GetUtcNow() - message.ProcessingContext.StartTime;
        var wait = _delay.GetNextDelay(message.HasResponse ? message.Response : null, message.ProcessingContext.RetryNumber + 1);
        return elapsed + wait < patience;
    }
}
