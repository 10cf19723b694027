using System.Security.Cryptography;

namespace SupportPipeline.Outages.Status;

/// <summary>A published file.</summary>
/// <param name="Name">Its path below the public address.</param>
/// <param name="ContentType">What it is.</param>
/// <param name="Language">Its language; null for what programs read.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record StatusFile(string Name, string ContentType, string? Language, byte[] Content)
{
    /// <summary>How long a copy may be used, and that it may be used for a day when we are not there to be asked.</summary>
    public const string CacheControl = "public, max-age=60, stale-if-error=86400";

    /// <summary>Differs when anything about the file does.</summary>
    public string Hash { get; } =
        Convert.ToHexStringLower(
            SHA256.HashData([.. Content, .. System.Text.Encoding.UTF8.GetBytes($"{ContentType};{Language};{CacheControl}")])
        );
}
