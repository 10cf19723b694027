namespace SupportPipeline.LocalHost.Storm;

/// <summary>The function hosts: killed, and started again.</summary>
internal sealed class StormHosts(int count, Func<int, Task<StormHost>> start) : IAsyncDisposable
{
    private readonly StormHost?[] _hosts = new StormHost?[count];
    private readonly Task[] _changes = [.. Enumerable.Repeat(Task.CompletedTask, count)];
    private int _next;

    /// <summary>Those that live.</summary>
    public IReadOnlyList<StormHost> Living => [.. _hosts.OfType<StormHost>()];

    public async Task StartAsync()
    {
        for (var host = 0; host < count; host++)
        {
            _hosts[host] = await start(host);
        }
    }

    /// <summary>One that lives, a different one each time; null when none does.</summary>
    public StormHost? Any() =>
        Living is { Count: > 0 } living ? living[(int)((uint)Interlocked.Increment(ref _next) % living.Count)] : null;

    /// <summary>Kills a host, as soon as it is up, and has it started again later.</summary>
    public async Task KillAsync(int host, TimeSpan after, TimeSpan gone)
    {
        await _changes[host];
        await Task.Delay(after, TimeProvider.System);
        var killed = Interlocked.Exchange(ref _hosts[host], null);
        await killed!.KillAsync();
        _changes[host] = ReplaceAsync(host, killed, gone);
    }

    /// <summary>Waits until all of them live.</summary>
    public Task SettleAsync() => Task.WhenAll(_changes);

    public async ValueTask DisposeAsync()
    {
        await SettleAsync().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Task.WhenAll(Enumerable.Range(0, count).Select(StopAsync));
    }

    private async Task StopAsync(int host)
    {
        if (Interlocked.Exchange(ref _hosts[host], null) is { } living)
        {
            await living.DisposeAsync();
        }
    }

    private async Task ReplaceAsync(int host, StormHost killed, TimeSpan gone)
    {
        await killed.DisposeAsync();
        await Task.Delay(gone, TimeProvider.System);
        _hosts[host] = await start(host);
    }
}
