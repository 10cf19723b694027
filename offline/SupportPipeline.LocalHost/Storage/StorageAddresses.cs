using Azure.Core;

namespace SupportPipeline.LocalHost.Storage;

/// <summary>Tells the storage services apart by where a request goes.</summary>
internal sealed class StorageAddresses
{
    private readonly Dictionary<(string Host, int Port), string> _services = [];

    /// <summary>Learns the addresses.</summary>
    /// <param name="connectionString">Its explicit endpoints are known by host and port, others by the service's part of the name.</param>
    public StorageAddresses(string connectionString)
    {
        foreach (var setting in connectionString.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var (name, value) = setting.Split('=', 2) is [var first, var second] ? (first, second) : (setting, "");
            if (name.EndsWith("Endpoint", StringComparison.OrdinalIgnoreCase) && Uri.TryCreate(value, UriKind.Absolute, out var uri))
            {
                _services[(uri.Host, uri.Port)] = name[..^"Endpoint".Length].ToLowerInvariant();
            }
            else if (name.Equals("UseDevelopmentStorage", StringComparison.OrdinalIgnoreCase))
            {
                (_services[("127.0.0.1", 10000)], _services[("127.0.0.1", 10001)], _services[("127.0.0.1", 10002)]) = (
                    "blob",
                    "queue",
                    "table"
                );
            }
        }
    }

    /// <summary><c>blob</c>, <c>queue</c>, <c>table</c>, or <c>other</c>.</summary>
    public string ServiceOf(RequestUriBuilder uri)
    {
        ArgumentNullException.ThrowIfNull(uri);
        var host = uri.Host ?? "";
        if (_services.TryGetValue((host, uri.Port), out var service))
        {
            return service;
        }

        return host.Contains(".queue.", StringComparison.Ordinal) ? "queue"
            : host.Contains(".table.", StringComparison.Ordinal) ? "table"
            : host.Contains(".blob.", StringComparison.Ordinal) ? "blob"
            : "other";
    }
}
