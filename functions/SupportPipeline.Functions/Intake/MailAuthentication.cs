using SupportPipeline.Platform;

namespace SupportPipeline.Intake;

/// <summary>What is known of a mail's origin beyond what it says of itself.</summary>
/// <param name="Spf">Whether the sending server may send for the envelope sender's domain (RFC 7208); from the field <c>SPF</c>.</param>
/// <param name="Dkim">Pass when any signature passed; otherwise the first verdict. From the field <c>dkim</c>.</param>
/// <param name="Dmarc">
/// From an <c>Authentication-Results</c> header that names SendGrid as its author. The sender could have written that header itself, so a
/// pass is a hint and only a fail is evidence; <see cref="IsAligned"/> rests on what SendGrid reports outside the mail.
/// </param>
/// <param name="DkimDomains">The domains whose signatures passed, in lower case.</param>
/// <param name="IsDkimAligned">A signature passed whose domain belongs to the one in From (RFC 7489, 3.1.1, relaxed).</param>
/// <param name="IsSpfAligned">SPF passed for an envelope sender whose domain belongs to the one in From (RFC 7489, 3.1.2, relaxed).</param>
internal sealed record MailAuthentication(
    AuthenticationVerdict Spf,
    AuthenticationVerdict Dkim,
    AuthenticationVerdict Dmarc,
    IReadOnlyList<string> DkimDomains,
    bool IsDkimAligned,
    bool IsSpfAligned
)
{
    /// <summary>Nothing is known.</summary>
    internal static MailAuthentication Nothing { get; } = new(default, default, default, [], false, false);

    /// <summary>The address in From is one that its domain vouches for: what DMARC calls a pass.</summary>
    internal bool IsAligned => IsDkimAligned || IsSpfAligned;

    /// <summary>Reads the verdicts of one mail.</summary>
    internal static MailAuthentication Read(string? spf, string? dkim, EmailHeaders headers, EmailAddress? from, string? envelopeFrom)
    {
        var signatures = AuthenticationWords.Signatures(dkim);
        var passed = signatures
            .Where(signature => signature.Verdict == AuthenticationVerdict.Pass)
            .Select(signature => signature.Domain)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        var spfVerdict = AuthenticationWords.First(spf);
        var hasEnvelope = EmailAddress.TryParse(envelopeFrom?.Trim().Trim('<', '>'), out var envelope);
        return new(
            spfVerdict,
            passed.Count > 0 ? AuthenticationVerdict.Pass
                : signatures.Count > 0 ? signatures[0].Verdict
                : AuthenticationWords.First(dkim),
            AuthenticationWords.Dmarc(headers),
            passed,
            from is { } author && passed.Exists(domain => IsSameOrganisation(domain, author.Domain)),
            from is { } writer
                && spfVerdict == AuthenticationVerdict.Pass
                && hasEnvelope
                && IsSameOrganisation(envelope.Domain, writer.Domain)
        );
    }

    /// <summary>
    /// Whether one domain is the other or lies below it, the shorter having two labels at least. Without a list of public suffixes
    /// <c>co.uk</c> counts as a domain; nobody can sign for it, so nothing is lost.
    /// </summary>
    internal static bool IsSameOrganisation(string one, string other)
    {
        var (shorter, longer) = one.Length <= other.Length ? (one, other) : (other, one);
        return shorter.Contains('.', StringComparison.Ordinal)
            && longer.EndsWith(shorter, StringComparison.OrdinalIgnoreCase)
            && (longer.Length == shorter.Length || longer[^(shorter.Length + 1)] == '.');
    }
}
