using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace SupportPipeline.Social.Connectors.Generic.Keys;

/// <summary>A key that a tool shows in <c>X-Connector-Key</c>. Of the key itself only the SHA-256 is kept: it has 256 random bits, so nobody finds it by trying.</summary>
/// <param name="Id">What it is revoked by.</param>
/// <param name="Name">Who uses it. Two keys may have one name while one replaces the other.</param>
/// <param name="Hash">The SHA-256 of the key.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="CreatedBy">By whom.</param>
public sealed record ConnectorKey(string Id, string Name, ReadOnlyMemory<byte> Hash, DateTimeOffset CreatedAt, string CreatedBy)
{
    private const string Prefix = "ck_";

    /// <summary>When it stops being valid; null for never.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>When it was revoked.</summary>
    public DateTimeOffset? RevokedAt { get; init; }

    /// <summary>By whom.</summary>
    public string? RevokedBy { get; init; }

    /// <summary>The last day, in UTC, on which it was used.</summary>
    public DateOnly? LastUsedOn { get; init; }

    /// <summary>A new key.</summary>
    public static string NewText() => Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>What is kept of a key.</summary>
    public static byte[] HashOf(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    /// <summary>Whether it opens the door.</summary>
    public bool IsValid(DateTimeOffset now) => RevokedAt is null && (ExpiresAt is null || now < ExpiresAt);
}
