using System.Text.RegularExpressions;
using SupportPipeline.Platform;

namespace SupportPipeline.Intake;

/// <summary>The checks of <see cref="AutomaticMail"/> that look at who sent the mail. Evidence never holds a whole address.</summary>
internal static partial class AutomaticSenders
{
    private static readonly string[] DeliverySystemNames =
    [
        "mail delivery system",
        "mail delivery subsystem",
        "mail delivery service",
        "mailer-daemon",
        "mailer daemon",
        "delivery status notification",
        "internet mail delivery",
        "postmaster",
        "система доставки почты",
        "почтовая система",
        "系统退信",
        "系統退信",
        "邮件投递系统",
        "郵件傳遞系統",
    ];

    internal static string? System(AutomaticMailEvidence mail)
    {
        if (mail.From is { } from && IsSystem(from.LocalPart))
        {
            return $"From {from.LocalPart}@";
        }

        return mail.EnvelopeFrom is { } envelope && IsSystem(LocalPart(envelope)) ? $"MAIL FROM {LocalPart(envelope)}@" : null;
    }

    internal static string? NoReply(AutomaticMailEvidence mail)
    {
        if (mail.From is not { } from)
        {
            return null;
        }

        var words = from
            .LocalPart.Replace("-", "", StringComparison.Ordinal)
            .Replace("_", "", StringComparison.Ordinal)
            .Replace(".", "", StringComparison.Ordinal);
        return NoReplyWords().IsMatch(words) ? $"From {from.LocalPart}@" : null;
    }

    internal static string? DeliverySystemName(AutomaticMailEvidence mail)
    {
        var name = (mail.FromDisplayName ?? "").Trim().Trim('"', '\'');
        return DeliverySystemNames.Any(known => name.StartsWith(known, StringComparison.OrdinalIgnoreCase)) ? $"From \"{name}\"" : null;
    }

    internal static bool IsMailerDaemon(AutomaticMailEvidence mail) =>
        mail.From is { } from && (IsBouncer(from.LocalPart) || ExchangeSystemMailbox().IsMatch(from.LocalPart));

    internal static bool IsNull(string? envelopeFrom) => envelopeFrom is not null && envelopeFrom.Trim() is "" or "<>";

    internal static string? NullReturnPath(EmailHeaders headers) => headers.All("Return-Path").Any(IsNull) ? "Return-Path: <>" : null;

    // "postmaster+tag@" is the postmaster too.
    private static bool IsSystem(string localPart) =>
        IsBouncer(localPart) || Untagged(localPart) is "abuse" or "root" || ExchangeSystemMailbox().IsMatch(localPart);

    private static bool IsBouncer(string localPart) => Untagged(localPart) is "mailer-daemon" or "mailerdaemon" or "postmaster";

    private static string Untagged(string localPart) => localPart.Split('+', 2)[0].ToLowerInvariant();

    private static string LocalPart(string address) =>
        EmailAddress.TryParse(address.Trim().Trim('<', '>'), out var parsed) ? parsed.LocalPart : "";

    /// <summary>At the beginning as Zammad does, and at the end ("orders-noreply"), in the one-word form: hyphens, dots and underscores are gone.</summary>
    [GeneratedRegex(
        "^(noreply|donotreply|dontreply|noresponse|nepasrepondre|nichtantworten)|(noreply|donotreply)$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
    )]
    private static partial Regex NoReplyWords();

    /// <summary>The sender of Exchange's non-delivery reports.</summary>
    [GeneratedRegex(
        "^MicrosoftExchange[0-9a-f]{32}$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
    )]
    private static partial Regex ExchangeSystemMailbox();
}
