using Microsoft.Extensions.Options;
using SupportPipeline.Intake;
using SupportPipeline.Platform;
using SupportPipeline.Replies;

namespace SupportPipeline.Social.Alerts;

/// <summary>The channels alerts go to: mail to each configured address, a Slack-compatible and a Teams-compatible webhook.</summary>
public sealed class AlertChannels
{
    private const string Slack = "slack";
    private const string Teams = "teams";
    private const string MailPrefix = "mail-";

    /// <summary>The custom argument by which the mail service's events name the mail.</summary>
    private const string Argument = "sp_alert";

    private readonly AlertsOptions _options;
    private readonly Dictionary<string, EmailAddress> _addresses;
    private readonly IMailTransport _mail;
    private readonly WebhookSender _webhooks;
    private readonly AlertSender _sender;

    internal AlertChannels(
        IOptions<AlertsOptions> options,
        IOptions<RepliesOptions> replies,
        IMailTransport mail,
        WebhookSender webhooks,
        AlertSender sender
    )
    {
        (_options, _mail, _webhooks, _sender) = (options.Value, mail, webhooks, sender);
        var allowed = OutboundAllowList.Parse(replies.Value.AllowList);
        _addresses = replies.Value.Enabled
            ? _options
                .Addresses.Select(text => EmailAddress.TryParse(text, out var address) ? address : default)
                .Where(allowed.Lets)
                .DistinctBy(address => address.Hash, StringComparer.Ordinal)
                .ToDictionary(address => MailPrefix + address.Hash, StringComparer.Ordinal)
            : [];
    }

    /// <summary>Their names; an address is named by its hash.</summary>
    internal IEnumerable<string> Names =>
        [
            .. _addresses.Keys,
            .. _options.SlackWebhook.Length > 0 ? [Slack] : Array.Empty<string>(),
            .. _options.TeamsWebhook.Length > 0 ? [Teams] : Array.Empty<string>(),
        ];

    /// <summary>Tells one channel.</summary>
    internal async Task<WebhookAnswer> TellAsync(string channel, MentionAlert alert, CancellationToken cancellationToken) =>
        channel switch
        {
            Slack => await _webhooks.PostAsync(Address(_options.SlackWebhook), AlertTexts.Slack(alert), cancellationToken),
            Teams => await _webhooks.PostAsync(Address(_options.TeamsWebhook), AlertTexts.Teams(alert), cancellationToken),
            _ => await MailAsync(_addresses[channel], alert, cancellationToken),
        };

    private Uri Address(string text) =>
        WebhookAddress.Check(text, _options.WebhookHosts, _options.AllowLoopback, out var address) is null
            ? address!
            : throw new InvalidOperationException("A webhook that was refused at start is used.");

    private async Task<WebhookAnswer> MailAsync(EmailAddress to, MentionAlert alert, CancellationToken cancellationToken)
    {
        var text = $"{AlertTexts.Mail(alert)}\n{_sender.Name}, automatic alert\n";
        var mail = new OutgoingMail
        {
            To = to,
            ToName = null,
            From = _sender.From,
            FromName = _sender.Name,
            ReplyTo = _sender.From,
            Subject = AlertTexts.Subject(alert),
            Text = text,
            Html = HtmlBody.FromText(text, "en"),
            Headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
            {
                [AutomaticMail.LoopHeader] = _sender.From.Hash,
                ["Auto-Submitted"] = "auto-generated",
                ["X-Auto-Response-Suppress"] = "All",
            },
            CustomArgs = new Dictionary<string, string>(StringComparer.Ordinal) { [Argument] = alert.Id },
        };
        return await _mail.SendAsync(mail, cancellationToken) switch
        {
            SendResult.Accepted => new WebhookAnswer.Taken(),
            SendResult.Refused refused => new WebhookAnswer.Refused(refused.Detail),
            SendResult.Unavailable unavailable => new WebhookAnswer.NotThere(unavailable.RetryAfter, unavailable.Detail),
            SendResult.Unknown unknown => new WebhookAnswer.Unknown(unknown.Detail),
            var other => throw new InvalidOperationException($"{other.GetType().Name} is no result."),
        };
    }
}

/// <summary>Who writes alerts.</summary>
public sealed class AlertSender(Organisation organisation, Desk desk)
{
    internal string Name => organisation.Name;

    internal EmailAddress From => desk.Address;
}
