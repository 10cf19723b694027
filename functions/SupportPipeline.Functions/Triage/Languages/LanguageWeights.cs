using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SupportPipeline.Triage.Languages;

/// <summary>
/// Rows of weights, one for each word and each sequence of letters: by how much it speaks for each language of a group, as a logarithm.
/// A row is 32 signed bytes, so that it is added with two instructions and all rows stay in the processor's cache.
/// </summary>
internal sealed class LanguageWeights
{
    /// <summary>The most languages a group may have.</summary>
    internal const int Lanes = 32;

    /// <summary>Units to a natural logarithm of 1.</summary>
    internal const double Scale = 12;

    private readonly List<sbyte> _building = [];
    private sbyte[] _rows = [];

    internal int Count => _building.Count / Lanes;

    /// <summary>Adds a row; only what sets languages apart is kept of it.</summary>
    /// <param name="logarithms">One for each language.</param>
    /// <param name="part">The part of them that counts.</param>
    internal void Add(ReadOnlySpan<double> logarithms, double part)
    {
        double sum = 0;
        foreach (var value in logarithms)
        {
            sum += value;
        }

        var mean = sum / logarithms.Length;
        for (var lane = 0; lane < Lanes; lane++)
        {
            var value = lane < logarithms.Length ? Math.Round((logarithms[lane] - mean) * part * Scale) : 0;
            _building.Add((sbyte)Math.Clamp(value, sbyte.MinValue, sbyte.MaxValue));
        }
    }

    internal void Complete() => _rows = [.. _building];

    /// <summary>Adds a row to sums; a sum of 256 rows cannot overflow.</summary>
    internal void AddTo(ref Vector256<short> low, ref Vector256<short> high, int row)
    {
        var weights = Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(_rows), (nuint)(row * Lanes));
        var (lower, upper) = Vector256.Widen(weights);
        low += lower;
        high += upper;
    }
}
