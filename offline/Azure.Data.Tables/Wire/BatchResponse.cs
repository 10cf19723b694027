using System.Globalization;
using System.Text;

namespace Azure.Data.Tables.Wire;

#nullable enable

/// <summary>Takes the answer to a transaction apart: one response per action, or a single one that says why all were refused.</summary>
internal static class BatchResponse
{
    private const string StatusLine = "HTTP/1.1 ";

    public static List<Response> Parse(BinaryData content)
    {
        var parts = new List<Response>();
        var rest = content.ToMemory();
        while (TryReadLine(ref rest, out var line))
        {
            if (line.StartsWith(StatusLine, StringComparison.Ordinal))
            {
                parts.Add(ReadPart(line, ref rest));
            }
        }

        return parts;
    }

    private static BatchPart ReadPart(string statusLine, ref ReadOnlyMemory<byte> rest)
    {
        var status = int.Parse(statusLine.AsSpan(StatusLine.Length, 3), NumberStyles.None, CultureInfo.InvariantCulture);
        var part = new BatchPart(status, statusLine[(StatusLine.Length + 3)..].Trim());
        while (TryReadLine(ref rest, out var line) && line.Length > 0)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
            {
                part.AddHeader(line[..colon], line[(colon + 1)..].Trim());
            }
        }

        // JSON holds no raw line breaks, so the next line that starts with two dashes is a boundary.
        var end = rest.Span.StartsWith("--"u8) ? 0 : rest.Span.IndexOf("\n--"u8);
        var body = end < 0 ? rest : rest[..end];
        rest = rest[body.Length..];
        part.ContentStream = new MemoryStream(body.ToArray(), writable: false);
        return part;
    }

    private static bool TryReadLine(ref ReadOnlyMemory<byte> rest, out string line)
    {
        if (rest.IsEmpty)
        {
            line = "";
            return false;
        }

        var end = rest.Span.IndexOf((byte)'\n');
        var bytes = end < 0 ? rest.Span : rest.Span[..end];
        line = Encoding.UTF8.GetString(bytes).TrimEnd('\r');
        rest = end < 0 ? default : rest[(end + 1)..];
        return true;
    }
}
