using System.ComponentModel.DataAnnotations;

namespace SupportPipeline.Cases;

/// <summary>How cases are kept. Configuration section <c>Cases</c>.</summary>
public sealed class CasesOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Cases";

    /// <summary>Over how many partitions a list view is spread. One partition takes 2,000 entities/s (the platform's limit). Default 1; raise only, never lower. At most 64.</summary>
    [Range(1, 64)]
    public int ViewShards { get; set; } = 1;

    /// <summary>How long rows of list views are collected before they are written together, in milliseconds. Nobody waits for them. Default 50.</summary>
    [Range(0, 1_000)]
    public int ViewLingerMilliseconds { get; set; } = 50;

    /// <summary>How many case numbers a process takes at a time. Default 100.</summary>
    [Range(1, 10_000)]
    public int NumberBlock { get; set; } = 100;

    /// <summary>The most participants of one case whose mail may join it. Default 50.</summary>
    [Range(1, 200)]
    public int MaxParticipants { get; set; } = 50;

    /// <summary>How often customers' messages open a solved or closed case again before an agent has worked on it; after that a supervisor has to look. Default 3.</summary>
    [Range(0, 100)]
    public int MaxAutomaticReopenings { get; set; } = 3;

    /// <summary>For how many days after its closing a case is opened again by a message; later the message opens a new one, linked to it. Default 30.</summary>
    [Range(1, 3_650)]
    public int ReopenWithinDays { get; set; } = 30;

    /// <summary>How many ancestors named in References are looked up, nearest first. Default 5; each costs one storage operation.</summary>
    [Range(0, 100)]
    public int MaxAncestorLookups { get; set; } = 5;
}
