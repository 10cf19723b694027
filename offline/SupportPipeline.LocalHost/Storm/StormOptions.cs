namespace SupportPipeline.LocalHost.Storm;

/// <summary>How hard it blows. The same seed gives the same mails and the same strikes; when processes meet is up to the machine.</summary>
internal sealed record StormOptions
{
    /// <summary>How many mails customers send, copies and answers included.</summary>
    public int Emails { get; init; } = 5_000;

    /// <summary>How often a function host is killed with SIGKILL.</summary>
    public int Kills { get; init; } = 20;

    public int Seed { get; init; } = 1;

    /// <summary>How many function hosts share the work.</summary>
    public int Hosts { get; init; } = 2;

    /// <summary>How often storage is stopped and started again.</summary>
    public int StorageStops => Math.Max(1, Kills / 6);

    /// <summary>How often a host's requests to storage fail for a moment.</summary>
    public int StorageFailures => Math.Max(2, Kills);

    /// <summary>How often the clock jumps.</summary>
    public int ClockJumps => Math.Max(1, Kills / 4);

    /// <summary>Everything is kept here.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>The longest the whole may take.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(60);
}
