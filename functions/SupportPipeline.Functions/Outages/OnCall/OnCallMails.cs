using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SupportPipeline.Intake;
using SupportPipeline.Outages.Incidents;
using SupportPipeline.Platform;
using SupportPipeline.Replies;

namespace SupportPipeline.Outages.OnCall;

/// <summary>A mail to everybody on call, in English.</summary>
/// <param name="Key">What it is about: nobody gets two with the same key.</param>
/// <param name="Subject">The subject.</param>
/// <param name="Text">The text.</param>
internal sealed record OnCallMail(string Key, string Subject, string Text);

/// <summary>Writes to on-call staff, each mail once to each of them.</summary>
public sealed partial class OnCallMails(OnCallLedger ledger, OnCallSettings settings, IMailTransport transport, ILogger<OnCallMails> logger)
{
    /// <summary>The custom argument by which the mail service's events name the mail.</summary>
    internal const string Argument = "sp_reminder";

    /// <summary>Sends a mail to those who did not get it yet; nobody gets it while sending is switched off.</summary>
    /// <returns>How many the service took.</returns>
    internal async Task<int> SendOnceAsync(OnCallMail mail, CancellationToken cancellationToken)
    {
        var sent = 0;
        foreach (var address in settings.Addresses)
        {
            if (!await ledger.TryClaimAsync(mail.Key, address, cancellationToken))
            {
                continue;
            }

            switch (await transport.SendAsync(Write(mail, address), cancellationToken))
            {
                case SendResult.Accepted:
                    sent++;
                    break;
                case SendResult.Unavailable unavailable:
                    Log.Later(logger, mail.Key, unavailable.Detail);
                    await ledger.ReleaseAsync(mail.Key, address, CancellationToken.None);
                    break;
                default:
                    // Refused, or nobody knows: a second one is not sent on a guess.
                    Log.NotSent(logger, mail.Key);
                    break;
            }
        }

        return sent;
    }

    private OutgoingMail Write(OnCallMail mail, EmailAddress to)
    {
        var body = $"{mail.Text}\n\n{settings.Sender}, automatic reminder\n";
        return new()
        {
            To = to,
            ToName = null,
            From = settings.From,
            FromName = settings.Sender,
            ReplyTo = settings.From,
            Subject = mail.Subject,
            Text = body,
            Html = HtmlBody.FromText(body, "en"),
            Headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
            {
                [AutomaticMail.LoopHeader] = settings.From.Hash,
                ["Auto-Submitted"] = "auto-generated",
                ["X-Auto-Response-Suppress"] = "All",
            },
            CustomArgs = new Dictionary<string, string>(StringComparer.Ordinal) { [Argument] = StableHash.Of(mail.Key) },
        };
    }

    private static partial class Log
    {
        [LoggerMessage(
            701,
            LogLevel.Information,
            "The mail {Key} to on-call staff waits, because the mail service is not there: {Detail}."
        )]
        public static partial void Later(ILogger logger, string key, string detail);

        [LoggerMessage(702, LogLevel.Error, "The mail {Key} may not have reached everybody on call.")]
        public static partial void NotSent(ILogger logger, string key);
    }
}

/// <summary>Who writes to on-call staff, and to whom: to nobody while sending is switched off, and outside production only to those on the allow list.</summary>
public sealed class OnCallSettings(
    IOptions<IncidentsOptions> options,
    IOptions<RepliesOptions> replies,
    Organisation organisation,
    Desk desk
)
{
    private readonly OutboundAllowList _allowed = OutboundAllowList.Parse(replies.Value.AllowList);

    internal string Sender => organisation.Name;

    internal EmailAddress From => desk.Address;

    internal IReadOnlyList<EmailAddress> Addresses => replies.Value.Enabled ? [.. options.Value.ReadAddresses().Where(_allowed.Lets)] : [];
}
