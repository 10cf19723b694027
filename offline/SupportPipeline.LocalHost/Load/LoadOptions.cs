namespace SupportPipeline.LocalHost.Load;

/// <summary>What the load command was asked for.</summary>
internal sealed record LoadOptions
{
    /// <summary>How many mails, each of a customer of its own.</summary>
    public required int Emails { get; init; }

    /// <summary>How many clients post at once.</summary>
    public int Concurrency { get; init; } = 32;

    /// <summary>Where the run keeps its data; null for a run in memory.</summary>
    public string? DataDirectory { get; init; }
}
