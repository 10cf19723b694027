namespace SupportPipeline.Triage.Languages;

/// <summary>
/// How often a letter follows two others in the words of one language. What the words do not show is estimated from pairs, then from
/// single letters, so every sequence has a probability. A blank stands before and after each word.
/// </summary>
internal sealed class SequenceStatistics
{
    internal const char Edge = ' ';

    /// <summary>A word written without its accents is met less often than as it should be.</summary>
    private const double PlainShare = 0.35;

    private const double EndingShare = 1.5;

    private readonly Dictionary<(char, char, char), double> _triples = [];
    private readonly Dictionary<(char, char), double> _pairs = [];
    private readonly Dictionary<(char, char), double> _pairStarts = [];
    private readonly Dictionary<char, double> _starts = [];
    private readonly Dictionary<char, double> _letters = [];
    private readonly double _all;

    internal SequenceStatistics(LanguageProfile profile)
    {
        foreach (var word in profile.Words)
        {
            Learn($"{Edge}{word}{Edge}", 1);
            if (PlainLetters.Of(word) is var plain && plain != word)
            {
                Learn($"{Edge}{plain}{Edge}", PlainShare);
            }
        }

        foreach (var ending in profile.Endings)
        {
            Learn($"{ending}{Edge}", EndingShare);
        }

        // Letters a language has but rarely uses are in its alphabet; others come in with names.
        foreach (var letter in profile.Letters)
        {
            _letters[letter] = _letters.GetValueOrDefault(letter) + 2;
        }

        _all = _letters.Values.Sum();
    }

    internal IEnumerable<(char, char, char)> Triples => _triples.Keys;

    internal IEnumerable<(char, char)> Pairs => _pairs.Keys;

    internal IEnumerable<char> Letters => _letters.Keys;

    internal double Probability(char c) => (_letters.GetValueOrDefault(c) + 0.1) / (_all + 10);

    internal double Probability(char before, char c) =>
        (_pairs.GetValueOrDefault((before, c)) + (6 * Probability(c))) / (_starts.GetValueOrDefault(before) + 6);

    internal double Probability(char first, char before, char c) =>
        (_triples.GetValueOrDefault((first, before, c)) + (3 * Probability(before, c))) / (_pairStarts.GetValueOrDefault((first, before)) + 3);

    private void Learn(string word, double times)
    {
        for (var i = 0; i < word.Length; i++)
        {
            Add(_letters, word[i], times);
            if (i >= 1)
            {
                Add(_pairs, (word[i - 1], word[i]), times);
                Add(_starts, word[i - 1], times);
            }

            if (i >= 2)
            {
                Add(_triples, (word[i - 2], word[i - 1], word[i]), times);
                Add(_pairStarts, (word[i - 2], word[i - 1]), times);
            }
        }
    }

    private static void Add<TKey>(Dictionary<TKey, double> counts, TKey key, double times)
        where TKey : notnull => counts[key] = counts.GetValueOrDefault(key) + times;
}
