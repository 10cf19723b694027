namespace SupportPipeline.Triage.Languages;

/// <summary>
/// How often a letter follows two others in the words of each language of a group. What the words do not show is estimated from pairs,
/// then from single letters, so every sequence has a probability. A blank stands before and after each word.
/// </summary>
internal sealed class SequenceStatistics
{
    internal const char Edge = ' ';

    /// <summary>Marks the count of a letter that something follows, which a last letter is not.</summary>
    private const char Followed = '\uFFFF';

    /// <summary>A word written without its accents is met less often than as it should be.</summary>
    private const double PlainShare = 0.35;

    private const double EndingShare = 1.5;

    /// <summary>Letters a language has but rarely uses are in its alphabet; others come in with names.</summary>
    private const double LetterShare = 2;

    private readonly Dictionary<ulong, double[]> _counts = [];
    private readonly double[] _none;
    private readonly double[] _all;

    internal SequenceStatistics(LanguageProfile[] profiles)
    {
        _none = new double[profiles.Length];
        _all = new double[profiles.Length];
        for (var lane = 0; lane < profiles.Length; lane++)
        {
            foreach (var word in profiles[lane].Words)
            {
                Learn(lane, $"{Edge}{word}{Edge}", 1);
                if (PlainLetters.Of(word) is var plain && plain != word)
                {
                    Learn(lane, $"{Edge}{plain}{Edge}", PlainShare);
                }
            }

            foreach (var ending in profiles[lane].Endings)
            {
                Learn(lane, $"{ending}{Edge}", EndingShare);
            }

            foreach (var letter in profiles[lane].Letters)
            {
                Add(lane, letter, LetterShare);
                _all[lane] += LetterShare;
            }
        }
    }

    /// <summary>All sequences of three, two and one letters that a language of the group has.</summary>
    internal IEnumerable<ulong> Sequences => _counts.Keys.Where(key => (char)(key >> 16) != Followed);

    /// <summary>The logarithm of the probability of the last letter after those before it, for each language.</summary>
    internal double[] Logarithms(ulong key)
    {
        char first = (char)(key >> 32),
            before = (char)(key >> 16),
            c = (char)key;
        var letter = Of(c);
        var pair = Of(SequenceTable.Key('\0', before, c));
        var followed = Of(SequenceTable.Key('\0', Followed, before));
        var triple = Of(SequenceTable.Key(first, before, c));
        var pairFollowed = Of(SequenceTable.Key('\0', first, before));
        var logarithms = new double[_all.Length];
        for (var lane = 0; lane < logarithms.Length; lane++)
        {
            var probability = (letter[lane] + 0.1) / (_all[lane] + 10);
            probability = before == '\0' ? probability : (pair[lane] + (6 * probability)) / (followed[lane] + 6);
            probability = first == '\0' ? probability : (triple[lane] + (3 * probability)) / (pairFollowed[lane] + 3);
            logarithms[lane] = Math.Log(probability);
        }

        return logarithms;
    }

    private double[] Of(ulong key) => _counts.GetValueOrDefault(key, _none);

    private void Learn(int lane, string word, double times)
    {
        char first = '\0',
            before = '\0';
        _all[lane] += word.Length * times;
        foreach (var c in word)
        {
            Add(lane, c, times);
            if (before != '\0')
            {
                Add(lane, SequenceTable.Key('\0', before, c), times);
                Add(lane, SequenceTable.Key('\0', Followed, before), times);
            }

            if (first != '\0')
            {
                Add(lane, SequenceTable.Key(first, before, c), times);
            }

            (first, before) = (before, c);
        }
    }

    private void Add(int lane, ulong key, double times)
    {
        if (!_counts.TryGetValue(key, out var counts))
        {
            _counts.Add(key, counts = new double[_none.Length]);
        }

        counts[lane] += times;
    }
}
