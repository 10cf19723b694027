using System.Collections.Frozen;

namespace SupportPipeline.Social.Connectors;

/// <summary>The connectors by name.</summary>
public sealed class ConnectorCatalog
{
    private readonly FrozenDictionary<string, ISocialConnector> _connectors;

    /// <summary>Collects them.</summary>
    internal ConnectorCatalog(IEnumerable<ISocialConnector> connectors) =>
        _connectors = connectors.ToFrozenDictionary(connector => connector.Name, StringComparer.Ordinal);

    /// <summary>The connector of a name, whether it is enabled or not; null when there is none.</summary>
    internal ISocialConnector? Find(string name) => _connectors.GetValueOrDefault(name);
}
