using Microsoft.AspNetCore.Http;

namespace SupportPipeline.Social.Connectors;

/// <summary>What connectors say alike about items and deliveries.</summary>
internal static class ConnectorItems
{
    /// <summary>News that says nothing.</summary>
    public static SocialEvent NotAPost { get; } = new SocialEvent.Ignored(SocialReason.NotAPost);

    /// <summary>Our own words.</summary>
    public static SocialEvent OwnPost { get; } = new SocialEvent.Ignored(SocialReason.OwnPost);

    /// <summary>The signature is not the platform's.</summary>
    public static ConnectorVerdict SignatureWrong { get; } =
        new ConnectorVerdict.Failed(
            StatusCodes.Status401Unauthorized,
            "signature-wrong",
            "The signature is missing or does not belong to this body and our secret."
        );

    /// <summary>The secret is not ours.</summary>
    public static ConnectorVerdict SecretWrong { get; } =
        new ConnectorVerdict.Failed(StatusCodes.Status401Unauthorized, "secret-wrong", "The secret is missing or is not ours.");

    /// <summary>An item that lacks what it must have.</summary>
    public static SocialEvent Invalid(string detail) => new SocialEvent.Refused(SocialReason.ItemInvalid, detail);

    /// <summary>Whether names hold one that is there.</summary>
    public static bool Has(this IEnumerable<string> names, string? name) =>
        name is not null && names.Contains(name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Facts of a reply without those that are missing.</summary>
    public static IReadOnlyDictionary<string, string> Facts(params ReadOnlySpan<(string Name, string? Value)> facts)
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in facts)
        {
            if (value is not null)
            {
                known[name] = value;
            }
        }

        return known;
    }
}
