using System.ComponentModel.DataAnnotations;

namespace SupportPipeline.Customers;

/// <summary>What is held until an agent releases it. Configuration section <c>Screening</c>.</summary>
public sealed class ScreeningOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Screening";

    /// <summary>From which spam score on a message is held. Default 8; 1,000 turns it off.</summary>
    [Range(0.1, 1_000)]
    public double SpamScore { get; set; } = 8;

    /// <summary>Whether a message is held whose SPF check failed and that no valid DKIM signature vouches for. Default true.</summary>
    public bool HoldUnauthenticated { get; set; } = true;
}
