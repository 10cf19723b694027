using System.Diagnostics;

namespace SupportPipeline.LocalHost.Clock;

/// <summary>
/// Real time plus what it was moved by. Timers of this clock that fall due in a jump fire at once, a periodic one once
/// per jump; the time left of the others shrinks by the jump.
/// </summary>
internal sealed class MovableClock : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly HashSet<MovableTimer> _armed = [];
    private long _offsetTicks;

    /// <summary>How far ahead of real time this clock is.</summary>
    public TimeSpan Offset => new(Interlocked.Read(ref _offsetTicks));

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Offset;

    /// <summary>Also moves, so that what measures the age of something sees the jump.</summary>
    public override long GetTimestamp() => Stopwatch.GetTimestamp() + (long)(Offset.TotalSeconds * Stopwatch.Frequency);

    /// <summary>Moves the clock forward.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The clock would go back: nothing here is made for that.</exception>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        Interlocked.Add(ref _offsetTicks, by.Ticks);
        MovableTimer[] armed;
        lock (_gate)
        {
            armed = [.. _armed];
        }

        foreach (var timer in armed)
        {
            timer.Rearm();
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new MovableTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    internal void Track(MovableTimer timer, bool armed)
    {
        lock (_gate)
        {
            _ = armed ? _armed.Add(timer) : _armed.Remove(timer);
        }
    }
}
