using System.Collections.Frozen;

namespace SupportPipeline.Triage.Languages;

/// <summary>Turns profiles into weights, once at the first message.</summary>
internal static class LanguageGroupBuilder
{
    /// <summary>Letters that follow each other are not independent; their logarithms are cut to this part.</summary>
    private const double SequencePart = 0.55;

    /// <summary>A listed word also looks like its language; that counts for languages that forgot to list it.</summary>
    private const double SequencePartOfWords = 0.3;

    /// <summary>How often a word is met that a language does not list.</summary>
    private const double Unlisted = 1.5e-4;

    /// <summary>By how much less likely a word is written without its accents, as a logarithm.</summary>
    private const double PlainPenalty = 1;

    internal static LanguageGroup Build(LanguageProfile[] profiles)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(profiles.Length, LanguageWeights.Lanes);
        var statistics = Array.ConvertAll(profiles, profile => new SequenceStatistics(profile));
        var weights = new LanguageWeights();
        var words = AddWords(profiles, statistics, weights);
        var sequences = AddSequences(statistics, weights);
        weights.Complete();
        return new LanguageGroup(profiles, words, sequences, weights);
    }

    private static FrozenDictionary<string, int> AddWords(LanguageProfile[] profiles, SequenceStatistics[] statistics, LanguageWeights weights)
    {
        var logarithms = new Dictionary<string, double[]>(StringComparer.Ordinal);
        for (var lane = 0; lane < profiles.Length; lane++)
        {
            var words = profiles[lane].Words;
            for (var rank = 0; rank < words.Count; rank++)
            {
                // The common words of a language come in this proportion, whatever the language.
                var logarithm = Math.Log(0.03 / (1 + (rank / 8.0)) / Unlisted);
                Raise(logarithms, words[rank], lane, logarithm, profiles.Length);
                Raise(logarithms, PlainLetters.Of(words[rank]), lane, logarithm - PlainPenalty, profiles.Length);
            }
        }

        var rows = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (word, values) in logarithms)
        {
            for (var lane = 0; lane < values.Length; lane++)
            {
                values[lane] += SequencePartOfWords * Logarithm(statistics[lane], word);
            }

            rows[word] = weights.Count;
            weights.Add(values);
        }

        return rows.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static SequenceTable AddSequences(SequenceStatistics[] statistics, LanguageWeights weights)
    {
        var keys = new List<ulong>();
        var firstRow = weights.Count;
        foreach (var (first, before, c) in statistics.SelectMany(language => language.Triples).Distinct())
        {
            Add(SequenceTable.Key(first, before, c), language => language.Probability(first, before, c));
        }

        foreach (var (before, c) in statistics.SelectMany(language => language.Pairs).Distinct())
        {
            Add(SequenceTable.Key('\0', before, c), language => language.Probability(before, c));
        }

        foreach (var c in statistics.SelectMany(language => language.Letters).Distinct())
        {
            Add(c, language => language.Probability(c));
        }

        return new SequenceTable(keys, firstRow);

        void Add(ulong key, Func<SequenceStatistics, double> probability)
        {
            keys.Add(key);
            weights.Add(Array.ConvertAll(statistics, language => Math.Log(probability(language)) * SequencePart));
        }
    }

    private static void Raise(Dictionary<string, double[]> logarithms, string word, int lane, double logarithm, int lanes)
    {
        if (!logarithms.TryGetValue(word, out var values))
        {
            logarithms.Add(word, values = new double[lanes]);
        }

        values[lane] = Math.Max(values[lane], logarithm);
    }

    private static double Logarithm(SequenceStatistics statistics, string word)
    {
        var framed = $"{SequenceStatistics.Edge}{word}{SequenceStatistics.Edge}";
        double sum = 0;
        for (var i = 2; i < framed.Length; i++)
        {
            sum += Math.Log(statistics.Probability(framed[i - 2], framed[i - 1], framed[i]));
        }

        return sum;
    }
}
