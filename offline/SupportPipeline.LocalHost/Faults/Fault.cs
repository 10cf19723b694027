namespace SupportPipeline.LocalHost.Faults;

/// <summary>How one request to a local stand-in goes wrong.</summary>
internal sealed record Fault
{
    /// <summary>Answer with this status instead of doing what was asked; null does it.</summary>
    public int? Status { get; init; }

    /// <summary>Wait so long, in real time, before anything else.</summary>
    public TimeSpan? Delay { get; init; }

    /// <summary>How long a refusal asks the caller to wait; null leaves it to the stand-in.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Do what was asked, then cut the connection: the caller cannot know what happened.</summary>
    public bool DropAnswer { get; init; }
}
