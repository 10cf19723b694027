namespace SupportPipeline.Triage.Languages;

/// <summary>Cuts a text into what can tell its language.</summary>
internal static class LanguageText
{
    private static readonly char[] Blanks = [' ', '\t', '\r', '\n', '\u00A0', '\u3000'];

    /// <summary>Links and mail addresses are in Latin letters whatever the language.</summary>
    internal static string WithoutAddresses(string text) => string.Join(' ', text.Split(Blanks).Where(word => !IsAddress(word)));

    /// <summary>The words in lower case, with the apostrophes inside them.</summary>
    internal static List<string> Words(string text)
    {
        var words = new List<string>();
        foreach (var part in text.Split(Blanks, StringSplitOptions.RemoveEmptyEntries).Where(word => !IsAddress(word)))
        {
            foreach (var piece in Pieces(part.ToLowerInvariant().Replace('’', '\'')))
            {
                words.Add(piece);
            }
        }

        return words;
    }

    private static IEnumerable<string> Pieces(string part)
    {
        var start = -1;
        for (var i = 0; i <= part.Length; i++)
        {
            var isInside = i < part.Length && (char.IsLetter(part[i]) || part[i] == '\'');
            if (isInside && start < 0)
            {
                start = i;
            }
            else if (!isInside && start >= 0)
            {
                if (part[start..i].Trim('\'') is { Length: > 0 } word)
                {
                    yield return word;
                }

                start = -1;
            }
        }
    }

    private static bool IsAddress(string word) =>
        word.Contains("://", StringComparison.Ordinal)
        || word.Contains('@', StringComparison.Ordinal)
        || word.StartsWith("www.", StringComparison.OrdinalIgnoreCase);
}
