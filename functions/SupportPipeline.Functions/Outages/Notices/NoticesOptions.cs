using System.ComponentModel.DataAnnotations;

namespace SupportPipeline.Outages.Notices;

/// <summary>How notices go out. Configuration section <c>Notices</c>.</summary>
public sealed class NoticesOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Notices";

    /// <summary>Recipients of one request to the mail service, which refuses more than 1,000. Default 200: a bad address or a cancellation concerns few, and so many at a time fit into the memory of a small instance.</summary>
    [Range(1, 1_000)]
    public int SliceSize { get; set; } = 200;

    /// <summary>Audiences larger than this need the word of a second person. Default 100.</summary>
    [Range(0, 10_000_000)]
    public int ApprovalThreshold { get; set; } = 100;

    /// <summary>The most recipients one process hands to the mail service in a second. Default 0: no limit of ours, the mail service's own counts.</summary>
    [Range(0, 100_000)]
    public int MaxPerSecond { get; set; }

    /// <summary>How long asking the mail service may take before its answer counts as lost, in seconds. Default 60.</summary>
    [Range(5, 3_600)]
    public int ClaimSeconds { get; set; } = 60;

    /// <summary>How long delivery events are waited for before a lost answer is judged, in minutes; parts of a minute are possible. Default 5.</summary>
    [Range(0.01, 1_440)]
    public double UnknownWaitMinutes { get; set; } = 5;

    /// <summary>For how many hours a notice may be sent after it was made, unless it says so itself. Default 6.</summary>
    [Range(1, 168)]
    public int ValidHours { get; set; } = 6;

    /// <summary>After so many failures of the mail service in a row a slice stops the whole notice. Default 20.</summary>
    [Range(1, 1_000)]
    public int MaxFailures { get; set; } = 20;

    /// <summary>Stops a notice when more than this share of at least 1,000 mails bounced, in percent. Default 10.</summary>
    [Range(1, 100)]
    public int MaxBouncePercent { get; set; } = 10;

    /// <summary><see cref="UnknownWaitMinutes"/> as a time.</summary>
    internal TimeSpan UnknownWait => TimeSpan.FromMinutes(UnknownWaitMinutes);
}
