using System.Globalization;
using System.Text;

namespace SupportPipeline.Platform;

/// <summary>The grammar of RFC 5321 and RFC 6531 as far as <see cref="EmailAddress"/> needs it.</summary>
internal static class EmailAddressGrammar
{
    private const string AtomSymbols = "!#$%&'*+-/=?^_`{|}~";

    /// <summary>A dot-atom or a quoted string; letters outside ASCII are allowed (RFC 6531).</summary>
    internal static bool IsLocalPart(string text) =>
        IsPrintable(text)
        && (text is ['"', .., '"'] && text.Length > 2 ? IsQuotedContent(text.AsSpan(1, text.Length - 2)) : IsDotAtom(text));

    /// <summary>Labels of letters, digits and hyphens (RFC 1035), at most 63 long; a single label such as <c>localhost</c> is one too.</summary>
    internal static bool IsAsciiDomain(string domain)
    {
        if (domain.Length is 0 or > 253)
        {
            return false;
        }

        foreach (var range in domain.AsSpan().Split('.'))
        {
            var label = domain.AsSpan(range);
            if (label.Length is 0 or > 63 || label[0] == '-' || label[^1] == '-' || !IsHostLabel(label))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>No control, format, separator or broken surrogate: nothing that could split a header or turn text around on a screen.</summary>
    internal static bool IsPrintable(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (
                rune == Rune.ReplacementChar
                || Rune.GetUnicodeCategory(rune)
                    is UnicodeCategory.Control
                        or UnicodeCategory.Format
                        or UnicodeCategory.Surrogate
                        or UnicodeCategory.LineSeparator
                        or UnicodeCategory.ParagraphSeparator
            )
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsHostLabel(ReadOnlySpan<char> label)
    {
        foreach (var c in label)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c != '-')
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsDotAtom(string text)
    {
        var previous = '.';
        foreach (var c in text)
        {
            if (c == '.' ? previous == '.' : !IsAtomCharacter(c))
            {
                return false;
            }

            previous = c;
        }

        return previous != '.';
    }

    private static bool IsAtomCharacter(char c) =>
        char.IsAsciiLetterOrDigit(c) || AtomSymbols.Contains(c) || (c > 127 && !char.IsWhiteSpace(c));

    private static bool IsQuotedContent(ReadOnlySpan<char> content)
    {
        for (var i = 0; i < content.Length; i++)
        {
            if (content[i] == '"' || (content[i] == '\\' && ++i == content.Length))
            {
                return false;
            }
        }

        return true;
    }
}
