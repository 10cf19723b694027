namespace SupportPipeline.Intake;

public sealed class CountingStreamTests
{
    [Fact]
    public async Task Counts_every_way_of_reading()
    {
        using var source = new MemoryStream(new byte[100]);
        await using var counted = new CountingStream(source);
        var buffer = new byte[10];

        var reads = (
            counted.Read(buffer, 0, 10),
            await counted.ReadAsync(buffer.AsMemory(2, 5), CancellationToken.None),
            await counted.ReadAsync(buffer.AsMemory(0, 3))
        );

        Assert.Equal((10, 5, 3), reads);
        Assert.Equal((18L, 18L), (counted.Count, counted.Position));

        await counted.CopyToAsync(Stream.Null);

        Assert.Equal(100, counted.Count);
        Assert.Equal(0, await counted.ReadAsync(buffer));
        Assert.Equal(100, counted.Count);
    }

    [Fact]
    public async Task Leaves_its_source_open()
    {
        using var source = new MemoryStream([1]);

        await new CountingStream(source).DisposeAsync();

        Assert.Equal(1, source.ReadByte());
    }

    [Fact]
    public void Can_only_be_read()
    {
        using var counted = new CountingStream(Stream.Null);

        Assert.Equal((true, false, false), (counted.CanRead, counted.CanSeek, counted.CanWrite));
        Assert.Throws<NotSupportedException>(() => counted.Length);
        Assert.Throws<NotSupportedException>(() => counted.Position = 1);
        Assert.Throws<NotSupportedException>(() => counted.Seek(0, SeekOrigin.Begin));
        Assert.Throws<NotSupportedException>(() => counted.SetLength(1));
        Assert.Throws<NotSupportedException>(() => counted.Write([1], 0, 1));
    }
}
