using SupportPipeline.Triage.Cues;

namespace SupportPipeline.Triage.Rules;

/// <summary>How much speaks for each value of one dimension, and which cues say so.</summary>
/// <typeparam name="T">The closed list.</typeparam>
internal sealed class LabelScores<T>
    where T : struct, Enum
{
    private const int MaxEvidence = 4;

    /// <summary>The second and further cues for the same value say less than the strongest.</summary>
    private const double Further = 0.35;

    private static readonly T[] Values = Enum.GetValues<T>();
    private readonly double[] _best = new double[Values.Length];
    private readonly double[] _sum = new double[Values.Length];
    private readonly CueHit[] _strongest = new CueHit[MaxEvidence];
    private readonly double[] _strengths = new double[MaxEvidence];
    private CueLayer _layer;
    private bool _onlyAffirmed;

    /// <summary>Collects the cues of a dimension; those in quotations, and where asked those that are negated, do not count.</summary>
    public void Collect(Reading reading, CueLayer layer, bool onlyAffirmed)
    {
        (_layer, _onlyAffirmed) = (layer, onlyAffirmed);
        Array.Clear(_best);
        Array.Clear(_sum);
        foreach (ref readonly var hit in reading.Hits.Of(layer))
        {
            if (!Counts(reading, hit))
            {
                continue;
            }

            foreach (var effect in hit.Sense.Effects)
            {
                _best[effect.Label] = Math.Max(_best[effect.Label], effect.Weight);
                _sum[effect.Label] += effect.Weight;
            }
        }
    }

    /// <summary>How much speaks for a value.</summary>
    public double this[T value] => Score(IndexOf(value));

    /// <summary>Adds what a rule found.</summary>
    public void Add(T value, double weight)
    {
        var index = IndexOf(value);
        if (weight > _best[index])
        {
            (_best[index], _sum[index]) = (weight, _sum[index] + weight);
        }
        else
        {
            _sum[index] += weight;
        }
    }

    /// <summary>The value most speaks for, with what speaks for it and for the next.</summary>
    public (T Value, double Score, double Next) Best()
    {
        var (best, score, next) = (0, double.MinValue, 0.0);
        for (var index = 0; index < Values.Length; index++)
        {
            var own = Score(index);
            if (own > score)
            {
                (best, next, score) = (index, Math.Max(score, 0), own);
            }
            else if (own > next)
            {
                next = own;
            }
        }

        return (Values[best], score, next);
    }

    /// <summary>The cues that speak most for a value, the strongest first.</summary>
    public IReadOnlyList<Evidence> EvidenceFor(T value, Reading reading)
    {
        var (index, count) = (IndexOf(value), 0);
        foreach (ref readonly var hit in reading.Hits.Of(_layer))
        {
            foreach (var effect in hit.Sense.Effects)
            {
                if (effect.Label == index && Counts(reading, hit))
                {
                    count = Strongest.Insert<CueHit>(_strongest, _strengths, count, hit, effect.Weight);
                }
            }
        }

        if (count == 0)
        {
            return [];
        }

        var evidence = new Evidence[count];
        for (var at = 0; at < count; at++)
        {
            ref readonly var hit = ref _strongest[at];
            evidence[at] = reading.EvidenceOf(hit.First, hit.End, hit.Sense.Source);
        }

        return evidence;
    }

    private bool Counts(Reading reading, in CueHit hit) =>
        (_layer == CueLayer.Topic || !reading.IsQuoted(hit)) && !(_onlyAffirmed && reading.IsNegated(hit));

    private double Score(int index) => _best[index] + (Further * (_sum[index] - _best[index]));

    private static int IndexOf(T value) => Array.IndexOf(Values, value);
}
