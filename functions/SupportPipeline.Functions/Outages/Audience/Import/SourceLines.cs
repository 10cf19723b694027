using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text;

namespace SupportPipeline.Outages.Audience.Import;

/// <summary>The lines of a body in UTF-8, with or without a byte order mark: one in memory at a time, and none longer than 64 KiB.</summary>
internal static class SourceLines
{
    /// <summary>The most bytes of a line, and of a row that goes over several.</summary>
    public const int MaxBytes = 65_536;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads them.</summary>
    public static async IAsyncEnumerable<SourceLine> ReadAsync(Stream body, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pipe = PipeReader.Create(body, new StreamPipeReaderOptions(bufferSize: MaxBytes, leaveOpen: true));
        try
        {
            var number = 0L;
            var isTail = false;
            while (true)
            {
                var result = await pipe.ReadAsync(cancellationToken);
                var rest = result.Buffer;
                while (rest.PositionOf((byte)'\n') is { } end)
                {
                    var line = rest.Slice(0, end);
                    rest = rest.Slice(rest.GetPosition(1, end));
                    if (!isTail)
                    {
                        yield return Line(++number, line);
                    }

                    isTail = false;
                }

                if (result.IsCompleted)
                {
                    if (!isTail && !rest.IsEmpty)
                    {
                        yield return Line(++number, rest);
                    }

                    pipe.AdvanceTo(result.Buffer.End);
                    yield break;
                }

                if (rest.Length > MaxBytes)
                {
                    if (!isTail)
                    {
                        yield return TooLong(++number);
                    }

                    isTail = true;
                    rest = rest.Slice(rest.End);
                }

                pipe.AdvanceTo(rest.Start, result.Buffer.End);
            }
        }
        finally
        {
            await pipe.CompleteAsync();
        }
    }

    private static SourceLine Line(long number, ReadOnlySequence<byte> bytes)
    {
        if (bytes.Length > MaxBytes)
        {
            return TooLong(number);
        }

        var line = bytes.IsSingleSegment ? bytes.FirstSpan : bytes.ToArray();
        if (number == 1 && line.StartsWith(Encoding.UTF8.Preamble))
        {
            line = line[3..];
        }

        if (line is [.., (byte)'\r'])
        {
            line = line[..^1];
        }

        try
        {
            return new(number, Utf8.GetString(line), null);
        }
        catch (DecoderFallbackException)
        {
            return new(number, "", ImportProblem.EncodingInvalid(number));
        }
    }

    private static SourceLine TooLong(long number) => new(number, "", ImportProblem.TooLong(number));
}

/// <summary>A line.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Text">Its text without the line break.</param>
/// <param name="Problem">Why it could not be read; null when it could.</param>
internal sealed record SourceLine(long Number, string Text, ImportProblem? Problem);
