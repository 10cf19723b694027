using System.Text;

namespace SupportPipeline.Outages.Audience.Import;

/// <summary>A body that comes in pieces of a few bytes, as from a network.</summary>
internal sealed class Body(byte[] bytes, int piece = 7) : MemoryStream(bytes)
{
    public static Body Of(string text, int piece = 7) => new(Encoding.UTF8.GetBytes(text), piece);

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        base.ReadAsync(buffer[..Math.Min(buffer.Length, piece)], cancellationToken);

    public static async Task<List<T>> ListAsync<T>(IAsyncEnumerable<T> items)
    {
        var list = new List<T>();
        await foreach (var item in items)
        {
            list.Add(item);
        }

        return list;
    }
}
