using SupportPipeline.Platform;

namespace SupportPipeline.Intake;

/// <summary>One entry of an address list (RFC 5322, 3.4).</summary>
/// <param name="Name">The display name without its quotes, encoded words (RFC 2047) undecoded; null when there is none.</param>
/// <param name="Address">The address.</param>
public sealed record Mailbox(string? Name, EmailAddress Address)
{
    /// <summary>A form that is safe in logs: a name says as much about a person as an address does.</summary>
    public override string ToString() => Address.ToString();
}
