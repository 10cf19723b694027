using System.Security.Cryptography;

namespace SupportPipeline.Platform;

/// <summary>Makes new ids at the edges of the system, where a message is received.</summary>
public sealed class IdSource(TimeProvider clock)
{
    /// <summary>A new id for now.</summary>
    public TimeOrderedId Next()
    {
        Span<byte> random = stackalloc byte[10];
        RandomNumberGenerator.Fill(random);
        return TimeOrderedId.Create(clock.GetUtcNow(), random);
    }
}
