using System.Text;

namespace SupportPipeline.LocalHost.Email;

/// <summary>A mail or a part of one: its header fields and its body, still encoded (RFC 2045).</summary>
internal sealed class MimePart
{
    private MimePart(IReadOnlyList<TestHeader> headers, ReadOnlyMemory<byte> body)
    {
        Headers = headers;
        Body = body;
        ContentType = ParameterisedValue.Parse(Header("Content-Type") ?? string.Empty);
        Disposition = ParameterisedValue.Parse(Header("Content-Disposition") ?? string.Empty);
    }

    public IReadOnlyList<TestHeader> Headers { get; }

    public ReadOnlyMemory<byte> Body { get; }

    public ParameterisedValue ContentType { get; }

    public ParameterisedValue Disposition { get; }

    /// <summary>In lower case; what is not labelled is plain text (RFC 2045, 5.2).</summary>
    public string MediaType =>
        ContentType.Value.Contains('/', StringComparison.Ordinal) ? ContentType.Value.ToLowerInvariant() : "text/plain";

    public string? FileName => Disposition.Parameter("filename") ?? ContentType.Parameter("name");

    public string? ContentId => Header("Content-ID")?.Trim().Trim('<', '>');

    public static MimePart Parse(ReadOnlyMemory<byte> source)
    {
        var (headers, bodyStart) = MimeHeaders.Read(source.Span);
        return new MimePart(headers, source[bodyStart..]);
    }

    public byte[] DecodedBody() => TransferEncodings.Decode(Body.Span, Header("Content-Transfer-Encoding"));

    /// <summary>The parts of a multipart body; none when the body has no such boundary.</summary>
    public IEnumerable<MimePart> Parts()
    {
        var boundary = ContentType.Parameter("boundary");
        return string.IsNullOrEmpty(boundary) ? [] : Split(Encoding.Latin1.GetBytes("--" + boundary)).Select(Parse);
    }

    private string? Header(string name) => Headers.FirstOrDefault(header => header.Is(name))?.Raw;

    private List<ReadOnlyMemory<byte>> Split(byte[] mark)
    {
        var parts = new List<ReadOnlyMemory<byte>>();
        var partStart = -1;
        for (var line = 0; line < Body.Length; line = NextLine(line))
        {
            if (!IsMark(line, mark))
            {
                continue;
            }

            if (partStart >= 0)
            {
                parts.Add(Body[partStart..Math.Max(partStart, WithoutLineEnd(line))]);
            }

            partStart = NextLine(line);
            if (Body.Span[(line + mark.Length)..].StartsWith("--"u8))
            {
                return parts;
            }
        }

        // The closing mark is missing: the mail was cut off. What there is of the last part is better than nothing.
        if (partStart >= 0 && partStart < Body.Length)
        {
            parts.Add(Body[partStart..]);
        }

        return parts;
    }

    private bool IsMark(int line, byte[] mark)
    {
        var rest = Body.Span[line..];
        if (!rest.StartsWith(mark))
        {
            return false;
        }

        var end = rest.IndexOf((byte)'\n');
        var tail = rest[mark.Length..(end < 0 ? rest.Length : end)].TrimEnd(" \t\r"u8);
        return tail.IsEmpty || tail.SequenceEqual("--"u8);
    }

    private int NextLine(int from)
    {
        var end = Body.Span[from..].IndexOf((byte)'\n');
        return end < 0 ? Body.Length : from + end + 1;
    }

    /// <summary>The line end before a mark belongs to the mark (RFC 2046, 5.1.1).</summary>
    private int WithoutLineEnd(int line)
    {
        var end = line > 0 && Body.Span[line - 1] == '\n' ? line - 1 : line;
        return end > 0 && Body.Span[end - 1] == '\r' ? end - 1 : end;
    }
}
