using SupportPipeline.Platform;
using SupportPipeline.Triage;

namespace SupportPipeline.Intake;

/// <summary>
/// A colleague who forwards a customer's mail brings the customer's matter, not one of his own: the mail then counts as the customer's. Only a colleague may
/// do that, because a stranger could put words into anybody's mouth. Pure.
/// </summary>
internal static class ColleagueForwards
{
    /// <summary>The mail as the customer's when a colleague forwarded it; else as it is.</summary>
    public static InboundEmail Apply(InboundEmail email, Organisation organisation)
    {
        if (
            email is not { Automatic: null, From: { } colleague, Forwarded: { SenderAddress: { } customer } forwarded }
            || !organisation.IsInternal(colleague.Address.Domain)
            || organisation.IsInternal(customer.Domain)
            || IsDisowned(email.Authentication)
        )
        {
            return email;
        }

        var split = Intake.OwnWords.Split(forwarded.Body);
        var own = split.Own.Length > 0 ? split.Own : forwarded.Body;
        return email with
        {
            From = new Mailbox(forwarded.SenderName, customer),
            ForwardedBy = colleague,
            Subject = forwarded.Subject is { Length: > 0 } subject ? subject : email.Subject,
            OwnWords = own,
            Language = LanguageDetector.Detect(own).Code,
        };
    }

    /// <summary>The domain of the colleague says that the mail is not its own.</summary>
    private static bool IsDisowned(MailAuthentication authentication) =>
        authentication.Dmarc == AuthenticationVerdict.Fail
        || (
            authentication.Spf is AuthenticationVerdict.Fail or AuthenticationVerdict.SoftFail
            && authentication.Dkim != AuthenticationVerdict.Pass
        );
}
