using System.Numerics;
using System.Runtime.InteropServices;

namespace SupportPipeline.Social.Copies;

/// <summary>
/// Posts whose copies are to be known, in memory. Candidates are found by MinHash over 24 bands of two values, which meets 99 of 100 pairs that have half
/// of their shingles in common, and are then compared whole. Not safe for use by many at once.
/// </summary>
/// <param name="capacity">How many are known; the oldest are forgotten first.</param>
internal sealed class CopyIndex(int capacity)
{
    private const int Bands = 24;
    private const int RowsOfBand = 2;

    private static readonly ulong[] s_factors = Factors();

    private readonly Dictionary<string, CopyFirst> _byText = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CopyFirst> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<ulong, List<CopyFirst>> _byBand = [];
    private Queue<CopyFirst> _inOrder = new();

    /// <summary>How many are known.</summary>
    public int Count => _inOrder.Count;

    /// <summary>The post that another is a copy of: the same text, else the one that is most alike; null when there is none.</summary>
    public CopyFirst? Find(CopyPrint print)
    {
        ArgumentNullException.ThrowIfNull(print);
        if (_byText.TryGetValue(print.Whole, out var same))
        {
            return same;
        }

        (CopyFirst First, double Alike)? best = null;
        var seen = new HashSet<CopyFirst>(ReferenceEqualityComparer.Instance);
        Span<ulong> bands = stackalloc ulong[Bands];
        Fill(print, bands);
        foreach (var band in bands)
        {
            if (!_byBand.TryGetValue(band, out var candidates))
            {
                continue;
            }

            foreach (var candidate in candidates)
            {
                if (
                    seen.Add(candidate)
                    && print.IsCopyOf(candidate.Print)
                    && print.SimilarityTo(candidate.Print) is var alike
                    && (best is null || alike > best.Value.Alike)
                )
                {
                    best = (candidate, alike);
                }
            }
        }

        return best?.First;
    }

    /// <summary>The post with an external key; null when it is not known.</summary>
    public CopyFirst? FindKey(string key) => _byKey.GetValueOrDefault(key);

    /// <summary>Gets to know a post. A post that is known already stays as it is.</summary>
    public void Add(CopyFirst first)
    {
        ArgumentNullException.ThrowIfNull(first);
        if (!_byKey.TryAdd(first.Key, first))
        {
            return;
        }

        _inOrder.Enqueue(first);
        if (!first.Print.IsEmpty)
        {
            _byText.TryAdd(first.Print.Whole, first);
            Span<ulong> bands = stackalloc ulong[Bands];
            Fill(first.Print, bands);
            foreach (var band in bands)
            {
                (CollectionsMarshal.GetValueRefOrAddDefault(_byBand, band, out _) ??= []).Add(first);
            }
        }

        if (_inOrder.Count > capacity)
        {
            Forget(_inOrder.Skip(_inOrder.Count / 4).ToList());
        }
    }

    /// <summary>Forgets what came before a moment.</summary>
    public void ForgetBefore(DateTimeOffset moment)
    {
        if (_inOrder.TryPeek(out var oldest) && oldest.Id.At < moment)
        {
            Forget(_inOrder.Where(first => first.Id.At >= moment).ToList());
        }
    }

    private void Forget(List<CopyFirst> kept)
    {
        _byText.Clear();
        _byKey.Clear();
        _byBand.Clear();
        _inOrder = new();
        kept.ForEach(Add);
    }

    private static void Fill(CopyPrint print, Span<ulong> bands)
    {
        Span<ulong> least = stackalloc ulong[Bands * RowsOfBand];
        least.Fill(ulong.MaxValue);
        foreach (var shingle in print.Shingles)
        {
            var mixed = Mix(shingle);
            for (var row = 0; row < least.Length; row++)
            {
                var value = BitOperations.RotateLeft(mixed * s_factors[row], 31) * 0x9E3779B97F4A7C15;
                least[row] = Math.Min(least[row], value);
            }
        }

        for (var band = 0; band < Bands; band++)
        {
            bands[band] = Mix(least[band * RowsOfBand] ^ BitOperations.RotateLeft(least[(band * RowsOfBand) + 1], 17) ^ (ulong)band);
        }
    }

    private static ulong[] Factors()
    {
        var factors = new ulong[Bands * RowsOfBand];
        var state = 0x2545F4914F6CDD1Dul;
        for (var place = 0; place < factors.Length; place++)
        {
            state = Mix(state + 0x9E3779B97F4A7C15);
            factors[place] = state | 1;
        }

        return factors;
    }

    /// <summary>Every bit of the result hangs on every bit of the value (the finaliser of MurmurHash3).</summary>
    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 33)) * 0xFF51AFD7ED558CCD;
        value = (value ^ (value >> 33)) * 0xC4CEB9FE1A85EC53;
        return value ^ (value >> 33);
    }
}
