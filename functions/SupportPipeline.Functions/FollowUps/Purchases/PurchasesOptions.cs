using System.ComponentModel.DataAnnotations;

namespace SupportPipeline.FollowUps.Purchases;

/// <summary>When customers are asked how their purchase is. Configuration section <c>Purchases</c>.</summary>
public sealed class PurchasesOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Purchases";

    /// <summary>How many days after a purchase the customer is asked. Default 7.</summary>
    [Range(1, 365)]
    public int CheckInAfterDays { get; set; } = 7;

    /// <summary>A purchase that is told of later than so many days after it is not asked about. Default 60.</summary>
    [Range(1, 3_650)]
    public int MaxAgeDays { get; set; } = 60;
}
