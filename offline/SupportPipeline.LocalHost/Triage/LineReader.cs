namespace SupportPipeline.LocalHost.Triage;

/// <summary>Reads lines of UTF-8 from a stream with one buffer that grows only as far as the longest line allowed.</summary>
internal sealed class LineReader(Stream stream, int maxLine)
{
    private byte[] _buffer = new byte[64 * 1024];
    private int _from;
    private int _until;
    private bool _ended;

    /// <summary>The number of the line read last, from 1.</summary>
    public int LineNumber { get; private set; }

    /// <summary>Whether the line read last was longer than allowed and was skipped.</summary>
    public bool WasTooLong { get; private set; }

    /// <summary>Whether the next line can be read without waiting.</summary>
    public bool HasBufferedLine => _buffer.AsSpan(_from, _until - _from).Contains((byte)'\n');

    /// <summary>Reads the next line, without its end; empty memory for one that was too long, null at the end.</summary>
    public async ValueTask<ReadOnlyMemory<byte>?> ReadAsync(CancellationToken cancellationToken)
    {
        WasTooLong = false;
        while (true)
        {
            var length = _buffer.AsSpan(_from, _until - _from).IndexOf((byte)'\n');
            if (length >= 0)
            {
                var line = _buffer.AsMemory(_from, length);
                _from += length + 1;
                return Finish(line);
            }

            if (_ended)
            {
                var last = _buffer.AsMemory(_from, _until - _from);
                _from = _until;

                // Spelled out: a bare null would become empty memory, which converts from a null array.
                return last.IsEmpty && !WasTooLong ? (ReadOnlyMemory<byte>?)null : Finish(last);
            }

            await FillAsync(cancellationToken);
        }
    }

    private ReadOnlyMemory<byte> Finish(ReadOnlyMemory<byte> line)
    {
        LineNumber++;
        return WasTooLong ? default : line;
    }

    private async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        if (_from > 0)
        {
            _buffer.AsSpan(_from, _until - _from).CopyTo(_buffer);
            (_from, _until) = (0, _until - _from);
        }

        if (_until == _buffer.Length && _buffer.Length < maxLine)
        {
            Array.Resize(ref _buffer, Math.Min(_buffer.Length * 2, maxLine));
        }
        else if (_until == _buffer.Length)
        {
            // Longer than allowed: what is here is forgotten, what comes up to the end of the line will be.
            (WasTooLong, _until) = (true, 0);
        }

        var read = await stream.ReadAsync(_buffer.AsMemory(_until), cancellationToken);
        _until += read;
        _ended = read == 0;
    }
}
