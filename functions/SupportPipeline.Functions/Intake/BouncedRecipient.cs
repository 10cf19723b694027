using SupportPipeline.Platform;

namespace SupportPipeline.Intake;

/// <summary>What a mail system says became of a mail for one recipient (RFC 3464, 2.3).</summary>
/// <param name="Action"><c>failed</c>, <c>delayed</c>, <c>delivered</c>, <c>relayed</c> or <c>expanded</c>; in lower case.</param>
/// <param name="Status">The enhanced status code (RFC 3463), <c>5.1.1</c>; from an SMTP reply without one its class only, <c>5.0.0</c>; null when no code is given.</param>
/// <param name="Diagnostic">What the refusing server said, on one line and cut to a length fit for a timeline; null when it said nothing.</param>
/// <param name="Recipient">Who it could not be brought to, at last; null when the report does not say.</param>
/// <param name="OriginalRecipient">Whom we addressed, when the report tells it apart from <paramref name="Recipient"/>, as after a redirection.</param>
internal sealed record BouncedRecipient(
    string Action,
    string? Status,
    string? Diagnostic,
    EmailAddress? Recipient,
    EmailAddress? OriginalRecipient
)
{
    /// <summary>
    /// The mail will not arrive, and the next one will not either: the action is <c>failed</c> (RFC 3464, 2.3.3) and the class of the status
    /// is 5, a permanent failure (RFC 3463, 3.1). Class 5 also covers a refused content or a full mailbox; who suppresses an address by
    /// this alone suppresses too much, see <see cref="IsAddressDead"/>.
    /// </summary>
    public bool IsPermanent => Action == BounceActions.Failed && Status?.StartsWith('5') == true;

    /// <summary>
    /// The address itself is at fault (RFC 3463, 3.2 and 3.3): unknown mailbox or host, malformed, moved, or disabled. Help desks suppress
    /// on 5.1.1 (Zammad on nothing else); the other codes say the same of the same address.
    /// </summary>
    public bool IsAddressDead =>
        IsPermanent && Status is ("5.1.0" or "5.1.1" or "5.1.2" or "5.1.3" or "5.1.6" or "5.1.10" or "5.2.1" or "5.4.4");
}
