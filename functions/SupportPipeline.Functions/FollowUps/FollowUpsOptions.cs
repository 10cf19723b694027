using System.ComponentModel.DataAnnotations;

namespace SupportPipeline.FollowUps;

/// <summary>How follow-ups are kept and swept. Configuration section <c>FollowUps</c>.</summary>
public sealed class FollowUpsOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "FollowUps";

    /// <summary>Over how many partitions an hour is spread; one takes 2,000 entities/s (the platform's limit). Default 1; raise only, never lower. At most 64.</summary>
    [Range(1, 64)]
    public int Shards { get; set; } = 1;

    /// <summary>How long rows are collected before they are written together, in milliseconds. Default 50.</summary>
    [Range(0, 1_000)]
    public int LingerMilliseconds { get; set; } = 50;

    /// <summary>The most follow-ups one sweep hands on; the rest waits for the next, a minute later. Default 20,000.</summary>
    [Range(1, 1_000_000)]
    public int MaxPerSweep { get; set; } = 20_000;

    /// <summary>How far before the last sweep the next one begins, in hours, for rows that were written late. Default 3.</summary>
    [Range(1, 168)]
    public int StragglerHours { get; set; } = 3;
}
