using System.Globalization;

namespace SupportPipeline.LocalHost.Email;

/// <summary>Content-Transfer-Encodings, read the forgiving way mail programs read them: what is broken costs itself, not the mail.</summary>
internal static class TransferEncodings
{
    public static byte[] Decode(ReadOnlySpan<byte> body, string? encoding) =>
        encoding?.Trim().ToLowerInvariant() switch
        {
            "base64" => FromBase64(body),
            "quoted-printable" => FromQuotedPrintable(body),
            _ => body.ToArray(),
        };

    /// <summary>Skips what is not of the alphabet, stops at the padding, drops a last incomplete group's odd bits.</summary>
    public static byte[] FromBase64(ReadOnlySpan<byte> text)
    {
        var bytes = new List<byte>(text.Length * 3 / 4);
        var (bits, count) = (0, 0);
        foreach (var c in text)
        {
            if (c == '=')
            {
                break;
            }

            var value = Value(c);
            if (value < 0)
            {
                continue;
            }

            bits = (bits << 6) | value;
            count += 6;
            if (count >= 8)
            {
                count -= 8;
                bytes.Add((byte)(bits >> count));
                bits &= (1 << count) - 1;
            }
        }

        return [.. bytes];
    }

    /// <summary>An equals sign that starts neither a byte nor a soft line break stands for itself.</summary>
    public static byte[] FromQuotedPrintable(ReadOnlySpan<byte> text)
    {
        var bytes = new List<byte>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '=')
            {
                bytes.Add(text[i]);
            }
            else if (i + 2 < text.Length && byte.TryParse(text[(i + 1)..(i + 3)], NumberStyles.AllowHexSpecifier, null, out var value))
            {
                bytes.Add(value);
                i += 2;
            }
            else if (SoftBreak(text[(i + 1)..]) is var length and > 0)
            {
                i += length;
            }
            else
            {
                bytes.Add(text[i]);
            }
        }

        return [.. bytes];
    }

    private static int SoftBreak(ReadOnlySpan<byte> text)
    {
        var blanks = text.IndexOfAnyExcept((byte)' ', (byte)'\t');
        if (blanks < 0)
        {
            return text.Length;
        }

        var rest = text[blanks..];
        return rest.StartsWith("\r\n"u8) ? blanks + 2
            : rest[0] == '\n' ? blanks + 1
            : 0;
    }

    private static int Value(byte c) =>
        c switch
        {
            >= (byte)'A' and <= (byte)'Z' => c - 'A',
            >= (byte)'a' and <= (byte)'z' => c - 'a' + 26,
            >= (byte)'0' and <= (byte)'9' => c - '0' + 52,
            (byte)'+' => 62,
            (byte)'/' => 63,
            _ => -1,
        };
}
