using SupportPipeline.LocalHost.Functions;

namespace SupportPipeline.LocalHost.Timers;

/// <summary>The timers of all functions.</summary>
internal sealed class TimerListeners : IAsyncDisposable
{
    private readonly TimerListener[] _listeners;

    public TimerListeners(IReadOnlyList<TimerFunction> functions, TimerListenerParts parts)
    {
        _listeners = [.. functions.Select(function => new TimerListener(function, parts))];
    }

    public bool AreBusy => _listeners.Any(listener => listener.IsBusy);

    public void Start() => Array.ForEach(_listeners, listener => listener.Start());

    /// <summary>Runs what is due and gives the names of what ran.</summary>
    public async Task<IReadOnlyList<string>> RunDueAsync()
    {
        var ran = await Task.WhenAll(_listeners.Select(async listener => await listener.RunWhenDueAsync() ? listener.Name : null));
        return [.. ran.OfType<string>()];
    }

    public async ValueTask DisposeAsync() => await Task.WhenAll(_listeners.Select(listener => listener.DisposeAsync().AsTask()));
}
