namespace SendGrid.Helpers.Mail;

/// <content>Mail and tracking settings.</content>
public partial class SendGridMessage
{
    private MailSettings Mail => MailSettings ??= new MailSettings();

    private TrackingSettings Tracking => TrackingSettings ??= new TrackingSettings();

    public void SetBccSetting(bool enable, string email) => Mail.BccSettings = new BCCSettings { Enable = enable, Email = email };

    public void SetBypassListManagement(bool enable) => Mail.BypassListManagement = new BypassListManagement { Enable = enable };

    public void SetBypassSpamManagement(bool enable) => Mail.BypassSpamManagement = new BypassSpamManagement { Enable = enable };

    public void SetBypassBounceManagement(bool enable) => Mail.BypassBounceManagement = new BypassBounceManagement { Enable = enable };

    public void SetBypassUnsubscribeManagement(bool enable) =>
        Mail.BypassUnsubscribeManagement = new BypassUnsubscribeManagement { Enable = enable };

    public void SetFooterSetting(bool enable, string html = null, string text = null) =>
        Mail.FooterSettings = new FooterSettings
        {
            Enable = enable,
            Html = html,
            Text = text,
        };

    public void SetSandBoxMode(bool enable) => Mail.SandboxMode = new SandboxMode { Enable = enable };

    public void SetSpamCheck(bool enable, int threshold = 1, string postToUrl = null) =>
        Mail.SpamCheck = new SpamCheck
        {
            Enable = enable,
            Threshold = threshold,
            PostToUrl = postToUrl,
        };

    public void SetClickTracking(bool enable, bool enableText) =>
        Tracking.ClickTracking = new ClickTracking { Enable = enable, EnableText = enableText };

    public void SetOpenTracking(bool enable, string substitutionTag = null) =>
        Tracking.OpenTracking = new OpenTracking { Enable = enable, SubstitutionTag = substitutionTag };

    public void SetSubscriptionTracking(bool enable, string html = null, string text = null, string substitutionTag = null) =>
        Tracking.SubscriptionTracking = new SubscriptionTracking
        {
            Enable = enable,
            Html = html,
            Text = text,
            SubstitutionTag = substitutionTag,
        };

    public void SetGoogleAnalytics(
        bool enable,
        string utmCampaign = null,
        string utmContent = null,
        string utmMedium = null,
        string utmSource = null,
        string utmTerm = null
    ) =>
        Tracking.Ganalytics = new Ganalytics
        {
            Enable = enable,
            UtmCampaign = utmCampaign,
            UtmContent = utmContent,
            UtmMedium = utmMedium,
            UtmSource = utmSource,
            UtmTerm = utmTerm,
        };
}
