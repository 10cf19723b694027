namespace SupportPipeline.LocalHost.Functions;

/// <summary><c>extensions.queues</c> of host.json.</summary>
internal sealed record QueueSettings
{
    /// <summary>Messages taken at once, at most 32.</summary>
    public int BatchSize { get; init; } = 16;

    /// <summary>A new batch is taken when no more messages than this are in work.</summary>
    public int NewBatchThreshold { get; init; } = 8;

    /// <summary>How often a message is tried, the first time included, before it goes to the poison queue.</summary>
    public int MaxDequeueCount { get; init; } = 5;

    /// <summary>The longest pause between two polls of an empty queue.</summary>
    public TimeSpan MaxPollingInterval { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long a message waits after a failure before it is tried again.</summary>
    public TimeSpan VisibilityTimeout { get; init; }

    /// <summary>Whether message texts are Base64.</summary>
    public bool Base64 { get; init; } = true;

    /// <summary>How long a message in work is hidden from others; renewed when half of it is over. Fixed in the Functions host.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromMinutes(10);
}
