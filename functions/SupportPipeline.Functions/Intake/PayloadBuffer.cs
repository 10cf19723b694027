using System.Security.Cryptography;
using Microsoft.AspNetCore.WebUtilities;

namespace SupportPipeline.Intake;

/// <summary>Holds one payload so that it can be read several times: small ones in memory, larger ones in a temporary file that is deleted on disposal.</summary>
internal sealed class PayloadBuffer : IAsyncDisposable
{
    private const int MemoryThreshold = 256 * 1024;

    private readonly FileBufferingReadStream _stream;

    private PayloadBuffer(FileBufferingReadStream stream)
    {
        _stream = stream;
    }

    /// <summary>The size in bytes.</summary>
    public long Length => _stream.Length;

    /// <summary>Reads a source to its end.</summary>
    /// <param name="source">The source; not closed.</param>
    /// <param name="maxBytes">The most bytes to take.</param>
    /// <param name="hash">Given every byte, when not null.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>The payload; null when it is longer than <paramref name="maxBytes"/>.</returns>
    public static async Task<PayloadBuffer?> ReadAsync(
        Stream source,
        long maxBytes,
        IncrementalHash? hash,
        CancellationToken cancellationToken
    )
    {
        var stream = new FileBufferingReadStream(source, MemoryThreshold);
        try
        {
            var buffer = new byte[16 * 1024];
            long total = 0;
            int read;
            while ((read = await stream.ReadAsync(buffer, cancellationToken)) > 0)
            {
                hash?.AppendData(buffer.AsSpan(0, read));
                total += read;
                if (total > maxBytes)
                {
                    await stream.DisposeAsync();
                    return null;
                }
            }

            return new(stream);
        }
        catch
        {
            await stream.DisposeAsync();
            throw;
        }
    }

    /// <summary>The content from its beginning. One reader at a time.</summary>
    public Stream OpenRead()
    {
        _stream.Position = 0;
        return _stream;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _stream.DisposeAsync();
}
