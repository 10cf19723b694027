using SupportPipeline.Platform;

namespace SupportPipeline.Intake;

/// <summary>The mail that somebody passed on to us, taken out of the mail that carries it.</summary>
/// <param name="SenderName">The name of who wrote it; null when only an address is given.</param>
/// <param name="SenderAddress">The address of who wrote it; null when the forwarding program shows none, as Outlook does within a company.</param>
/// <param name="Subject">Its subject; null when the forwarding program does not show it.</param>
/// <param name="Date">Its date as the forwarding program wrote it, in words of its language.</param>
/// <param name="Body">Its text, without the header above it and without quotation marks.</param>
/// <param name="Comment">What the forwarder wrote above it, signature included; empty when nothing.</param>
internal sealed record ForwardedMail(
    string? SenderName,
    EmailAddress? SenderAddress,
    string? Subject,
    string? Date,
    string Body,
    string Comment
)
{
    /// <summary>A form that is safe in logs.</summary>
    public override string ToString() => $"forwarded from {SenderAddress?.ToString() ?? "unknown"}";
}
