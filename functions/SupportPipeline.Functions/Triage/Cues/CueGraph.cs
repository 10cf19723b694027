using System.Collections.Frozen;

namespace SupportPipeline.Triage.Cues;

/// <summary>The frozen form of <see cref="CueTrie"/>: read by many at once.</summary>
internal sealed class CueGraph
{
    private readonly FrozenDictionary<long, int> _edges;
    private readonly CueSense[]?[] _senses;
    private readonly int[]?[] _gaps;
    private readonly int[] _roots;
    private readonly bool[] _goesOn;

    public CueGraph(Dictionary<long, int> edges, CueSense[]?[] senses, int[]?[] gaps, int symbols, bool gapsStopAtClauses)
    {
        GapsStopAtClauses = gapsStopAtClauses;
        _senses = senses;
        _gaps = gaps;
        _roots = new int[symbols];
        _goesOn = new bool[senses.Length];
        foreach (var key in edges.Keys)
        {
            _goesOn[key >> 32] = true;
        }

        foreach (var (key, node) in edges.Where(edge => edge.Key >= 0 && edge.Key >> 32 == 0 && (int)edge.Key >= 0))
        {
            _roots[(int)key] = node;
        }

        _edges = edges.ToFrozenDictionary();
        StartRoot = Next(0, CueTrie.Start);
    }

    /// <summary>Whether a gap ends at a comma: Chinese joins with commas what others put into sentences.</summary>
    public bool GapsStopAtClauses { get; }

    /// <summary>The node that phrases which begin a sentence share; 0 when there is none.</summary>
    public int StartRoot { get; }

    /// <summary>The first node of the phrases that begin with a symbol; 0 when there is none.</summary>
    public int Root(int symbol) => _roots[symbol];

    /// <summary>Whether any phrase goes on after a node.</summary>
    public bool GoesOn(int node) => _goesOn[node];

    /// <summary>The next node; 0 when no phrase goes on so.</summary>
    public int Next(int node, int symbol) => _edges.GetValueOrDefault(((long)node << 32) | (uint)symbol);

    /// <summary>What the phrase that ends here means; null when none does.</summary>
    public CueSense[]? SensesOf(int node) => _senses[node];

    /// <summary>The gaps that may follow; null when none may.</summary>
    public int[]? GapsOf(int node) => _gaps[node];
}
