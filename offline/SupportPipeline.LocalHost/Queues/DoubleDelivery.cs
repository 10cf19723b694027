using System.Security.Cryptography;

namespace SupportPipeline.LocalHost.Queues;

/// <summary>
/// What a queue may do at its worst, done to every message: two instances have it at the same time, because a lease ran out, and now and then it
/// comes again although it was processed, because nobody lived to delete it.
/// </summary>
internal sealed class DoubleDelivery
{
    private const int LateMilliseconds = 60;
    private const int OneIn = 8;

    private long _twice;
    private long _again;

    /// <summary>Messages that were handed to two invocations.</summary>
    public long Twice => Interlocked.Read(ref _twice);

    /// <summary>Messages that came again after they were processed.</summary>
    public long Again => Interlocked.Read(ref _again);

    /// <summary>Invokes twice at once; fails when one of them fails.</summary>
    public async Task InvokeAsync(Func<Task> invoke)
    {
        ArgumentNullException.ThrowIfNull(invoke);
        Interlocked.Increment(ref _twice);

        // Not always in step, or both would always meet at the same place.
        var late = RandomNumberGenerator.GetInt32(2) == 0 ? 0 : RandomNumberGenerator.GetInt32(LateMilliseconds);
        await Task.WhenAll(invoke(), LaterAsync(invoke, late));
    }

    /// <summary>Whether a message that was processed is to come again; only after its first attempt, so that it does not end as a dead letter.</summary>
    public bool ComesAgain(long dequeueCount)
    {
        var again = dequeueCount == 1 && RandomNumberGenerator.GetInt32(OneIn) == 0;
        if (again)
        {
            Interlocked.Increment(ref _again);
        }

        return again;
    }

    private static async Task LaterAsync(Func<Task> invoke, int milliseconds)
    {
        await Task.Delay(milliseconds);
        await invoke();
    }
}
