using System.Text;

namespace SupportPipeline.Intake;

/// <summary>
/// Decodes bytes with the character set that somebody named for them. Names are often narrower than what was written: the name of an old
/// standard stands over bytes of its successor, so each name is read as the widest set that people mean by it (as the WHATWG encoding
/// standard, 4.2, has it), and UTF-8 under a name that cannot hold it is seen for what it is.
/// </summary>
internal static class FieldCharset
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Names that .NET does not know, or knows as something narrower than what is written under them.</summary>
    private static readonly Dictionary<string, string> Meant = new(StringComparer.OrdinalIgnoreCase)
    {
        ["gb2312"] = "gb18030",
        ["gb_2312-80"] = "gb18030",
        ["gb2312-80"] = "gb18030",
        ["euc-cn"] = "gb18030",
        ["x-euc-cn"] = "gb18030",
        ["gbk"] = "gb18030",
        ["x-gbk"] = "gb18030",
        ["cp936"] = "gb18030",
        ["ms936"] = "gb18030",
        ["windows-936"] = "gb18030",
        ["chinese"] = "gb18030",
        ["big5-hkscs"] = "big5",
        ["big5hkscs"] = "big5",
        ["big5-eten"] = "big5",
        ["x-x-big5"] = "big5",
        ["cp950"] = "big5",
        ["ms950"] = "big5",
        ["windows-950"] = "big5",
        ["us-ascii"] = "windows-1252",
        ["ascii"] = "windows-1252",
        ["ansi_x3.4-1968"] = "windows-1252",
        ["iso-8859-1"] = "windows-1252",
        ["iso8859-1"] = "windows-1252",
        ["iso_8859-1"] = "windows-1252",
        ["latin1"] = "windows-1252",
        ["latin-1"] = "windows-1252",
        ["l1"] = "windows-1252",
        ["cp1252"] = "windows-1252",
        ["8bit"] = "windows-1252",
        ["iso-8859-9"] = "windows-1254",
        ["latin5"] = "windows-1254",
        ["iso-8859-11"] = "windows-874",
        ["tis-620"] = "windows-874",
        ["cp874"] = "windows-874",
        ["iso-8859-8-i"] = "iso-8859-8",
        ["cp1250"] = "windows-1250",
        ["cp1251"] = "windows-1251",
        ["win-1251"] = "windows-1251",
        ["win1251"] = "windows-1251",
        ["windows1251"] = "windows-1251",
        ["cp-1251"] = "windows-1251",
        ["cp1253"] = "windows-1253",
        ["cp1254"] = "windows-1254",
        ["cp1255"] = "windows-1255",
        ["cp1256"] = "windows-1256",
        ["cp1257"] = "windows-1257",
        ["cp1258"] = "windows-1258",
        ["koi8-ru"] = "koi8-u",
        ["koi8r"] = "koi8-r",
        ["koi8"] = "koi8-r",
        ["koi8u"] = "koi8-u",
        ["cp-866"] = "cp866",
        ["ibm866"] = "cp866",
        ["euc-kr"] = "ks_c_5601-1987",
        ["cp949"] = "ks_c_5601-1987",
        ["ms949"] = "ks_c_5601-1987",
        ["uhc"] = "ks_c_5601-1987",
        ["windows-949"] = "ks_c_5601-1987",
        ["x-windows-949"] = "ks_c_5601-1987",
        ["cp932"] = "shift_jis",
        ["ms932"] = "shift_jis",
        ["windows-31j"] = "shift_jis",
        ["cswindows31j"] = "shift_jis",
        ["x-sjis"] = "shift_jis",
        ["sjis"] = "shift_jis",
        ["shift-jis"] = "shift_jis",
        ["iso-2022-jp-1"] = "iso-2022-jp",
        ["iso-2022-jp-2"] = "iso-2022-jp",
        ["iso-2022-jp-3"] = "iso-2022-jp",
        ["iso-2022-jp-ms"] = "iso-2022-jp",
        ["cp50220"] = "iso-2022-jp",
        ["cp50221"] = "iso-2022-jp",
        ["eucjp"] = "euc-jp",
        ["x-euc-jp"] = "euc-jp",
        ["utf8"] = "utf-8",
        ["utf-8-sig"] = "utf-8",
        ["unicode-1-1-utf-8"] = "utf-8",
        ["utf8mb4"] = "utf-8",
        ["x-mac-roman"] = "macintosh",
    };

    static FieldCharset()
    {
        // windows-1251, gb18030, big5, cp850 and the like are not built into .NET.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
    }

    /// <summary>The text of some bytes.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="charset">The name of their character set; null when nobody named one.</param>
    /// <param name="isKnown">False when a name was given that means nothing here (or UTF-7, which hides markup): the bytes are then read as if unnamed.</param>
    internal static string Decode(ReadOnlySpan<byte> bytes, string? charset, out bool isKnown)
    {
        var encoding = charset is null ? null : Find(charset);
        isKnown = charset is null || encoding is not null;
        // Text in another set is hardly ever valid UTF-8 by chance, unless it is very short; a wrong label is frequent.
        if ((encoding is null || encoding.CodePage is 1252 or 65001) && TryUtf8(bytes) is { } text)
        {
            return text;
        }

        return encoding switch
        {
            null => Find("windows-1252")!.GetString(bytes),
            { CodePage: 950 } => HongKongCharacters.Decode(bytes, encoding),
            _ => encoding.GetString(bytes),
        };
    }

    private static string? TryUtf8(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static Encoding? Find(string charset)
    {
        var name = charset.Trim().Trim('"', '\'').Trim();
        try
        {
            return Encoding.GetEncoding(Meant.GetValueOrDefault(name, name));
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            // NotSupportedException: UTF-7, which .NET knows and refuses, as it should be.
            return null;
        }
    }
}
