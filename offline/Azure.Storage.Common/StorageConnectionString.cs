namespace Azure.Storage;

/// <summary>
/// The parts of a storage connection string that the stand-ins need: account, key and the three service endpoints.
/// Understands <c>UseDevelopmentStorage=true</c>, explicit <c>BlobEndpoint</c>/<c>QueueEndpoint</c>/<c>TableEndpoint</c>
/// and <c>DefaultEndpointsProtocol</c> + <c>EndpointSuffix</c>, as documented by Azure Storage.
/// </summary>
internal sealed record StorageConnectionString(
    string AccountName,
    string AccountKey,
    Uri BlobEndpoint,
    Uri QueueEndpoint,
    Uri TableEndpoint
)
{
    private const string DevelopmentAccount = "devstoreaccount1";
    private const string DevelopmentKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    /// <summary>Parses a connection string.</summary>
    /// <exception cref="FormatException">A setting is not <c>name=value</c>, or account name, key or endpoints are missing.</exception>
    public static StorageConnectionString Parse(string connectionString)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        var settings = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in connectionString.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var separator = part.IndexOf('=', StringComparison.Ordinal);
            if (separator <= 0)
            {
                throw new FormatException("Settings must be of the form \"name=value\".");
            }

            settings[part[..separator]] = part[(separator + 1)..];
        }

        if (
            settings.TryGetValue("UseDevelopmentStorage", out var development)
            && bool.TryParse(development, out var isDevelopment)
            && isDevelopment
        )
        {
            return new(
                DevelopmentAccount,
                DevelopmentKey,
                new($"http://127.0.0.1:10000/{DevelopmentAccount}"),
                new($"http://127.0.0.1:10001/{DevelopmentAccount}"),
                new($"http://127.0.0.1:10002/{DevelopmentAccount}")
            );
        }

        var account = Required(settings, "AccountName");
        return new(
            account,
            Required(settings, "AccountKey"),
            Endpoint(settings, account, "blob"),
            Endpoint(settings, account, "queue"),
            Endpoint(settings, account, "table")
        );
    }

    private static Uri Endpoint(Dictionary<string, string> settings, string account, string service)
    {
        if (settings.TryGetValue($"{service}Endpoint", out var endpoint))
        {
            return new(endpoint.TrimEnd('/'));
        }

        var protocol = settings.GetValueOrDefault("DefaultEndpointsProtocol", "https");
        var suffix = settings.GetValueOrDefault("EndpointSuffix", "core.windows.net");
        return new($"{protocol}://{account}.{service}.{suffix}");
    }

    private static string Required(Dictionary<string, string> settings, string name) =>
        settings.TryGetValue(name, out var value)
            ? value
            : throw new FormatException($"No valid combination of account information found: {name} is missing.");
}
