using System.Text;
using System.Text.RegularExpressions;

namespace SupportPipeline.LocalHost.Email;

/// <summary>Words of header fields that are not ASCII (RFC 2047).</summary>
internal static partial class EncodedWords
{
    /// <summary>An encoded word holds at most 75 characters; this many bytes of UTF-8 stay below that.</summary>
    private const int MaxBytesPerWord = 42;

    /// <summary>Encodes a value that is not plain ASCII; any other stays as it is.</summary>
    public static string Encode(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.All(c => c is >= ' ' and <= '~') && !value.Contains("=?", StringComparison.Ordinal))
        {
            return value;
        }

        var words = new List<string>();
        var word = new StringBuilder();
        var bytes = 0;
        foreach (var rune in value.EnumerateRunes())
        {
            if (bytes + rune.Utf8SequenceLength > MaxBytesPerWord)
            {
                words.Add(ToWord(word));
                bytes = 0;
            }

            word.Append(rune);
            bytes += rune.Utf8SequenceLength;
        }

        words.Add(ToWord(word));
        return string.Join(' ', words);
    }

    /// <summary>Decodes every well-formed encoded word and leaves the rest.</summary>
    public static string Decode(string raw)
    {
        ArgumentNullException.ThrowIfNull(raw);
        var text = new StringBuilder();
        var pending = new List<byte>();
        string? pendingCharset = null;
        var end = 0;
        foreach (Match match in Word().Matches(raw))
        {
            var between = raw[end..match.Index];
            var charset = match.Groups["charset"].Value;
            var adjacent = pendingCharset is not null && string.IsNullOrWhiteSpace(between);
            if (!adjacent || !charset.Equals(pendingCharset, StringComparison.OrdinalIgnoreCase))
            {
                Flush(text, pending, pendingCharset);
                text.Append(adjacent ? string.Empty : between);
            }

            // Collected first and decoded together: some senders cut a character in two at the end of a word.
            pending.AddRange(Bytes(match));
            pendingCharset = charset;
            end = match.Index + match.Length;
        }

        Flush(text, pending, pendingCharset);
        return text.Append(raw[end..]).ToString();
    }

    /// <summary>The character set of the first encoded word, when there is one.</summary>
    public static string? CharsetOf(string raw) => Word().Match(raw) is { Success: true } match ? match.Groups["charset"].Value : null;

    private static string ToWord(StringBuilder text)
    {
        var word = $"=?UTF-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(text.ToString()))}?=";
        text.Clear();
        return word;
    }

    private static byte[] Bytes(Match match)
    {
        var content = match.Groups["content"].Value;
        return match.Groups["encoding"].Value is "B" or "b"
            ? TransferEncodings.FromBase64(Encoding.ASCII.GetBytes(content))
            : TransferEncodings.FromQuotedPrintable(Encoding.ASCII.GetBytes(content.Replace('_', ' ')));
    }

    private static void Flush(StringBuilder text, List<byte> bytes, string? charset)
    {
        text.Append(MailCharset.Decode([.. bytes], charset));
        bytes.Clear();
    }

    // The set may be followed by a language (RFC 2231, 5): =?UTF-8*en?Q?...?=
    [GeneratedRegex(
        @"=\?(?<charset>[^?*\s]+)(?:\*[^?\s]*)?\?(?<encoding>[BbQq])\?(?<content>[^?\s]*)\?=",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Word();
}
