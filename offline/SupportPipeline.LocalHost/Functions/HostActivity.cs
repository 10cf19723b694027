namespace SupportPipeline.LocalHost.Functions;

/// <summary>How many functions are at work, and a number that changes whenever one begins or ends.</summary>
internal sealed class HostActivity
{
    private long _inFlight;
    private long _changes;

    public long InFlight => Interlocked.Read(ref _inFlight);

    /// <summary>Unchanged between two looks means: nothing began or ended in between.</summary>
    public long Changes => Interlocked.Read(ref _changes);

    public void Begin()
    {
        Interlocked.Increment(ref _inFlight);
        Interlocked.Increment(ref _changes);
    }

    public void End()
    {
        Interlocked.Increment(ref _changes);
        Interlocked.Decrement(ref _inFlight);
    }
}
