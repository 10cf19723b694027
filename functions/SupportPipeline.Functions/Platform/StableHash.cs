using System.Security.Cryptography;
using System.Text;

namespace SupportPipeline.Platform;

/// <summary>Hashes that become storage keys: the same text gives the same key on every machine and in every version.</summary>
internal static class StableHash
{
    /// <summary>The first 32 hexadecimal characters (128 bits) of the SHA-256 of the text in UTF-8, lower case.</summary>
    public static string Of(string text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        return Convert.ToHexStringLower(hash[..16]);
    }

    /// <summary>The hash of several texts that cannot be confused with each other by moving their borders.</summary>
    public static string Of(params ReadOnlySpan<string?> texts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var text in texts)
        {
            var bytes = Encoding.UTF8.GetBytes(text ?? "");
            hash.AppendData(BitConverter.GetBytes(bytes.Length));
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 16));
    }

    /// <summary>The shard of a key, from 0; the same key always has the same one while the number of shards stays.</summary>
    public static int Shard(string key, int shards) => shards == 1 ? 0 : Convert.ToInt32(Of(key)[..4], 16) % shards;
}
