using System.Text.Json.Serialization;

namespace SendGrid.Helpers.Mail;

/// <summary>What is measured. What is left out follows the account's settings, which often measure.</summary>
public class TrackingSettings
{
    [JsonPropertyName("click_tracking")]
    public ClickTracking ClickTracking { get; set; }

    [JsonPropertyName("open_tracking")]
    public OpenTracking OpenTracking { get; set; }

    [JsonPropertyName("subscription_tracking")]
    public SubscriptionTracking SubscriptionTracking { get; set; }

    [JsonPropertyName("ganalytics")]
    public Ganalytics Ganalytics { get; set; }
}

/// <summary>Rewrites links to count clicks.</summary>
public class ClickTracking
{
    [JsonPropertyName("enable")]
    public bool? Enable { get; set; }

    [JsonPropertyName("enable_text")]
    public bool? EnableText { get; set; }
}

/// <summary>Adds an invisible image to count opens.</summary>
public class OpenTracking
{
    [JsonPropertyName("enable")]
    public bool? Enable { get; set; }

    [JsonPropertyName("substitution_tag")]
    public string SubstitutionTag { get; set; }
}

/// <summary>Adds an unsubscribe link and header.</summary>
public class SubscriptionTracking
{
    [JsonPropertyName("enable")]
    public bool Enable { get; set; }

    [JsonPropertyName("text")]
    public string Text { get; set; }

    [JsonPropertyName("html")]
    public string Html { get; set; }

    [JsonPropertyName("substitution_tag")]
    public string SubstitutionTag { get; set; }
}

/// <summary>Adds Google Analytics parameters to links.</summary>
public class Ganalytics
{
    [JsonPropertyName("enable")]
    public bool? Enable { get; set; }

    [JsonPropertyName("utm_source")]
    public string UtmSource { get; set; }

    [JsonPropertyName("utm_medium")]
    public string UtmMedium { get; set; }

    [JsonPropertyName("utm_term")]
    public string UtmTerm { get; set; }

    [JsonPropertyName("utm_content")]
    public string UtmContent { get; set; }

    [JsonPropertyName("utm_campaign")]
    public string UtmCampaign { get; set; }
}
