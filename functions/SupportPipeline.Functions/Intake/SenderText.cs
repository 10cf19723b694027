using System.Text.RegularExpressions;
using SupportPipeline.Platform;

namespace SupportPipeline.Intake;

/// <summary>Reads who wrote a mail from the text that a mail program printed: <c>Jo Smith [mailto:jo@example.org]</c>, <c>Jo Smith</c>, <c>«Jo» (jo@example.org)</c>.</summary>
internal static partial class SenderText
{
    private const int MaxLength = 500;
    private const int MaxName = 200;

    private static readonly char[] NameMarks =
    [
        '"',
        '\'',
        '«',
        '»',
        '„',
        '“',
        '”',
        '*',
        '_',
        '<',
        '>',
        '(',
        ')',
        '[',
        ']',
        ',',
        ';',
        ' ',
        '\t',
        '\u00A0',
        '|',
        '「',
        '」',
    ];

    /// <summary>The name and the address; either may be missing.</summary>
    internal static (string? Name, EmailAddress? Address) Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return (null, null);
        }

        var line = text.Length <= MaxLength ? text : text[..MaxLength];
        foreach (var candidate in Address().EnumerateMatches(line))
        {
            if (EmailAddress.TryParse(line.AsSpan(candidate.Index, candidate.Length).Trim(".'").ToString(), out var address))
            {
                return (Name(line[..candidate.Index], address), address);
            }
        }

        return (Name(line, default), null);
    }

    private static string? Name(string text, EmailAddress address)
    {
        var before = text.EndsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? text[..^7] : text;
        var name = StoredText.CleanLine(EncodedWords.Decode(before.Trim(NameMarks)).Trim(NameMarks), MaxName);
        return name.Length == 0 || name.Equals(address.Value, StringComparison.OrdinalIgnoreCase) ? null : name;
    }

    [GeneratedRegex(
        @"[A-Za-z0-9!#$%&'*+/=?^_`{|}~.\u00C0-\u1FFF-]+@[A-Za-z0-9\u00C0-\u1FFF-]+(\.[A-Za-z0-9\u00C0-\u1FFF-]+)+",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
    )]
    private static partial Regex Address();
}
