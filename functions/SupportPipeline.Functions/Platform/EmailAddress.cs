using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SupportPipeline.Platform;

/// <summary>
/// One mail address (RFC 5321 <c>local-part@domain</c>) that has been checked. Two addresses are equal when their <see cref="Key"/>s are:
/// no mail provider that matters tells people apart by letter case.
/// </summary>
public readonly record struct EmailAddress
{
    /// <summary>Longest local part, in UTF-8 octets (RFC 5321, 4.5.3.1.1).</summary>
    public const int MaxLocalPartLength = 64;

    /// <summary>Longest whole address, in UTF-8 octets (RFC 5321, 4.5.3.1.3: a path of 256 with its two brackets).</summary>
    public const int MaxLength = 254;

    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    private readonly string? _localPart;
    private readonly string? _domain;
    private readonly string? _key;

    private EmailAddress(string localPart, string domain, string asciiDomain)
    {
        _localPart = localPart;
        _domain = domain;
        _key = $"{localPart.ToLowerInvariant()}@{asciiDomain}";
    }

    /// <summary>The address to write to: the local part as its owner wrote it, the domain in lower case. Personal data: never log it.</summary>
    public string Value => _domain is null ? "" : $"{_localPart}@{_domain}";

    /// <summary>What stands before the last <c>@</c>, as written, with its quotes when it has them.</summary>
    public string LocalPart => _localPart ?? "";

    /// <summary>What stands after the last <c>@</c>, in lower case; an internationalised domain stays in the form it was written in.</summary>
    public string Domain => _domain ?? "";

    /// <summary>The whole address in lower case with its domain in ASCII form, so that both spellings of an IDN domain compare equal.</summary>
    public string Key => _key ?? "";

    /// <summary>The first 32 hexadecimal digits, in lower case, of the SHA-256 of <see cref="Key"/>; safe in storage keys.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Key)))[..32];

    /// <summary>Reads one bare address; white space around it is ignored.</summary>
    /// <param name="text">An addr-spec without display name, brackets or comments. Address literals (<c>jo@[192.0.2.1]</c>) are refused.</param>
    /// <param name="address">The address, or the empty value when the answer is false.</param>
    public static bool TryParse(string? text, out EmailAddress address)
    {
        address = default;
        if (text is null || text.Length > MaxLength * 2)
        {
            return false;
        }

        var trimmed = text.Trim();
        var at = trimmed.LastIndexOf('@');
        if (at <= 0 || Encoding.UTF8.GetByteCount(trimmed) > MaxLength)
        {
            return false;
        }

        var localPart = trimmed[..at];
        var domain = trimmed[(at + 1)..].ToLowerInvariant();
        if (
            Encoding.UTF8.GetByteCount(localPart) > MaxLocalPartLength
            || !EmailAddressGrammar.IsLocalPart(localPart)
            || !TryToAscii(domain, out var asciiDomain)
        )
        {
            return false;
        }

        address = new EmailAddress(localPart, domain, asciiDomain);
        return true;
    }

    /// <summary>Compares by <see cref="Key"/>.</summary>
    public bool Equals(EmailAddress other) => string.Equals(Key, other.Key, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Key);

    /// <summary>A form that is safe in logs: it tells addresses apart without showing them.</summary>
    public override string ToString() => $"address:{Hash[..8]}";

    private static bool TryToAscii(string domain, out string ascii)
    {
        ascii = domain;
        if (!System.Text.Ascii.IsValid(domain))
        {
            if (!EmailAddressGrammar.IsPrintable(domain))
            {
                return false;
            }

            try
            {
                ascii = Idn.GetAscii(domain);
            }
            catch (ArgumentException)
            {
                return false;
            }
        }

        return EmailAddressGrammar.IsAsciiDomain(ascii);
    }
}
