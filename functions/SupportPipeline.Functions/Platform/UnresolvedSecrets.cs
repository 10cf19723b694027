using Microsoft.Extensions.Configuration;

namespace SupportPipeline.Platform;

/// <summary>
/// A setting that refers to a secret keeps the reference as its value when the secret cannot be read: it is missing from the vault, or the identity may not
/// read it. Whoever knows the address of the vault knows that value, so a key that is left like this would let everybody in. Here it counts as not set,
/// which closes what needs it, and <c>/api/health</c> names the setting.
/// Source: App Service, "Use Key Vault references".
/// </summary>
internal static class UnresolvedSecrets
{
    private const string Section = "UnresolvedSecrets";
    private const string Reference = "@Microsoft.KeyVault(";

    /// <summary>Lays empty values over those that are references. To be called when everything else is in the configuration.</summary>
    public static void LeaveOutUnresolvedSecrets(this IConfigurationManager configuration)
    {
        var unresolved = configuration
            .AsEnumerable()
            .Where(setting => setting.Value?.StartsWith(Reference, StringComparison.OrdinalIgnoreCase) == true)
            .Select(setting => setting.Key)
            .Order(StringComparer.Ordinal)
            .ToList();
        if (unresolved.Count > 0)
        {
            configuration.AddInMemoryCollection(
                unresolved
                    .Select(name => KeyValuePair.Create(name, (string?)""))
                    .Concat(unresolved.Select((name, index) => KeyValuePair.Create($"{Section}:{index}", (string?)name)))
            );
        }
    }

    /// <summary>The names of the settings whose secrets could not be read.</summary>
    public static IReadOnlyList<string> Of(IConfiguration configuration) =>
        [.. configuration.GetSection(Section).GetChildren().Select(setting => setting.Value ?? "").Where(name => name.Length > 0)];
}
