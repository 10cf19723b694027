using System.Collections.Frozen;
using System.Runtime.Intrinsics;

namespace SupportPipeline.Triage.Languages;

/// <summary>Languages that share a script and are told apart by their words and by how their letters follow each other.</summary>
internal sealed class LanguageGroup
{
    /// <summary>A language so far behind, as a logarithm, takes nothing from the confidence.</summary>
    private const double Negligible = -8;

    private readonly LanguageProfile[] _profiles;
    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _words;
    private readonly SequenceTable _sequences;
    private readonly LanguageWeights _weights;

    internal LanguageGroup(
        LanguageProfile[] profiles,
        FrozenDictionary<string, int> words,
        SequenceTable sequences,
        LanguageWeights weights
    )
    {
        _profiles = profiles;
        _words = words.GetAlternateLookup<ReadOnlySpan<char>>();
        _sequences = sequences;
        _weights = weights;
    }

    internal static LanguageGroup Latin { get; } = Read("en de fr es pt it nl sv da nb fi pl cs sk hu ro tr vi id hr sl lt lv et ca tl");

    internal static LanguageGroup Cyrillic { get; } = Read("ru uk be bg sr mk kk");

    internal static LanguageGroup Arabic { get; } = Read("ar fa ur");

    internal IEnumerable<string> Codes => _profiles.Select(profile => profile.Code);

    /// <summary>Adds what a word says; it comes in small letters between two blanks, which may be overwritten.</summary>
    internal void Score(Span<char> framed, bool isCapital, ref LanguageTally tally)
    {
        var word = framed[1..^1];
        if (TryKnown(word, isCapital, ref tally))
        {
            return;
        }

        // "l'ordine", "customer's": what stands before and after the apostrophe are words of their own.
        var apostrophe = word.IndexOf('\'');
        if (apostrophe <= 0 || apostrophe == word.Length - 1)
        {
            Unknown(framed, isCapital, ref tally);
            return;
        }

        _ = TryKnown(word[..(apostrophe + 1)], isCapital, ref tally);
        framed[apostrophe + 1] = SequenceStatistics.Edge;
        Score(framed[(apostrophe + 1)..], isCapital, ref tally);
    }

    /// <summary>The likeliest language and how likely it is, or <c>und</c>.</summary>
    internal DetectedLanguage Decide(ref readonly LanguageTally tally)
    {
        Span<double> sums = stackalloc double[_profiles.Length];
        var best = 0;
        for (var lane = 0; lane < sums.Length; lane++)
        {
            sums[lane] = tally.Of(lane) + _profiles[lane].Prior;
            best = sums[lane] > sums[best] ? lane : best;
        }

        double all = 0;
        foreach (var sum in sums)
        {
            var behind = (sum - sums[best]) * LanguageCertainty.Caution;
            all += behind > Negligible ? Math.Exp(behind) : 0;
        }

        return LanguageCertainty.IsEnough(in tally, 1 / all, hasBrands: this == Latin)
            ? new DetectedLanguage(_profiles[best].Code, LanguageCertainty.Confidence(in tally, 1 / all))
            : new DetectedLanguage(LanguageDetector.Undetermined, 0.3);
    }

    private static LanguageGroup Read(string codes) => LanguageGroupBuilder.Build([.. codes.Split(' ').Select(LanguageProfile.Read)]);

    private bool TryKnown(ReadOnlySpan<char> word, bool isCapital, ref LanguageTally tally)
    {
        if (!_words.TryGetValue(word, out var row))
        {
            return false;
        }

        Vector256<short> low = default,
            high = default;
        _weights.AddTo(ref low, ref high, row);
        tally.Add(low, high);
        tally.Count(word.Length, isKnown: true, isCapital);
        return true;
    }

    private void Unknown(ReadOnlySpan<char> framed, bool isCapital, ref LanguageTally tally)
    {
        Vector256<short> low = default,
            high = default;
        for (var i = 2; i < framed.Length; i++)
        {
            var row = _sequences.Find(SequenceTable.Key(framed[i - 2], framed[i - 1], framed[i]));
            row = row >= 0 ? row : _sequences.Find(SequenceTable.Key('\0', framed[i - 1], framed[i]));
            row = row >= 0 ? row : _sequences.Find(framed[i]);
            if (row >= 0)
            {
                _weights.AddTo(ref low, ref high, row);
            }
        }

        if (isCapital)
        {
            // A capital begins a sentence, or a name, which is written the same in every language.
            low = Vector256.ShiftRightArithmetic(low, 1);
            high = Vector256.ShiftRightArithmetic(high, 1);
        }

        tally.Add(low, high);
        tally.Count(framed.Length - 2, isKnown: false, isCapital);
    }
}
