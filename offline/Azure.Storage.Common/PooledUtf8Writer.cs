using System.Buffers;
using System.Text;

namespace Azure.Storage;

/// <summary>Collects UTF-8 in a rented buffer. Dispose gives the buffer back.</summary>
internal ref struct PooledUtf8Writer(int capacity)
{
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(capacity);
    private int _length;

    public readonly ReadOnlySpan<byte> Written => _buffer.AsSpan(0, _length);

    public void Append(byte value)
    {
        EnsureRoom(1);
        _buffer[_length++] = value;
    }

    public void Append(scoped ReadOnlySpan<char> text)
    {
        EnsureRoom(Encoding.UTF8.GetMaxByteCount(text.Length));
        _length += Encoding.UTF8.GetBytes(text, _buffer.AsSpan(_length));
    }

    public readonly void Dispose() => ArrayPool<byte>.Shared.Return(_buffer);

    private void EnsureRoom(int count)
    {
        if (_buffer.Length - _length >= count)
        {
            return;
        }

        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_buffer.Length * 2, _length + count));
        _buffer.AsSpan(0, _length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
