using System.ComponentModel.DataAnnotations;

namespace SupportPipeline.Replies;

/// <summary>How SendGrid is reached. Configuration section <c>SendGrid</c>.</summary>
public sealed class SendGridOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "SendGrid";

    /// <summary>The API key; deployed, a Key Vault reference.</summary>
    [Required]
    public string ApiKey { get; set; } = "";

    /// <summary>The API's address; <c>https://api.eu.sendgrid.com</c> for an EU subuser.</summary>
    [Required]
    [Url]
    public string Host { get; set; } = "https://api.sendgrid.com";

    /// <summary>How long one request may take, in seconds. Default 20; less than <see cref="RepliesOptions.ClaimSeconds"/>.</summary>
    [Range(1, 300)]
    public int TimeoutSeconds { get; set; } = 20;

    /// <summary>The public key of the Event Webhook (base64 SubjectPublicKeyInfo). When set, unsigned or wrongly signed delivery events are refused.</summary>
    public string? EventVerificationKey { get; set; }

    /// <summary>The largest request with delivery events, in bytes. SendGrid collects up to 768 KB. Default 4 MiB.</summary>
    [Range(1024, 104_857_600)]
    public long MaxEventBytes { get; set; } = 4 * 1024 * 1024;
}
