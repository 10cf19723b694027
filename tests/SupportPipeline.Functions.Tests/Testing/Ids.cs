using System.Buffers.Binary;
using SupportPipeline.Platform;

namespace SupportPipeline.Testing;

/// <summary>Ids that are different in every call and readable in a failure: the time is fixed, the random part counts.</summary>
internal static class Ids
{
    public static readonly DateTimeOffset Time = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);

    private static long _count;

    public static TimeOrderedId Next(DateTimeOffset? at = null)
    {
        Span<byte> random = stackalloc byte[10];
        BinaryPrimitives.WriteInt64BigEndian(random[2..], Interlocked.Increment(ref _count));
        return TimeOrderedId.Create(at ?? Time, random);
    }
}
