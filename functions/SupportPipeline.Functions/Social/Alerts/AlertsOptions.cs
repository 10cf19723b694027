using System.ComponentModel.DataAnnotations;

namespace SupportPipeline.Social.Alerts;

/// <summary>Who is told of what builds up in public. Configuration section <c>Social:Alerts</c>.</summary>
public sealed class AlertsOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Social:Alerts";

    /// <summary>Addresses that get alerts by mail.</summary>
    public IList<string> Addresses { get; set; } = [];

    /// <summary>A Slack-compatible incoming webhook; empty for none.</summary>
    public string SlackWebhook { get; set; } = "";

    /// <summary>A Teams-compatible webhook that takes Adaptive Cards; empty for none.</summary>
    public string TeamsWebhook { get; set; } = "";

    /// <summary>Hosts that webhooks may be on; empty for every public one.</summary>
    public IList<string> WebhookHosts { get; set; } = [];

    /// <summary>Whether webhooks may be on this machine, over http. Default false; the local host sets it.</summary>
    public bool AllowLoopback { get; set; }

    /// <summary>Accounts whose every negative mention or complaint is told: <c>platform:handle</c> or <c>platform:id</c>.</summary>
    public IList<string> KeyAccounts { get; set; } = [];

    /// <summary>A negative mention by somebody with so many followers is told. Default 10,000.</summary>
    [Range(1, 1_000_000_000)]
    public long ViralFollowers { get; set; } = 10_000;

    /// <summary>A negative mention that so many people have reacted to is told. Default 50.</summary>
    [Range(1, 1_000_000)]
    public int ViralReactions { get; set; } = 50;

    /// <summary>A negative mention that so many people have repeated is told. Default 5.</summary>
    [Range(1, 50)]
    public int ViralAuthors { get; set; } = 5;

    /// <summary>Before there are two days to compare with, so many mentions in an hour are told. Default 25.</summary>
    [Range(5, 1_000_000)]
    public int FirstDaysThreshold { get; set; } = 25;

    /// <summary>The most alerts that are told in an hour; what is more is kept and can be looked at. Default 12.</summary>
    [Range(1, 1_000)]
    public int MaxPerHour { get; set; } = 12;

    /// <summary>So long a process that is telling a channel has it for itself, in seconds. Default 60.</summary>
    [Range(1, 600)]
    public int ClaimSeconds { get; set; } = 60;
}
