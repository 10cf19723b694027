using System.ComponentModel.DataAnnotations;

namespace SupportPipeline.Platform;

/// <summary>Our addresses and the secret that signs them; who we are stands in the organisation's file. Configuration section <c>Desk</c>.</summary>
public sealed class DeskOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Desk";

    /// <summary>The address customers write to and replies come from.</summary>
    [Required]
    public string Address { get; set; } = "";

    /// <summary>Our other addresses, separated by commas or semicolons; mail from any of ours is never answered automatically.</summary>
    public string OtherAddresses { get; set; } = "";

    /// <summary>The address under which customers reach our pages, <c>https://support.example.com</c>; the app's own when left out.</summary>
    public string PublicUrl { get; set; } = "";

    /// <summary>The secret that signs reply addresses and message ids: base64, at least 32 bytes. Changing it breaks threading of mail already sent.</summary>
    [Required]
    public string SigningKey { get; set; } = "";
}
