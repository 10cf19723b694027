namespace SupportPipeline.LocalHost.Queues;

/// <summary>Wakes one waiter; set while nobody waits, it wakes the next one at once.</summary>
internal sealed class Signal : IDisposable
{
    private readonly SemaphoreSlim _set = new(0, 1);
    private int _isSet;

    public void Set()
    {
        if (Interlocked.Exchange(ref _isSet, 1) == 0)
        {
            _set.Release();
        }
    }

    /// <summary>Waits for the signal, at most so long.</summary>
    public async Task WaitAsync(TimeSpan atMost, CancellationToken ct)
    {
        if (await _set.WaitAsync(atMost, ct))
        {
            Volatile.Write(ref _isSet, 0);
        }
    }

    public void Dispose() => _set.Dispose();
}
