using Azure.Core;

namespace Azure.Storage;

/// <summary>
/// Sends a seekable stream from where it stands to its end, from the same place again on a retry, and leaves it open:
/// the caller owns it.
/// </summary>
internal sealed class BorrowedStreamContent(Stream stream) : RequestContent
{
    private const int CopyBufferSize = 81_920;

    private readonly long _origin = stream.Position;

    public override bool TryComputeLength(out long length)
    {
        length = stream.Length - _origin;
        return true;
    }

    public override void WriteTo(Stream destination, CancellationToken cancellationToken)
    {
        stream.Position = _origin;
        stream.CopyTo(destination, CopyBufferSize);
    }

    public override async Task WriteToAsync(Stream destination, CancellationToken cancellationToken)
    {
        stream.Position = _origin;
        await stream.CopyToAsync(destination, CopyBufferSize, cancellationToken).ConfigureAwait(false);
    }

    public override void Dispose() { }
}
