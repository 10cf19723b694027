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
    private readonly List<(int Label, double Weight, CueHit Hit)> _hits = [];

    /// <summary>Collects the cues of a dimension; those in quotations, and where asked those that are negated, do not count.</summary>
    public void Collect(Reading reading, CueLayer layer, bool onlyAffirmed)
    {
        _hits.Clear();
        Array.Clear(_best);
        Array.Clear(_sum);
        foreach (ref readonly var hit in reading.Hits.Of(layer))
        {
            if ((layer != CueLayer.Topic && reading.IsQuoted(hit)) || (onlyAffirmed && reading.IsNegated(hit)))
            {
                continue;
            }

            foreach (var effect in hit.Sense.Effects)
            {
                _best[effect.Label] = Math.Max(_best[effect.Label], effect.Weight);
                _sum[effect.Label] += effect.Weight;
                if (_hits.Count < 64)
                {
                    _hits.Add((effect.Label, effect.Weight, hit));
                }
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

    /// <summary>The cues that speak most for a value.</summary>
    public IReadOnlyList<Evidence> EvidenceFor(T value, Reading reading)
    {
        var index = IndexOf(value);
        List<(double Weight, CueHit Hit)>? found = null;
        foreach (var (label, weight, hit) in _hits)
        {
            if (label == index)
            {
                (found ??= []).Add((weight, hit));
            }
        }

        if (found is null)
        {
            return [];
        }

        found.Sort(static (a, b) => b.Weight != a.Weight ? b.Weight.CompareTo(a.Weight) : a.Hit.First.CompareTo(b.Hit.First));
        var evidence = new Evidence[Math.Min(found.Count, MaxEvidence)];
        for (var at = 0; at < evidence.Length; at++)
        {
            var hit = found[at].Hit;
            evidence[at] = reading.EvidenceOf(hit.First, hit.End, hit.Sense.Source);
        }

        return evidence;
    }

    private double Score(int index) => _best[index] + (Further * (_sum[index] - _best[index]));

    private static int IndexOf(T value) => Array.IndexOf(Values, value);
}
