using System.Text;

namespace SupportPipeline.LocalHost.Email;

/// <summary>Character sets as mail names them.</summary>
internal static class MailCharset
{
    static MailCharset() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The encoding of that name, or null when there is none.</summary>
    public static Encoding? Find(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return null;
        }

        try
        {
            return Encoding.GetEncoding(name.Trim().Trim('"'));
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Decodes bytes whose character set is missing, unknown or wrong as well as can be.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes, string? name)
    {
        var encoding = Find(name);
        var isAscii = encoding is null || encoding.CodePage == Encoding.ASCII.CodePage;
        if (!isAscii)
        {
            return encoding!.GetString(bytes);
        }

        return System.Text.Unicode.Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : Encoding.Latin1.GetString(bytes);
    }

    /// <summary>The text in the named character set, or in UTF-8 when that set does not have every character of it.</summary>
    public static (byte[] Bytes, string Name) Encode(string text, string name)
    {
        if (Find(name) is { } encoding)
        {
            try
            {
                var strict = Encoding.GetEncoding(
                    encoding.CodePage,
                    EncoderFallback.ExceptionFallback,
                    DecoderFallback.ReplacementFallback
                );
                return (strict.GetBytes(text), name);
            }
            catch (EncoderFallbackException)
            {
                // Falls through to the set that has them all.
            }
        }

        return (Encoding.UTF8.GetBytes(text), "UTF-8");
    }
}
