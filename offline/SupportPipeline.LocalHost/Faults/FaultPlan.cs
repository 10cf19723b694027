namespace SupportPipeline.LocalHost.Faults;

/// <summary>The body of <c>POST /local/faults</c>.</summary>
internal sealed record FaultPlan
{
    public string? Target { get; init; }

    public int? Status { get; init; }

    /// <summary>How many requests are hit; 0 takes back what was planned for the target.</summary>
    public int Count { get; init; } = 1;

    public TimeSpan? Delay { get; init; }

    /// <summary>What the language service's <c>Retry-After</c> says, in whole seconds; for how long a platform's rate limit lasts.</summary>
    public TimeSpan? RetryAfter { get; init; }

    public bool DropAnswer { get; init; }

    private static readonly string[] s_platforms =
    [
        "mastodon",
        "bluesky",
        "x",
        "facebook",
        "instagram",
        "threads",
        "telegram",
        "vk",
        "line",
    ];

    private bool IsPlatform => s_platforms.Contains(Target, StringComparer.Ordinal);

    /// <summary>What is wrong with the plan, or null.</summary>
    public string? Problem() =>
        this switch
        {
            { } when Target is not ("sendgrid" or "language" or "storage") && !IsPlatform =>
                $"target must be sendgrid, language, storage, {string.Join(", ", s_platforms[..^1])} or {s_platforms[^1]}.",
            { Count: < 0 } => "count must not be negative.",
            { Count: 0 } => null,
            { Status: < 100 or > 599 } => "status must be an HTTP status, 100 to 599.",
            { Delay: { } delay } when delay < TimeSpan.Zero => "delay must not be negative.",
            { RetryAfter: not null, Target: "sendgrid" or "storage" } => "retryAfter is for the target language and the platforms.",
            { RetryAfter: not null, Status: null } => "retryAfter needs a status.",
            { RetryAfter: { } wait } when wait < TimeSpan.Zero => "retryAfter must not be negative.",
            { Status: not null, DropAnswer: true } => "dropAnswer lets the request through; it cannot have a status too.",
            { Status: null, Delay: null, DropAnswer: false } => "one of status, delay and dropAnswer is needed.",
            _ => null,
        };
}
