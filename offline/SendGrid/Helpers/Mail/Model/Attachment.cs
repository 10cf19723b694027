using System.Text.Json.Serialization;

namespace SendGrid.Helpers.Mail;

/// <summary>A file sent with a message.</summary>
public class Attachment
{
    /// <summary>The bytes in Base64.</summary>
    [JsonPropertyName("content")]
    public string Content { get; set; }

    /// <summary>Media type.</summary>
    [JsonPropertyName("type")]
    public string Type { get; set; }

    /// <summary>Name shown to the reader.</summary>
    [JsonPropertyName("filename")]
    public string Filename { get; set; }

    /// <summary><c>attachment</c> or <c>inline</c>.</summary>
    [JsonPropertyName("disposition")]
    public string Disposition { get; set; }

    /// <summary>What <c>cid:</c> links of an HTML body refer to when the disposition is inline.</summary>
    [JsonPropertyName("content_id")]
    public string ContentId { get; set; }
}
