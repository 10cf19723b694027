using System.IO.Pipelines;
using System.Text;
using System.Text.Json;

namespace SupportPipeline.LocalHost.Tests.Triage;

/// <summary>Measures memory, so nothing else may run meanwhile.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneCollection
{
    public const string Name = "alone";
}

[Collection(AloneCollection.Name)]
public sealed class TriageStreamingTests
{
    [Fact]
    public async Task An_answer_comes_before_the_input_ends()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var (input, output) = (new Pipe(), new Pipe());
        var running = TriageLines.Run().RunAsync(input.Reader.AsStream(), output.Writer.AsStream(), patience.Token);
        using var answers = new StreamReader(output.Reader.AsStream());

        for (var i = 0; i < 3; i++)
        {
            await input.Writer.WriteAsync(Encoding.UTF8.GetBytes($$"""{"id":{{i}},"text":"Where is my parcel?"}""" + "\n"), patience.Token);
            var answer = JsonDocument.Parse((await answers.ReadLineAsync(patience.Token))!).RootElement;
            Assert.Equal(i, answer.GetProperty("id").GetInt32());
        }

        Assert.False(running.IsCompleted);
        await input.Writer.CompleteAsync();
        await running;
    }

    [Fact]
    public async Task A_hundred_thousand_lines_need_no_more_memory_than_ten_thousand()
    {
        const int Lines = 100_000;
        var run = TriageLines.Run();
        await using var input = new EndlessLines(Lines, measureAfter: Lines / 10);
        await using var output = new CountingStream();

        await run.RunAsync(input, output, CancellationToken.None);
        var growth = GC.GetTotalMemory(forceFullCollection: true) - input.Memory;

        Assert.Equal((Lines, 0), (run.Triaged, run.Failed));
        Assert.Equal(Lines, output.Lines);
        Assert.True(growth < 4 * 1024 * 1024, $"The heap grew by {growth} bytes.");
    }

    /// <summary>Makes lines while they are read; none is kept.</summary>
    private sealed class EndlessLines(int lines, int measureAfter) : Stream
    {
        private int _made;
        private ReadOnlyMemory<byte> _left;

        /// <summary>The heap when so many lines had been read.</summary>
        public long Memory { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (_left.IsEmpty && _made < lines)
            {
                _left = Encoding.UTF8.GetBytes($$"""{"id":{{_made++}},"text":"Where is my parcel?"}""" + "\n");
                Memory = _made == measureAfter ? GC.GetTotalMemory(forceFullCollection: true) : Memory;
            }

            var length = Math.Min(count, _left.Length);
            _left.Span[..length].CopyTo(buffer.AsSpan(offset));
            _left = _left[length..];
            return length;
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }

    /// <summary>Counts lines and forgets them.</summary>
    private sealed class CountingStream : MemoryStream
    {
        public int Lines { get; private set; }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Lines += buffer.Span.Count((byte)'\n');
            return ValueTask.CompletedTask;
        }
    }
}
