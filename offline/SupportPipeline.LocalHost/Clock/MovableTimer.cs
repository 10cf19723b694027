namespace SupportPipeline.LocalHost.Clock;

/// <summary>A timer that knows its due time on the movable clock, and waits for it with a timer of real time.</summary>
internal sealed class MovableTimer : ITimer
{
    // What a real timer can wait for at most; a longer wait is continued when it ends.
    private static readonly TimeSpan s_longestWait = TimeSpan.FromMilliseconds(uint.MaxValue - 1);

    private readonly Lock _gate = new();
    private readonly MovableClock _clock;
    private readonly TimerCallback _callback;
    private readonly object? _state;
    private readonly ITimer _real;
    private DateTimeOffset? _due;
    private TimeSpan _period;
    private bool _disposed;

    public MovableTimer(MovableClock clock, TimerCallback callback, object? state)
    {
        _clock = clock;
        _callback = callback;
        _state = state;
        _real = TimeProvider.System.CreateTimer(
            static timer => ((MovableTimer)timer!).FireWhenDue(),
            this,
            Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan
        );
    }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        lock (_gate)
        {
            if (_disposed)
            {
                return false;
            }

            _due = dueTime == Timeout.InfiniteTimeSpan ? null : _clock.GetUtcNow() + dueTime;
            _period = period;
            Arm();
            return true;
        }
    }

    /// <summary>Waits anew after the clock was moved.</summary>
    public void Rearm()
    {
        lock (_gate)
        {
            Arm();
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
            _due = null;
            Arm();
            _real.Dispose();
        }
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return _real.DisposeAsync();
    }

    private void FireWhenDue()
    {
        lock (_gate)
        {
            var now = _clock.GetUtcNow();
            if (_due is not { } due)
            {
                return;
            }

            if (due > now)
            {
                Arm();
                return;
            }

            _due = _period > TimeSpan.Zero ? Next(due, now) : null;
            Arm();
        }

        _callback(_state);
    }

    // Slots that a jump went over are not made up for.
    private DateTimeOffset Next(DateTimeOffset due, DateTimeOffset now)
    {
        var next = due + _period;
        return next > now ? next : now + _period;
    }

    private void Arm()
    {
        _clock.Track(this, armed: _due is not null);
        if (_disposed && _due is null)
        {
            return;
        }

        var wait = _due is { } due ? due - _clock.GetUtcNow() : Timeout.InfiniteTimeSpan;
        if (_due is not null)
        {
            wait = wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
            wait = wait > s_longestWait ? s_longestWait : wait;
        }

        _real.Change(wait, Timeout.InfiniteTimeSpan);
    }
}
