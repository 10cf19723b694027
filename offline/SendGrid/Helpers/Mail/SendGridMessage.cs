using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using SendGrid.Helpers.Mail.Model;

namespace SendGrid.Helpers.Mail;

/// <summary>The body of <c>POST /v3/mail/send</c>. The members stand in the order in which they are written.</summary>
public partial class SendGridMessage
{
    private static readonly JsonSerializerOptions Json = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // Letters of every script stay readable; angle brackets, ampersands and quotes are escaped as the vendor's client does.
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    [JsonPropertyName("from")]
    public EmailAddress From { get; set; }

    [JsonPropertyName("subject")]
    public string Subject { get; set; }

    [JsonPropertyName("personalizations")]
    public List<Personalization> Personalizations { get; set; }

    [JsonPropertyName("content")]
    public List<Content> Contents { get; set; }

    /// <summary>When this or <see cref="HtmlContent"/> is set, both together replace <see cref="Contents"/> as the message is written.</summary>
    [JsonIgnore]
    public string PlainTextContent { get; set; }

    /// <inheritdoc cref="PlainTextContent"/>
    [JsonIgnore]
    public string HtmlContent { get; set; }

    [JsonPropertyName("attachments")]
    public List<Attachment> Attachments { get; set; }

    [JsonPropertyName("template_id")]
    public string TemplateId { get; set; }

    [JsonPropertyName("headers")]
    public Dictionary<string, string> Headers { get; set; }

    [JsonPropertyName("sections")]
    public Dictionary<string, string> Sections { get; set; }

    /// <summary>At most ten, each of at most 255 characters.</summary>
    [JsonPropertyName("categories")]
    public List<string> Categories { get; set; }

    [JsonPropertyName("custom_args")]
    public Dictionary<string, string> CustomArgs { get; set; }

    /// <summary>Unix seconds, at most 72 hours ahead.</summary>
    [JsonPropertyName("send_at")]
    public long? SendAt { get; set; }

    [JsonPropertyName("asm")]
    public ASM Asm { get; set; }

    [JsonPropertyName("batch_id")]
    public string BatchId { get; set; }

    [JsonPropertyName("ip_pool_name")]
    public string IpPoolName { get; set; }

    [JsonPropertyName("mail_settings")]
    public MailSettings MailSettings { get; set; }

    [JsonPropertyName("tracking_settings")]
    public TrackingSettings TrackingSettings { get; set; }

    /// <summary>Not to be combined with <see cref="ReplyTos"/>: both would be written, and the API refuses that.</summary>
    [JsonPropertyName("reply_to")]
    public EmailAddress ReplyTo { get; set; }

    [JsonPropertyName("reply_to_list")]
    public List<EmailAddress> ReplyTos { get; set; }

    /// <summary>Reads what <see cref="Serialize"/> wrote.</summary>
    public static SendGridMessage Deserialize(string json) => JsonSerializer.Deserialize<SendGridMessage>(json, Json);

    /// <summary>
    /// Writes the request body: null members are left out, false and 0 are kept, bodies stand in the order text, HTML, others.
    /// <paramref name="useDefaultSerialization"/> chooses between two settings of the vendor's serializer; here both are the same.
    /// </summary>
    public string Serialize(bool useDefaultSerialization = true)
    {
        if (PlainTextContent is not null || HtmlContent is not null)
        {
            Contents = [];
            AddIfSet(PlainTextContent is null ? null : new PlainTextContent(PlainTextContent));
            AddIfSet(HtmlContent is null ? null : new HtmlContent(HtmlContent));
            PlainTextContent = null;
            HtmlContent = null;
        }

        if (Contents is { Count: > 1 })
        {
            // Blank ones only go when others remain: a lone blank body reaches the API, which refuses it with a reason.
            Contents = [.. Contents.Where(IsNotBlank).OrderBy(Rank)];
        }

        return JsonSerializer.Serialize(this, Json);

        void AddIfSet(Content content)
        {
            if (content is not null)
            {
                Contents.Add(content);
            }
        }
    }

    private static bool IsNotBlank(Content content) => !string.IsNullOrEmpty(content.Type) && !string.IsNullOrEmpty(content.Value);

    private static int Rank(Content content)
    {
        if (string.Equals(content.Type, MimeType.Text, StringComparison.Ordinal))
        {
            return 0;
        }

        return string.Equals(content.Type, MimeType.Html, StringComparison.Ordinal) ? 1 : 2;
    }
}
