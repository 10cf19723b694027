namespace SupportPipeline.Triage.Text;

/// <summary>A set of Russian endings, looked up by the last letter so that a word is compared with few of them.</summary>
internal sealed class SuffixTable
{
    private readonly (string Suffix, bool OnlyAfterA)[][] byLastLetter = new (string, bool)[32][];

    /// <summary>Sorts the endings by their last letter, the longest first.</summary>
    /// <param name="anywhere">Endings that count wherever they stand.</param>
    /// <param name="afterA">Endings that count only after «а» or «я», which stays.</param>
    internal SuffixTable(string anywhere, string afterA = "")
    {
        var all = Split(anywhere)
            .Select(s => (Suffix: s, OnlyAfterA: false))
            .Concat(Split(afterA).Select(s => (Suffix: s, OnlyAfterA: true)));
        var groups = all.ToLookup(e => e.Suffix[^1] - 'а');
        for (var letter = 0; letter < byLastLetter.Length; letter++)
        {
            byLastLetter[letter] = [.. groups[letter].OrderByDescending(e => e.Suffix.Length)];
        }
    }

    /// <summary>
    /// The length of the word without the longest of these endings, or the word's length when it has none.
    /// Only the longest one is tried: when it does not stand after «а» or «я» as it must, the word has none.
    /// </summary>
    /// <param name="word">The word as far as it is left.</param>
    /// <param name="from">Where the part begins that may be cut.</param>
    internal int Cut(ReadOnlySpan<char> word, int from)
    {
        if (word.Length <= from || (uint)(word[^1] - 'а') >= byLastLetter.Length)
        {
            return word.Length;
        }

        foreach (var (suffix, onlyAfterA) in byLastLetter[word[^1] - 'а'])
        {
            var rest = word.Length - suffix.Length;
            if (rest < from || !word[rest..].SequenceEqual(suffix))
            {
                continue;
            }

            return !onlyAfterA || (rest > from && word[rest - 1] is 'а' or 'я') ? rest : word.Length;
        }

        return word.Length;
    }

    private static string[] Split(string suffixes) => suffixes.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
