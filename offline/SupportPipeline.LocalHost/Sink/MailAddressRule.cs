namespace SupportPipeline.LocalHost.Sink;

/// <summary>What SendGrid takes for an address: a bare one, without a name and without brackets.</summary>
internal static class MailAddressRule
{
    /// <summary>RFC 5321, 4.5.3.1: 64 characters before the at sign, 254 in all.</summary>
    public static bool IsValid(string? address)
    {
        if (string.IsNullOrEmpty(address) || address.Length > 254)
        {
            return false;
        }

        var at = address.LastIndexOf('@');
        var domain = address[(at + 1)..];
        return at is > 0 and <= 64
            && !address.AsSpan(0, at).Contains('@')
            && !address.Any(c => c is <= ' ' or '\u007f' or '<' or '>' or ',' or ';' or '(' or ')' or '[' or ']' or '\\')
            && domain.Contains('.', StringComparison.Ordinal)
            && domain.Split('.').All(label => label.Length is > 0 and <= 63);
    }

    /// <summary>A sender must not have an internationalised address.</summary>
    public static bool IsValidSender(string? address) => IsValid(address) && address!.All(char.IsAscii);
}
