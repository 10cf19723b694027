using SupportPipeline.Platform;

namespace SupportPipeline.Intake;

/// <summary>What is known of a mail when it is decided whether a machine sent it.</summary>
/// <param name="Headers">The header block.</param>
/// <param name="From">The author; null when From holds no address.</param>
/// <param name="EnvelopeFrom">The envelope sender: "" is the null sender, null is unknown.</param>
/// <param name="Subject">The decoded subject.</param>
/// <param name="FromDisplayName">The author's decoded display name.</param>
/// <param name="OwnAddresses">The addresses that this desk receives at and sends from.</param>
/// <param name="IsOwnMessageId">Whether a normalised Message-ID is one that this desk gave out.</param>
internal sealed record AutomaticMailEvidence(
    EmailHeaders Headers,
    EmailAddress? From,
    string? EnvelopeFrom,
    string Subject,
    string? FromDisplayName,
    IReadOnlyCollection<EmailAddress> OwnAddresses,
    Func<string, bool> IsOwnMessageId
);

/// <summary>Why a mail counts as automatic.</summary>
/// <param name="Reason">One of <see cref="AutomaticMailReason"/>.</param>
/// <param name="Evidence">The header and value, or the part of the sender, that shows it; holds no whole address.</param>
/// <param name="IsOutOfOffice">It is an absence notice, whichever reason was found first.</param>
/// <param name="IsBounce">It reports that a mail could not be delivered, whichever reason was found first.</param>
internal sealed record AutomaticMailFinding(string Reason, string Evidence, bool IsOutOfOffice, bool IsBounce);

/// <summary>
/// Loop protection: tells machines' mail from people's. Where help desks differ, the strictest rule of all of them holds, because an
/// answer too few costs a glance and an answer too many can cost thousands of mails. Such mail is kept and shown; it is only not answered.
/// </summary>
internal static class AutomaticMail
{
    /// <summary>The header that all our automatic mail carries.</summary>
    internal const string LoopHeader = "X-SupportPipeline-Loop";

    private const int MaxEvidence = 120;

    private delegate string? Check(AutomaticMailEvidence mail);

    private static readonly (string Reason, Check Check)[] Checks =
    [
        (AutomaticMailReason.OwnLoopHeader, mail => AutomaticMailHeaders.Present(mail.Headers, LoopHeader)),
        (AutomaticMailReason.OwnMessageId, OwnMessageId),
        (
            AutomaticMailReason.OwnAddress,
            mail => mail.From is { } from && EmailNormalizer.IsOwn(from, mail.OwnAddresses) ? $"From {from}" : null
        ),
        (AutomaticMailReason.DeliveryReport, mail => AutomaticMailHeaders.DeliveryReport(mail.Headers)),
        (AutomaticMailReason.FailedRecipients, mail => AutomaticMailHeaders.FailedRecipients(mail.Headers)),
        (AutomaticMailReason.MachineReport, mail => AutomaticMailHeaders.MachineReport(mail.Headers)),
        (AutomaticMailReason.OutOfOffice, OutOfOfficeMail.Find),
        (AutomaticMailReason.AutoSubmitted, mail => AutomaticMailHeaders.AutoSubmitted(mail.Headers)),
        (AutomaticMailReason.SystemSender, AutomaticSenders.System),
        (AutomaticMailReason.NoReplySender, AutomaticSenders.NoReply),
        (AutomaticMailReason.DeliverySystemName, AutomaticSenders.DeliverySystemName),
        (AutomaticMailReason.NullEnvelopeSender, mail => AutomaticSenders.IsNull(mail.EnvelopeFrom) ? "MAIL FROM:<>" : null),
        (AutomaticMailReason.NullReturnPath, mail => AutomaticSenders.NullReturnPath(mail.Headers)),
        (AutomaticMailReason.NoSender, mail => mail.From is null ? "From holds no address" : null),
        (AutomaticMailReason.ResponseSuppressed, mail => AutomaticMailHeaders.ResponseSuppressed(mail.Headers)),
        (AutomaticMailReason.AutoReplyHeader, mail => AutomaticMailHeaders.AutoReply(mail.Headers)),
        (AutomaticMailReason.MachineGenerated, mail => AutomaticMailHeaders.MachineGenerated(mail.Headers)),
        (AutomaticMailReason.RelayNotification, mail => AutomaticMailHeaders.RelayNotification(mail.Headers)),
        (AutomaticMailReason.LoopHeader, mail => AutomaticMailHeaders.Set(mail.Headers, "X-Loop")),
        (AutomaticMailReason.OtherHelpDesk, mail => AutomaticMailHeaders.OtherHelpDesk(mail.Headers)),
        (AutomaticMailReason.Precedence, mail => AutomaticMailHeaders.Precedence(mail.Headers)),
        (AutomaticMailReason.MailingList, mail => AutomaticMailHeaders.Set(mail.Headers, "List-Id")),
        (AutomaticMailReason.ListUnsubscribe, mail => AutomaticMailHeaders.ListUnsubscribe(mail.Headers)),
    ];

    /// <summary>The first reason, in the order of <see cref="AutomaticMailReason.All"/>, to take the mail for a machine's; null for a person's mail.</summary>
    internal static AutomaticMailFinding? Detect(AutomaticMailEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        foreach (var (reason, check) in Checks)
        {
            if (check(evidence) is { } found)
            {
                var isOutOfOffice = OutOfOfficeMail.Find(evidence) is not null;
                return new AutomaticMailFinding(reason, Presentable(found), isOutOfOffice, !isOutOfOffice && IsBounce(evidence));
            }
        }

        return null;
    }

    /// <summary>
    /// A null sender alone means a bounce (osTicket, RT), unless the mail says of itself that it is an automatic answer or a report
    /// of another kind: those have no return path either (RFC 3834, 3.3; RFC 8098, 3).
    /// </summary>
    private static bool IsBounce(AutomaticMailEvidence mail)
    {
        var hasNullSender = AutomaticSenders.IsNull(mail.EnvelopeFrom) || AutomaticSenders.NullReturnPath(mail.Headers) is not null;
        return AutomaticMailHeaders.DeliveryReport(mail.Headers) is not null
            || AutomaticMailHeaders.FailedRecipients(mail.Headers) is not null
            || AutomaticSenders.IsMailerDaemon(mail)
            || AutomaticSenders.DeliverySystemName(mail) is not null
            || (
                hasNullSender
                && AutomaticMailHeaders.MachineReport(mail.Headers) is null
                && AutomaticMailHeaders.AutoReply(mail.Headers) is null
                && !AutomaticMailHeaders.IsAutoReplied(mail.Headers)
            );
    }

    private static string? OwnMessageId(AutomaticMailEvidence mail) =>
        MessageIds.Parse(mail.Headers.First("Message-ID")).Any(id => mail.IsOwnMessageId(MessageIds.Normalize(id)))
            ? "Message-ID is ours"
            : null;

    // X-Loop, List-Unsubscribe and some display names hold addresses, which must not travel into timelines and logs.
    private static string Presentable(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        var shown = at >= 0 && at < text.Length - 1 ? text[..text.AsSpan().IndexOfAny(':', ' ')] : text;
        return shown.Length <= MaxEvidence ? shown : shown[..MaxEvidence];
    }
}
