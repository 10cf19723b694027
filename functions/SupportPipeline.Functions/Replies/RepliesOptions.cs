using System.ComponentModel.DataAnnotations;

namespace SupportPipeline.Replies;

/// <summary>What is sent by itself, and how much of it. Configuration section <c>Replies</c>.</summary>
public sealed class RepliesOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Replies";

    /// <summary>Whether anything goes out by itself; replies that people write are not touched. Default true; what each template does is the organisation's file.</summary>
    public bool AutomaticEnabled { get; set; } = true;

    /// <summary>The most automatic replies of one case. Default 5.</summary>
    [Range(0, 100)]
    public int MaxAutomaticPerCase { get; set; } = 5;

    /// <summary>The most automatic replies to one address per day (UTC). Default 5: a loop with a robot nobody recognised ends there.</summary>
    [Range(0, 100)]
    public int MaxAutomaticPerAddressAndDay { get; set; } = 5;

    /// <summary>How long a claimed send may take before its outcome counts as unknown, in seconds; longer than the mail service's time-out. Default 45.</summary>
    [Range(5, 3_600)]
    public int ClaimSeconds { get; set; } = 45;

    /// <summary>The wait after the first failed attempt, in seconds; it doubles each time up to <see cref="MaxRetrySeconds"/>. Default 15.</summary>
    [Range(1, 3_600)]
    public int RetrySeconds { get; set; } = 15;

    /// <summary>The longest wait between two attempts, in seconds. Default 900.</summary>
    [Range(1, 86_400)]
    public int MaxRetrySeconds { get; set; } = 900;

    /// <summary>After this many hours of failed attempts a person has to look. Default 72.</summary>
    [Range(1, 168)]
    public int GiveUpAfterHours { get; set; } = 72;

    /// <summary>The master switch: when false nothing goes out at all, neither automatic replies nor those of people; they wait and go out once it is on again. Default true.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Outside production: the only addresses (<c>jo@example.org</c>) and domains (<c>@example.org</c>) that get mail, separated by commas. Empty, the default, means everybody.</summary>
    public string AllowList { get; set; } = "";

    /// <summary>The most replies one process hands to the mail service in a minute; more wait. Default 0: no limit of ours, the mail service's own counts.</summary>
    [Range(0, 1_000_000)]
    public int MaxPerMinute { get; set; }

    /// <summary>How long delivery events are waited for before a reply whose outcome is unknown is looked at, in minutes; parts of a minute are possible. Default 15.</summary>
    [Range(0.01, 1_440)]
    public double UnknownWaitMinutes { get; set; } = 15;

    /// <summary><see cref="UnknownWaitMinutes"/> as a time.</summary>
    internal TimeSpan UnknownWait => TimeSpan.FromMinutes(UnknownWaitMinutes);
}
