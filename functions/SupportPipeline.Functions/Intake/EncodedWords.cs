using System.Runtime.InteropServices;
using System.Text;

namespace SupportPipeline.Intake;

/// <summary>
/// Encoded words in header values, <c>=?koi8-r?B?8NLJ18XU?=</c> (RFC 2047), that reached us undecoded. Some senders break a character between
/// two words, so the bytes of neighbours in one character set are joined before they are decoded. What is no valid word stays as it is.
/// </summary>
internal static class EncodedWords
{
    /// <summary>RFC 2047, 2 allows 75 characters; real senders go far beyond.</summary>
    private const int MaxLength = 2_000;

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Word(string Charset, byte[] Bytes, int End);

    /// <summary>Decodes every encoded word of a header value; takes time proportional to its length.</summary>
    internal static string Decode(string value)
    {
        if (!value.Contains("=?", StringComparison.Ordinal))
        {
            return value;
        }

        var text = new StringBuilder(value.Length);
        var pending = new List<byte>();
        var charset = "";
        for (var i = 0; i < value.Length; )
        {
            if (value[i] == '=' && TryRead(value, i, out var word))
            {
                if (!word.Charset.Equals(charset, StringComparison.OrdinalIgnoreCase))
                {
                    Flush(text, pending, charset);
                    charset = word.Charset;
                }

                pending.AddRange(word.Bytes);
                i = SkipBlanksBeforeNextWord(value, word.End);
                continue;
            }

            Flush(text, pending, charset);
            text.Append(value[i++]);
        }

        Flush(text, pending, charset);
        return text.ToString();
    }

    private static void Flush(StringBuilder text, List<byte> pending, string charset)
    {
        if (pending.Count > 0)
        {
            text.Append(FieldCharset.Decode([.. pending], charset, out _));
            pending.Clear();
        }
    }

    // White space between two encoded words is not part of the text (RFC 2047, 6.2).
    private static int SkipBlanksBeforeNextWord(string value, int i)
    {
        var next = i;
        while (next < value.Length && char.IsWhiteSpace(value[next]))
        {
            next++;
        }

        return next < value.Length && value[next] == '=' && TryRead(value, next, out _) ? next : i;
    }

    private static bool TryRead(string value, int start, out Word word)
    {
        word = default;
        var window = value.AsSpan(start, Math.Min(MaxLength, value.Length - start));
        if (window is not ['=', '?', ..])
        {
            return false;
        }

        var charset = window[2..].IndexOf('?') + 2;
        if (charset <= 2 || charset + 2 >= window.Length || window[charset + 2] != '?' || window[2..charset].ContainsAny(' ', '\t'))
        {
            return false;
        }

        var close = window[(charset + 3)..].IndexOf("?=", StringComparison.Ordinal);
        if (close < 0)
        {
            return false;
        }

        var content = window.Slice(charset + 3, close);
        var bytes = window[charset + 1] switch
        {
            'B' or 'b' => Base64(content),
            'Q' or 'q' => QuotedPrintable(content),
            _ => null,
        };
        // A language may follow the character set (RFC 2231, 5).
        var name = window[2..charset].ToString().Split('*', 2)[0];
        word = new(name, bytes ?? [], start + charset + 3 + close + 2);
        return bytes is not null;
    }

    private static byte[]? Base64(ReadOnlySpan<char> content)
    {
        var clean = content.ToString().Replace(" ", "", StringComparison.Ordinal).TrimEnd('=');
        var bytes = new byte[clean.Length];
        var padded = clean.Length % 4 == 1 ? clean[..^1] : clean.PadRight((clean.Length + 3) / 4 * 4, '=');
        return Convert.TryFromBase64String(padded, bytes, out var length) ? bytes[..length] : null;
    }

    private static byte[] QuotedPrintable(ReadOnlySpan<char> content)
    {
        var bytes = new List<byte>(content.Length);
        for (var i = 0; i < content.Length; i++)
        {
            if (content[i] == '=' && i + 2 < content.Length && char.IsAsciiHexDigit(content[i + 1]) && char.IsAsciiHexDigit(content[i + 2]))
            {
                bytes.Add(Convert.FromHexString(content.Slice(i + 1, 2))[0]);
                i += 2;
            }
            else if (content[i] < 0x80)
            {
                bytes.Add(content[i] == '_' ? (byte)' ' : (byte)content[i]);
            }
            else
            {
                // Never legal, but seen: a character that was decoded already.
                bytes.AddRange(Encoding.UTF8.GetBytes([content[i]]));
            }
        }

        return [.. bytes];
    }
}
