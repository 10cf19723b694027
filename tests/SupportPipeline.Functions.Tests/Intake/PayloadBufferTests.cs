using System.Security.Cryptography;
using Microsoft.AspNetCore.WebUtilities;

namespace SupportPipeline.Intake;

public sealed class PayloadBufferTests
{
    private const int Threshold = 256 * 1024;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(Threshold)]
    public async Task Keeps_what_is_small_in_memory(int length)
    {
        await using var payload = await ReadAsync(Content(length));

        Assert.True(((FileBufferingReadStream)payload!.OpenRead()).InMemory);
        Assert.Equal(length, payload.Length);
    }

    [Theory]
    [InlineData(Threshold + 1)]
    [InlineData(2_000_000)]
    public async Task Keeps_what_is_large_in_a_file_that_goes_away(int length)
    {
        var payload = await ReadAsync(Content(length));
        var file = ((FileBufferingReadStream)payload!.OpenRead()).TempFileName;
        var existed = File.Exists(file);
        var size = payload.Length;

        await payload.DisposeAsync();

        Assert.True(existed);
        Assert.Equal(length, size);
        Assert.False(File.Exists(file));
    }

    [Theory]
    [InlineData(1_000)]
    [InlineData(1_000_000)]
    public async Task Can_be_read_several_times_even_after_a_reader_stopped_half_way(int length)
    {
        var content = Content(length);
        await using var payload = await ReadAsync(content);

        await payload!.OpenRead().ReadExactlyAsync(new byte[100]);

        Assert.Equal(content, await ReadAllAsync(payload.OpenRead()));
        Assert.Equal(content, await ReadAllAsync(payload.OpenRead()));
    }

    [Theory]
    [InlineData(99_999, false)]
    [InlineData(100_000, false)]
    [InlineData(100_001, true)]
    [InlineData(5_000_000, true)]
    public async Task Refuses_what_is_too_long(int length, bool isRefused)
    {
        await using var payload = await ReadAsync(Content(length), maxBytes: 100_000);

        Assert.Equal(isRefused, payload is null);
    }

    [Fact]
    public async Task Reads_no_more_of_what_is_too_long_than_it_must()
    {
        using var source = new MemoryStream(Content(5_000_000));

        Assert.Null(await PayloadBuffer.ReadAsync(source, 100_000, null, CancellationToken.None));
        Assert.InRange(source.Position, 100_001, 200_000);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1_000_000)]
    public async Task Hashes_every_byte(int length)
    {
        var content = Content(length);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData("before"u8);

        await using var payload = await ReadAsync(content, hash: hash);

        Assert.Equal(SHA256.HashData([.. "before"u8, .. content]), hash.GetHashAndReset());
    }

    [Fact]
    public async Task Leaves_its_source_open()
    {
        using var source = new MemoryStream(Content(10));
        var payload = await PayloadBuffer.ReadAsync(source, 100, null, CancellationToken.None);

        await payload!.DisposeAsync();

        Assert.True(source.CanRead);
    }

    [Fact]
    public async Task Lets_a_source_that_breaks_rise()
    {
        await using var source = new CountingStream(Stream.Null);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => PayloadBuffer.ReadAsync(source, 100, null, new(canceled: true)));
    }

    private static byte[] Content(int length) => [.. Enumerable.Range(0, length).Select(i => (byte)(i * 31 >> 3))];

    private static async Task<PayloadBuffer?> ReadAsync(byte[] content, long maxBytes = long.MaxValue, IncrementalHash? hash = null)
    {
        using var source = new MemoryStream(content);
        return await PayloadBuffer.ReadAsync(source, maxBytes, hash, CancellationToken.None);
    }

    private static async Task<byte[]> ReadAllAsync(Stream stream)
    {
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy);
        return copy.ToArray();
    }
}
