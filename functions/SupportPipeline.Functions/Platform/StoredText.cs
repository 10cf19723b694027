using System.Buffers;
using System.Text;

namespace SupportPipeline.Platform;

/// <summary>
/// Makes outside text fit to be stored: no control characters but line feed and tab, no broken surrogates, and within a length.
/// A string property of Table Storage holds at most 32,768 UTF-16 units (64 KiB).
/// </summary>
internal static class StoredText
{
    /// <summary>The most UTF-16 units one string property may hold; below the platform's 32,768 to leave room for an ellipsis.</summary>
    public const int MaxPropertyLength = 32_000;

    private static readonly SearchValues<char> Suspicious = SearchValues.Create([
        .. Enumerable.Range(0, 0xA0).Select(c => (char)c).Where(c => char.IsControl(c) && c is not ('\n' or '\t')),
        '\u2028',
        '\u2029',
        '\u202A',
        '\u202B',
        '\u202D',
        '\u202E',
        '\uFEFF',
    ]);

    /// <summary>Cleans a text and cuts it at <paramref name="maxLength"/> UTF-16 units, never inside a surrogate pair.</summary>
    public static string Clean(string text, int maxLength) => Cut(RemoveSuspicious(text), maxLength);

    /// <summary>Cleans a text that must stay on one line (subjects, names): line breaks and runs of white space become one space.</summary>
    public static string CleanLine(string text, int maxLength) =>
        Cut(string.Join(' ', RemoveSuspicious(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), maxLength);

    private static string Cut(string text, int maxLength)
    {
        if (text.Length <= maxLength)
        {
            return text;
        }

        return text[..(char.IsHighSurrogate(text[maxLength - 1]) ? maxLength - 1 : maxLength)];
    }

    private static string RemoveSuspicious(string text)
    {
        if (!text.AsSpan().ContainsAny(Suspicious) && !text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value > char.MaxValue || !Suspicious.Contains((char)rune.Value))
            {
                clean.Append(rune);
            }
        }

        return clean.ToString();
    }
}
