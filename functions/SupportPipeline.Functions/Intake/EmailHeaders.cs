using System.Text;

namespace SupportPipeline.Intake;

/// <summary>
/// The header block of a mail: unfolded, names compared without case, every occurrence kept in its order.
/// Values are as they stand in the mail: encoded words (RFC 2047) are not decoded.
/// </summary>
public sealed class EmailHeaders
{
    /// <summary>Longest value kept, in characters. What is longer is cut at its end, References at its beginning, where its oldest ids stand.</summary>
    public const int MaxValueLength = 16 * 1024;

    /// <summary>Most header fields kept; the rest is ignored. Real mail has well under 200.</summary>
    public const int MaxCount = 2000;

    /// <summary>Longest field name accepted (a line has at most 998 characters, RFC 5322, 2.1.1; real names have under 60).</summary>
    public const int MaxNameLength = 128;

    private readonly Dictionary<string, List<string>> _values = new(StringComparer.OrdinalIgnoreCase);

    private EmailHeaders() { }

    /// <summary>No headers at all.</summary>
    public static EmailHeaders Empty { get; } = new();

    /// <summary>How many header fields there are, repeated ones counted each time.</summary>
    public int Count { get; private set; }

    /// <summary>
    /// Reads a raw block with CRLF or LF line ends, folded or not. Lines that are no header are ignored; the first empty line after a
    /// header ends the block. Never throws; takes time proportional to the length of the block.
    /// </summary>
    public static EmailHeaders Parse(string? block)
    {
        var headers = new EmailHeaders();
        string? name = null;
        var value = new StringBuilder();
        foreach (var rawLine in (block ?? "").AsSpan().EnumerateLinesByLineFeed())
        {
            if (rawLine.IsEmpty && (name is not null || headers.Count > 0))
            {
                break;
            }

            if (rawLine is [' ' or '\t', ..])
            {
                value.Append(rawLine);
                continue;
            }

            headers.Add(name, value);
            value.Clear();
            name = NameOf(rawLine, out var rest);
            value.Append(rest);
        }

        headers.Add(name, value);
        return headers;
    }

    /// <summary>The first value of a header, without white space around it; null when the header is absent.</summary>
    public string? First(string name) => _values.TryGetValue(name, out var values) ? values[0] : null;

    /// <summary>Every value of a header in its order; empty when the header is absent.</summary>
    public IReadOnlyList<string> All(string name) => _values.TryGetValue(name, out var values) ? values : [];

    /// <summary>Whether the header is there, be it empty.</summary>
    public bool Has(string name) => _values.ContainsKey(name);

    private static string? NameOf(ReadOnlySpan<char> line, out ReadOnlySpan<char> rest)
    {
        var colon = line.IndexOf(':');
        rest = default;
        if (colon <= 0)
        {
            return null;
        }

        var name = line[..colon].TrimEnd();
        rest = line[(colon + 1)..];
        return name.Length is > 0 and <= MaxNameLength && !name.ContainsAnyExceptInRange('!', '~') ? name.ToString() : null;
    }

    private static string Cut(string name, StringBuilder value)
    {
        var keepsEnd = name.Equals("References", StringComparison.OrdinalIgnoreCase);
        var length = Math.Min(value.Length, MaxValueLength);
        // A lone carriage return must not become a line break when a value is written out again.
        return value.ToString(keepsEnd ? value.Length - length : 0, length).Replace('\r', ' ').Trim();
    }

    private void Add(string? name, StringBuilder value)
    {
        if (name is null || Count >= MaxCount)
        {
            return;
        }

        if (!_values.TryGetValue(name, out var values))
        {
            _values[name] = values = [];
        }

        values.Add(Cut(name, value));
        Count++;
    }
}
