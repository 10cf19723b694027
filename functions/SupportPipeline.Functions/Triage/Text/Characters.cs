using System.Globalization;
using System.Runtime.CompilerServices;

namespace SupportPipeline.Triage.Text;

/// <summary>Classes of characters, as the tokenizer needs them.</summary>
internal static class Characters
{
    private const string CurrencySigns = "$€£¥₽₴₹₩₺￥";

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsHan(char character) => character is >= '\u4E00' and <= '\u9FFF' or >= '\u3400' and <= '\u4DBF' or '〇';

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsWord(char character) =>
        character < 128 ? char.IsAsciiLetterOrDigit(character) : char.IsLetterOrDigit(character) && !IsHan(character);

    public static bool IsCurrency(char character) => CurrencySigns.Contains(character, StringComparison.Ordinal);

    /// <summary>Characters without a width of their own: control and format characters, marks on letters, variation selectors.</summary>
    public static bool IsInvisible(char character) =>
        character switch
        {
            '\n' or '\r' or '\t' => false,
            < ' ' or '\u007F' => true,
            < '\u00AD' => false,
            _ => CharUnicodeInfo.GetUnicodeCategory(character)
                is UnicodeCategory.Format
                    or UnicodeCategory.Control
                    or UnicodeCategory.NonSpacingMark
                    or UnicodeCategory.EnclosingMark,
        };

    public static bool IsApostrophe(char character) => character is '\'' or '’' or '‘' or '`' or 'ʼ' or '＇';

    /// <summary>A letter in the form by which words are compared: small, half width, е for ё.</summary>
    public static char Fold(char character)
    {
        if (character < 128)
        {
            return character is >= 'A' and <= 'Z' ? (char)(character | 0x20) : character;
        }

        if (character is >= '！' and <= '～')
        {
            return Fold((char)(character - 0xFEE0));
        }

        var lower = char.ToLowerInvariant(character);
        return lower == 'ё' ? 'е' : lower;
    }

    /// <summary>Whether a code point is an emoji or another pictograph.</summary>
    public static bool IsPictograph(int codePoint) =>
        codePoint
            is >= 0x1F000
                and <= 0x1FAFF
                or >= 0x2600
                and <= 0x27BF
                or >= 0x2B00
                and <= 0x2BFF
                or >= 0x2190
                and <= 0x21FF
                or >= 0x2300
                and <= 0x23FF
                or 0x203C
                or 0x2049
                or 0x00A9
                or 0x00AE
                or 0x2122;

    public static bool IsSkinTone(int codePoint) => codePoint is >= 0x1F3FB and <= 0x1F3FF;

    public static int CodePointAt(ReadOnlySpan<char> text, int at) =>
        char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1])
            ? char.ConvertToUtf32(text[at], text[at + 1])
            : text[at];
}
