using System.Text.Json.Serialization;

namespace SendGrid.Helpers.Mail;

/// <summary>How the mail is handled on its way out.</summary>
public class MailSettings
{
    [JsonPropertyName("bcc")]
    public BCCSettings BccSettings { get; set; }

    [JsonPropertyName("bypass_list_management")]
    public BypassListManagement BypassListManagement { get; set; }

    [JsonPropertyName("bypass_spam_management")]
    public BypassSpamManagement BypassSpamManagement { get; set; }

    [JsonPropertyName("bypass_bounce_management")]
    public BypassBounceManagement BypassBounceManagement { get; set; }

    [JsonPropertyName("bypass_unsubscribe_management")]
    public BypassUnsubscribeManagement BypassUnsubscribeManagement { get; set; }

    [JsonPropertyName("footer")]
    public FooterSettings FooterSettings { get; set; }

    [JsonPropertyName("sandbox_mode")]
    public SandboxMode SandboxMode { get; set; }

    [JsonPropertyName("spam_check")]
    public SpamCheck SpamCheck { get; set; }
}

/// <summary>A blind copy of everything to one address.</summary>
public class BCCSettings
{
    [JsonPropertyName("enable")]
    public bool? Enable { get; set; }

    [JsonPropertyName("email")]
    public string Email { get; set; }
}

/// <summary>Delivers in spite of every suppression; not to be combined with the narrower ones.</summary>
public class BypassListManagement
{
    [JsonPropertyName("enable")]
    public bool Enable { get; set; }
}

/// <summary>Delivers in spite of a spam report.</summary>
public class BypassSpamManagement
{
    [JsonPropertyName("enable")]
    public bool Enable { get; set; }
}

/// <summary>Delivers in spite of a bounce.</summary>
public class BypassBounceManagement
{
    [JsonPropertyName("enable")]
    public bool Enable { get; set; }
}

/// <summary>Delivers in spite of a global unsubscribe.</summary>
public class BypassUnsubscribeManagement
{
    [JsonPropertyName("enable")]
    public bool Enable { get; set; }
}

/// <summary>A footer under every body.</summary>
public class FooterSettings
{
    [JsonPropertyName("enable")]
    public bool Enable { get; set; }

    [JsonPropertyName("text")]
    public string Text { get; set; }

    [JsonPropertyName("html")]
    public string Html { get; set; }
}

/// <summary>Validates the request and sends nothing; the answer is 200.</summary>
public class SandboxMode
{
    [JsonPropertyName("enable")]
    public bool? Enable { get; set; }
}

/// <summary>Checks the content before it is sent.</summary>
public class SpamCheck
{
    [JsonPropertyName("enable")]
    public bool? Enable { get; set; }

    [JsonPropertyName("threshold")]
    public int? Threshold { get; set; }

    [JsonPropertyName("post_to_url")]
    public string PostToUrl { get; set; }
}
