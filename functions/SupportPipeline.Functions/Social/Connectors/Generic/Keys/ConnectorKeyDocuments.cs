using System.Text.Json;
using System.Text.Json.Serialization;

namespace SupportPipeline.Social.Connectors.Generic.Keys;

/// <summary>What somebody asks for who makes a key.</summary>
internal sealed record ConnectorKeyRequest
{
    /// <summary>Who is to use it, 1 to 100 characters.</summary>
    public string? Name { get; init; }

    /// <summary>When it stops being valid; null for never.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }
}

/// <summary>A key as the API shows it: never the key itself.</summary>
/// <param name="Id">What it is revoked by.</param>
/// <param name="Name">Who uses it.</param>
/// <param name="State"><c>valid</c>, <c>expired</c> or <c>revoked</c>.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="CreatedBy">By whom.</param>
/// <param name="ExpiresAt">When it stops being valid.</param>
/// <param name="RevokedAt">When it was revoked.</param>
/// <param name="RevokedBy">By whom.</param>
/// <param name="LastUsedOn">The last day, in UTC, on which it was used.</param>
internal sealed record ConnectorKeyDocument(
    string Id,
    string Name,
    string State,
    DateTimeOffset CreatedAt,
    string CreatedBy,
    DateTimeOffset? ExpiresAt,
    DateTimeOffset? RevokedAt,
    string? RevokedBy,
    DateOnly? LastUsedOn
)
{
    /// <summary>Shows a key.</summary>
    public static ConnectorKeyDocument Of(ConnectorKey key, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(key);
        var state =
            key.RevokedAt is not null ? "revoked"
            : key.IsValid(now) ? "valid"
            : "expired";
        return new(key.Id, key.Name, state, key.CreatedAt, key.CreatedBy, key.ExpiresAt, key.RevokedAt, key.RevokedBy, key.LastUsedOn);
    }
}

/// <summary>All keys.</summary>
/// <param name="Items">The oldest first.</param>
internal sealed record ConnectorKeyListDocument(IReadOnlyList<ConnectorKeyDocument> Items);

/// <summary>A new key, with the only sight of it.</summary>
/// <param name="Key">What is sent in <c>X-Connector-Key</c>. It cannot be shown again.</param>
/// <param name="Made">What is known of it.</param>
internal sealed record NewConnectorKeyDocument(string Key, ConnectorKeyDocument Made);

/// <summary>The JSON of keys.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true
)]
[JsonSerializable(typeof(ConnectorKeyRequest))]
internal sealed partial class ConnectorKeyJson : JsonSerializerContext;
