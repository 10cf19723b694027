namespace SupportPipeline.Triage.Azure;

/// <summary>The time that all calls about some messages share, from the moment it is made.</summary>
internal sealed class TimeBudget(TimeSpan total, TimeProvider clock)
{
    private readonly long _start = clock.GetTimestamp();

    /// <summary>What is left; zero or less when it is used up.</summary>
    public TimeSpan Left => total - clock.GetElapsedTime(_start);
}
