namespace SupportPipeline.Triage.Languages;

/// <summary>Which script a character is of, and which language a script names.</summary>
internal static class WritingScripts
{
    /// <summary>How many scripts there are, for arrays of counts.</summary>
    internal const int Count = (int)WritingScript.Khmer + 1;

    /// <summary>Blocks of Unicode; what lies between them is not looked at.</summary>
    private static readonly (char First, char Last, WritingScript Script)[] Blocks =
    [
        ('\u00C0', '\u024F', WritingScript.Latin),
        ('\u0300', '\u036F', WritingScript.Mark),
        ('\u0370', '\u03FF', WritingScript.Greek),
        ('\u0400', '\u052F', WritingScript.Cyrillic),
        ('\u0531', '\u0588', WritingScript.Armenian),
        ('\u05D0', '\u05F2', WritingScript.Hebrew),
        ('\u0620', '\u06D5', WritingScript.Arabic),
        ('\u0750', '\u077F', WritingScript.Arabic),
        ('\u0900', '\u097F', WritingScript.Devanagari),
        ('\u0980', '\u09FF', WritingScript.Bengali),
        ('\u0A00', '\u0A7F', WritingScript.Gurmukhi),
        ('\u0A80', '\u0AFF', WritingScript.Gujarati),
        ('\u0B00', '\u0B7F', WritingScript.Oriya),
        ('\u0B80', '\u0BFF', WritingScript.Tamil),
        ('\u0C00', '\u0C7F', WritingScript.Telugu),
        ('\u0C80', '\u0CFF', WritingScript.Kannada),
        ('\u0D00', '\u0D7F', WritingScript.Malayalam),
        ('\u0D80', '\u0DFF', WritingScript.Sinhala),
        ('\u0E00', '\u0E7F', WritingScript.Thai),
        ('\u0E80', '\u0EFF', WritingScript.Lao),
        ('\u1000', '\u109F', WritingScript.Myanmar),
        ('\u10A0', '\u10FF', WritingScript.Georgian),
        ('\u1100', '\u11FF', WritingScript.Hangul),
        ('\u1200', '\u139F', WritingScript.Ethiopic),
        ('\u1780', '\u17FF', WritingScript.Khmer),
        ('\u1AB0', '\u1AFF', WritingScript.Mark),
        ('\u1E00', '\u1EFF', WritingScript.Latin),
        ('\u1F00', '\u1FFF', WritingScript.Greek),
        ('\u3041', '\u30FF', WritingScript.Kana),
        ('\u3105', '\u312F', WritingScript.Han),
        ('\u3131', '\u318E', WritingScript.Hangul),
        ('\u3400', '\u4DBF', WritingScript.Han),
        ('\u4E00', '\u9FFF', WritingScript.Han),
        ('\uAC00', '\uD7A3', WritingScript.Hangul),
        ('\uF900', '\uFAFF', WritingScript.Han),
        ('\uFB50', '\uFDFB', WritingScript.Arabic),
        ('\uFE70', '\uFEFC', WritingScript.Arabic),
        ('\uFF21', '\uFF3A', WritingScript.Latin),
        ('\uFF41', '\uFF5A', WritingScript.Latin),
        ('\uFF66', '\uFF9D', WritingScript.Kana),
    ];

    private static readonly string?[] Languages = NameLanguages();

    private static readonly WritingScript[] Scripts = MapCharacters();

    internal static WritingScript Of(char c) => Scripts[c];

    /// <summary>The only language of ours in this script, or null.</summary>
    internal static string? LanguageOf(WritingScript script) => Languages[(int)script];

    private static string?[] NameLanguages()
    {
        var languages = new string?[Count];
        string[] fromGreek =
        [
            "el",
            "hy",
            "he",
            "hi",
            "bn",
            "pa",
            "gu",
            "or",
            "ta",
            "te",
            "kn",
            "ml",
            "si",
            "th",
            "lo",
            "my",
            "ka",
            "am",
            "km",
        ];
        fromGreek.CopyTo(languages, (int)WritingScript.Greek);
        return languages;
    }

    private static WritingScript[] MapCharacters()
    {
        var scripts = new WritingScript[char.MaxValue + 1];
        foreach (var (first, last, script) in Blocks)
        {
            for (int c = first; c <= last; c++)
            {
                // Blocks hold digits and signs of money too: "฿100" is not Thai.
                scripts[c] =
                    char.IsLetter((char)c) ? script
                    : IsMark((char)c) ? WritingScript.Mark
                    : WritingScript.None;
            }
        }

        for (var c = 'a'; c <= 'z'; c++)
        {
            scripts[c] = scripts[char.ToUpperInvariant(c)] = WritingScript.Latin;
        }

        // Soft hyphen, joiners and changes of direction; not the non-joiner (U+200C), which parts the words of Persian.
        foreach (var c in "\u00AD\u200B\u200D\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2060\u2066\u2067\u2068\u2069\uFEFF\u0640")
        {
            scripts[c] = WritingScript.Mark;
        }

        return scripts;
    }

    private static bool IsMark(char c) =>
        char.GetUnicodeCategory(c)
            is System.Globalization.UnicodeCategory.NonSpacingMark
                or System.Globalization.UnicodeCategory.SpacingCombiningMark
                or System.Globalization.UnicodeCategory.EnclosingMark;
}
