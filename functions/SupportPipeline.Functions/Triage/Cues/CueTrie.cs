namespace SupportPipeline.Triage.Cues;

/// <summary>All phrases of a language as a tree of symbols.</summary>
internal sealed class CueTrie
{
    /// <summary>The beginning of a sentence.</summary>
    public const int Start = -1;

    /// <summary>The end of a sentence.</summary>
    public const int End = -2;

    private const int FirstGap = -3;

    private readonly Dictionary<long, int> _edges = [];
    private readonly List<CueSense[]?> _senses = [null];
    private readonly List<int[]?> _gaps = [null];

    /// <summary>The symbol of a gap of up to so many words.</summary>
    public static int Gap(int words) => FirstGap - words;

    /// <summary>How many words a gap has at most.</summary>
    public static int WordsOf(int gap) => FirstGap - gap;

    /// <summary>Adds a phrase. The organisation's own sense replaces the built-in one of its dimension; two built-in ones add up.</summary>
    public void Add(IReadOnlyList<int> sequence, CueSense sense)
    {
        var node = 0;
        foreach (var symbol in sequence)
        {
            var key = Key(node, symbol);
            if (!_edges.TryGetValue(key, out var next))
            {
                next = _senses.Count;
                _senses.Add(null);
                _gaps.Add(null);
                _edges.Add(key, next);
                if (symbol <= Gap(1))
                {
                    _gaps[node] = [.. _gaps[node] ?? [], symbol];
                }
            }

            node = next;
        }

        _senses[node] = Merge(_senses[node] ?? [], sense);
    }

    /// <summary>Freezes the tree for matching.</summary>
    public CueGraph Freeze(int symbols, bool gapsStopAtClauses) => new(_edges, [.. _senses], [.. _gaps], symbols, gapsStopAtClauses);

    private static long Key(int node, int symbol) => ((long)node << 32) | (uint)symbol;

    private static CueSense[] Merge(CueSense[] senses, CueSense sense)
    {
        var at = Array.FindIndex(senses, known => known.Layer == sense.Layer);
        if (at < 0)
        {
            return [.. senses, sense];
        }

        var before = senses[at];
        var keeps = before.FromFolder == sense.FromFolder && sense.Layer != CueLayer.Feeling;
        var others = keeps ? before.Effects.Where(effect => !sense.Effects.Any(own => own.Label == effect.Label)) : [];
        CueSense[] merged = [.. senses];
        merged[at] = sense with { Effects = [.. others, .. sense.Effects] };
        return merged;
    }
}
