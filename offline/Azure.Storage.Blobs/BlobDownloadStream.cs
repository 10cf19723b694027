namespace Azure.Storage.Blobs;

/// <summary>The content of a blob, read forward; a broken connection is replaced by one that begins where it broke.</summary>
internal sealed class BlobDownloadStream(
    Stream content,
    long offset,
    long length,
    Func<long, long, CancellationToken, Task<Stream>> reopenAsync
) : Stream
{
    private const int MaximumReopenings = 5;

    private Stream _content = content;
    private long _read;
    private int _reopenings;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    /// <summary>Where this download ends in the blob.</summary>
    public override long Length => offset + length;

    public override long Position
    {
        get => offset + _read;
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (_read < length)
        {
            try
            {
                return Count(await _content.ReadAsync(buffer, cancellationToken).ConfigureAwait(false), buffer.Length);
            }
            catch (Exception exception)
                when (IsInterruption(exception) && !cancellationToken.IsCancellationRequested && _reopenings < MaximumReopenings)
            {
                _reopenings++;
                await _content.DisposeAsync().ConfigureAwait(false);
                _content = await reopenAsync(offset + _read, length - _read, cancellationToken).ConfigureAwait(false);
            }
        }

        return 0;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => Count(_content.Read(buffer, offset, count), count);

    public override int Read(Span<byte> buffer) => Count(_content.Read(buffer), buffer.Length);

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override async ValueTask DisposeAsync()
    {
        await _content.DisposeAsync().ConfigureAwait(false);
        await base.DisposeAsync().ConfigureAwait(false);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _content.Dispose();
        }

        base.Dispose(disposing);
    }

    private static bool IsInterruption(Exception exception) =>
        exception is IOException or HttpRequestException or OperationCanceledException;

    private int Count(int read, int wanted)
    {
        if (read == 0 && wanted > 0 && _read < length)
        {
            throw new IOException($"The content of the blob ended after {_read} of {length} bytes.");
        }

        _read += read;
        return read;
    }
}
