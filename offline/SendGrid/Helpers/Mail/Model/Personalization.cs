using System.Text.Json.Serialization;

namespace SendGrid.Helpers.Mail;

/// <summary>One copy of a message: who gets it, and what is different in it. A request holds at most 1,000.</summary>
public class Personalization
{
    [JsonPropertyName("to")]
    [JsonConverter(typeof(RemoveDuplicatesConverter))]
    public List<EmailAddress> Tos { get; set; }

    [JsonPropertyName("cc")]
    [JsonConverter(typeof(RemoveDuplicatesConverter))]
    public List<EmailAddress> Ccs { get; set; }

    [JsonPropertyName("bcc")]
    [JsonConverter(typeof(RemoveDuplicatesConverter))]
    public List<EmailAddress> Bccs { get; set; }

    [JsonPropertyName("from")]
    public EmailAddress From { get; set; }

    [JsonPropertyName("subject")]
    public string Subject { get; set; }

    [JsonPropertyName("headers")]
    public Dictionary<string, string> Headers { get; set; }

    [JsonPropertyName("substitutions")]
    public Dictionary<string, string> Substitutions { get; set; }

    /// <summary>Come back with every delivery event; all together under 10,000 bytes.</summary>
    [JsonPropertyName("custom_args")]
    public Dictionary<string, string> CustomArgs { get; set; }

    /// <summary>Unix seconds, at most 72 hours ahead.</summary>
    [JsonPropertyName("send_at")]
    public long? SendAt { get; set; }

    [JsonPropertyName("dynamic_template_data")]
    public object TemplateData { get; set; }
}
