namespace SupportPipeline.LocalHost.Email;

/// <summary>Reads a block of header fields.</summary>
internal static class MimeHeaders
{
    /// <summary>The unfolded fields and where the body starts. A line that is no field is skipped.</summary>
    public static (IReadOnlyList<TestHeader> Headers, int BodyStart) Read(ReadOnlySpan<byte> source)
    {
        var headers = new List<TestHeader>();
        var position = 0;
        while (position < source.Length)
        {
            var end = source[position..].IndexOf((byte)'\n');
            var next = end < 0 ? source.Length : position + end + 1;
            var line = MailCharset.Decode(source[position..next].TrimEnd("\r\n"u8), name: null);
            position = next;
            if (line.Length == 0)
            {
                break;
            }

            if (line[0] is ' ' or '\t')
            {
                Unfold(headers, line);
            }
            else if (
                line.IndexOf(':', StringComparison.Ordinal) is var colon and > 0
                && !line.AsSpan(0, colon).TrimEnd().ContainsAny(' ', '\t')
            )
            {
                headers.Add(new TestHeader(line[..colon].TrimEnd(), line[(colon + 1)..].Trim()));
            }
        }

        return (headers, position);
    }

    private static void Unfold(List<TestHeader> headers, string line)
    {
        if (headers.Count > 0)
        {
            var last = headers[^1];
            headers[^1] = last with { Raw = $"{last.Raw} {line.Trim()}".Trim() };
        }
    }
}
