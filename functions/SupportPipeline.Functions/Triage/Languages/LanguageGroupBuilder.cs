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
        var statistics = new SequenceStatistics(profiles);
        var logarithms = statistics.Sequences.ToDictionary(key => key, statistics.Logarithms);
        var weights = new LanguageWeights();
        foreach (var values in logarithms.Values)
        {
            weights.Add(values, SequencePart);
        }

        var sequences = new SequenceTable([.. logarithms.Keys]);
        var words = AddWords(profiles, logarithms, weights);
        weights.Complete();
        return new LanguageGroup(profiles, words, sequences, weights);
    }

    private static FrozenDictionary<string, int> AddWords(
        LanguageProfile[] profiles,
        Dictionary<ulong, double[]> sequences,
        LanguageWeights weights
    )
    {
        var rows = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (word, values) in Listed(profiles))
        {
            AddLooks(word, sequences, values);
            rows[word] = weights.Count;
            weights.Add(values, 1);
        }

        return rows.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>Each word with, for each language, how much more likely it is than a word that is not listed, as a logarithm.</summary>
    private static Dictionary<string, double[]> Listed(LanguageProfile[] profiles)
    {
        var listed = new Dictionary<string, double[]>(StringComparer.Ordinal);
        for (var lane = 0; lane < profiles.Length; lane++)
        {
            for (var rank = 0; rank < profiles[lane].Words.Count; rank++)
            {
                // The common words of a language come in this proportion, whatever the language.
                var logarithm = Math.Log(0.03 / Math.Pow(1 + (rank / 8.0), 0.7) / Unlisted);
                var word = profiles[lane].Words[rank];
                Raise(word, lane, logarithm);
                Raise(PlainLetters.Of(word), lane, logarithm - PlainPenalty);
            }
        }

        return listed;

        void Raise(string word, int lane, double logarithm)
        {
            if (!listed.TryGetValue(word, out var values))
            {
                listed.Add(word, values = new double[profiles.Length]);
            }

            values[lane] = Math.Max(values[lane], logarithm);
        }
    }

    private static void AddLooks(string word, Dictionary<ulong, double[]> sequences, double[] values)
    {
        var framed = $"{SequenceStatistics.Edge}{word}{SequenceStatistics.Edge}";
        for (var i = 2; i < framed.Length; i++)
        {
            if (sequences.TryGetValue(SequenceTable.Key(framed[i - 2], framed[i - 1], framed[i]), out var looks))
            {
                for (var lane = 0; lane < values.Length; lane++)
                {
                    values[lane] += SequencePartOfWords * looks[lane];
                }
            }
        }
    }
}
