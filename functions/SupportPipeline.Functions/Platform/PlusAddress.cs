namespace SupportPipeline.Platform;

/// <summary>Sub-addressing (RFC 5233): <c>support+tag@example.com</c> reaches <c>support@example.com</c>.</summary>
internal static class PlusAddress
{
    /// <summary>The address without its tag.</summary>
    public static EmailAddress WithoutTag(EmailAddress address)
    {
        var plus = address.LocalPart.IndexOf('+', StringComparison.Ordinal);
        return plus > 0 && EmailAddress.TryParse($"{address.LocalPart[..plus]}@{address.Domain}", out var plain) ? plain : address;
    }

    /// <summary>The tag; null when there is none.</summary>
    public static string? Tag(EmailAddress address)
    {
        var plus = address.LocalPart.IndexOf('+', StringComparison.Ordinal);
        return plus > 0 ? address.LocalPart[(plus + 1)..] : null;
    }

    /// <summary>The address with a tag.</summary>
    /// <exception cref="ArgumentException">The local part would be longer than the 64 characters RFC 5321 allows.</exception>
    public static EmailAddress WithTag(EmailAddress address, string tag) =>
        EmailAddress.TryParse($"{WithoutTag(address).LocalPart}+{tag}@{address.Domain}", out var tagged)
            ? tagged
            : throw new ArgumentException("The tag does not fit into the address.", nameof(tag));
}
