using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace Azure.Storage;

/// <summary>Characters that XML writes as <c>&amp;…;</c>.</summary>
internal static class XmlEntities
{
    /// <summary>The text with its references replaced.</summary>
    /// <exception cref="FormatException">A reference is neither one of the five names nor a number.</exception>
    public static ReadOnlySpan<byte> Resolve(ReadOnlySpan<byte> raw)
    {
        var resolved = new byte[raw.Length]; // a reference is never shorter than what it stands for
        var length = 0;
        while (!raw.IsEmpty)
        {
            var start = raw.IndexOf((byte)'&');
            var plain = start < 0 ? raw : raw[..start];
            plain.CopyTo(resolved.AsSpan(length));
            length += plain.Length;
            raw = raw[plain.Length..];
            if (start < 0)
            {
                break;
            }

            var end = raw.IndexOf((byte)';');
            length += Character(end < 0 ? default : raw[1..end]).EncodeToUtf8(resolved.AsSpan(length));
            raw = raw[(end + 1)..];
        }

        return resolved.AsSpan(0, length);
    }

    /// <summary>Appends text so that an XML parser reads back exactly what was given, line ends included.</summary>
    /// <exception cref="ArgumentException">The text holds a character that XML cannot carry.</exception>
    public static void AppendEscaped(ref PooledUtf8Writer xml, ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            var special = text.IndexOfAny(Special);
            var plain = special < 0 ? text : text[..special];
            xml.Append(plain);
            if (special < 0)
            {
                return;
            }

            xml.Append(
                text[special] switch
                {
                    '&' => "&amp;",
                    '<' => "&lt;",
                    '>' => "&gt;",
                    '\r' => "&#xD;",
                    var other => throw new ArgumentException(
                        $"'0x{(int)other:X2}' is not allowed in XML: send the message Base64-encoded.",
                        nameof(text)
                    ),
                }
            );
            text = text[(special + 1)..];
        }
    }

    private static readonly SearchValues<char> Special = SearchValues.Create(
        "&<>\r\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000B\u000C\u000E\u000F"
            + "\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F\uFFFE\uFFFF"
    );

    private static Rune Character(ReadOnlySpan<byte> reference)
    {
        var character = reference switch
        {
            _ when reference.SequenceEqual("amp"u8) => '&',
            _ when reference.SequenceEqual("lt"u8) => '<',
            _ when reference.SequenceEqual("gt"u8) => '>',
            _ when reference.SequenceEqual("quot"u8) => '"',
            _ when reference.SequenceEqual("apos"u8) => '\'',
            _ => Number(reference),
        };
        return Rune.IsValid(character) ? new Rune(character) : throw Unknown(reference);
    }

    private static int Number(ReadOnlySpan<byte> reference)
    {
        var isHex = reference.StartsWith("#x"u8);
        if (!isHex && !reference.StartsWith("#"u8))
        {
            throw Unknown(reference);
        }

        var digits = reference[(isHex ? 2 : 1)..];
        return Utf8Parser.TryParse(digits, out int number, out var used, isHex ? 'x' : 'd') && used == digits.Length
            ? number
            : throw Unknown(reference);
    }

    private static FormatException Unknown(ReadOnlySpan<byte> reference) =>
        new($"The answer of the storage service is not XML: unknown reference '{Encoding.UTF8.GetString(reference)}'.");
}
