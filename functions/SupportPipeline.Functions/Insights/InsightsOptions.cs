using System.ComponentModel.DataAnnotations;

namespace SupportPipeline.Insights;

/// <summary>How reports are made. Configuration section <c>Insights</c>.</summary>
public sealed class InsightsOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Insights";

    /// <summary>How many cases are read at once for a report. Default 16.</summary>
    [Range(1, 256)]
    public int ReadAtOnce { get; set; } = 16;

    /// <summary>The most days of one request. Default 92.</summary>
    [Range(1, 366)]
    public int MaxDays { get; set; } = 92;
}
