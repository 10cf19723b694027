using System.ComponentModel.DataAnnotations;

namespace SupportPipeline.Platform;

/// <summary>Who we are to our customers. Configuration section <c>Desk</c>.</summary>
public sealed class DeskOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Desk";

    /// <summary>The desk's name as customers read it, for example "Example Support".</summary>
    [Required]
    [StringLength(100, MinimumLength = 1)]
    public string Name { get; set; } = "";

    /// <summary>The address customers write to and replies come from.</summary>
    [Required]
    public string Address { get; set; } = "";

    /// <summary>Our other addresses, separated by commas or semicolons; mail from any of ours is never answered automatically.</summary>
    public string OtherAddresses { get; set; } = "";

    /// <summary>The secret that signs reply addresses and message ids: base64, at least 32 bytes. Changing it breaks threading of mail already sent.</summary>
    [Required]
    public string SigningKey { get; set; } = "";

    /// <summary>The IANA time zone in which times are told to customers. Default UTC.</summary>
    [Required]
    public string TimeZone { get; set; } = "UTC";

    /// <summary>The language for customers whose own is none of ours: <c>en</c>, <c>zh-Hans</c>, <c>zh-Hant</c> or <c>ru</c>. Default <c>en</c>.</summary>
    [Required]
    [AllowedValues("en", "zh-Hans", "zh-Hant", "ru")]
    public string DefaultLanguage { get; set; } = "en";
}
