using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NCrontab;
using SupportPipeline.LocalHost.Functions;

namespace SupportPipeline.LocalHost.Timers;

/// <summary>
/// Runs one function on its schedule, in UTC of the given clock, never twice at once. Slots that went by while it was
/// running, or in a jump of the clock, are made up for by one run that is told it is past due.
/// </summary>
internal sealed partial class TimerListener : IAsyncDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly CancellationTokenSource _stop = new();
    private readonly TimerFunction _function;
    private readonly CrontabSchedule _schedule;
    private readonly TimerListenerParts _parts;
    private DateTime _last;
    private DateTime _next;
    private Task _loop = Task.CompletedTask;

    public TimerListener(TimerFunction function, TimerListenerParts parts)
    {
        _function = function;
        _parts = parts;
        _schedule = TimerSchedule.Parse(function.Schedule);
        _next = _schedule.GetNextOccurrence(Now);
    }

    public string Name => _function.Name;

    /// <summary>Whether it runs or should.</summary>
    public bool IsBusy => _one.CurrentCount == 0 || _next <= Now;

    private DateTime Now => _parts.Clock.GetUtcNow().UtcDateTime;

    public void Start()
    {
        if (_function.UseMonitor && _parts.Monitor.NextOf(Name) is { } missed && missed < Now)
        {
            _next = missed;
        }

        _loop = Task.Run(() => LoopAsync(_stop.Token));
    }

    /// <summary>Runs the function when its time has come.</summary>
    /// <returns>Whether it ran.</returns>
    public async Task<bool> RunWhenDueAsync()
    {
        await _one.WaitAsync(_stop.Token);
        try
        {
            var slot = _next;
            if (slot > Now)
            {
                return false;
            }

            await RunAsync(isPastDue: _schedule.GetNextOccurrence(slot) <= Now);
            return true;
        }
        finally
        {
            _one.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _loop.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
        _one.Dispose();
    }

    private async Task LoopAsync(CancellationToken ct)
    {
        if (_function.RunOnStartup)
        {
            await _one.WaitAsync(ct);
            await RunAsync(isPastDue: false);
            _one.Release();
        }

        while (!ct.IsCancellationRequested)
        {
            var wait = _next - Now;
            if (wait > TimeSpan.Zero)
            {
                // A schedule may be due in years; a wait can be 49 days.
                await Task.Delay(wait < TimeSpan.FromDays(1) ? wait : TimeSpan.FromDays(1), _parts.Clock, ct);
            }

            await RunWhenDueAsync();
        }
    }

    private async Task RunAsync(bool isPastDue)
    {
        var started = Now;
        var status = new ScheduleStatus
        {
            Last = _last,
            Next = _schedule.GetNextOccurrence(started),
            LastUpdated = _last,
        };
        _parts.Activity.Begin();
        try
        {
            using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
            cancellation.CancelAfter(_parts.Timeout);
            await using var scope = _parts.Services.CreateAsyncScope();
            var timer = new TimerInfo { IsPastDue = isPastDue, ScheduleStatus = status };
            await _function.Method.InvokeAsync(scope.ServiceProvider, new Invocation(cancellation.Token) { Timer = timer });
        }
        catch (Exception failure)
        {
            Log.Failed(_parts.Logger, Name, FailureText.Of(failure));
            Log.FailedBecause(_parts.Logger, failure, Name);
        }
        finally
        {
            _last = started;
            _next = _schedule.GetNextOccurrence(Now);
            _parts.Monitor.Ran(Name, _next);
            _parts.Activity.End();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "{Function} failed: {Failure}.")]
        public static partial void Failed(ILogger logger, string function, string failure);

        [LoggerMessage(2, LogLevel.Debug, "{Function} failed.")]
        public static partial void FailedBecause(ILogger logger, Exception exception, string function);
    }
}
