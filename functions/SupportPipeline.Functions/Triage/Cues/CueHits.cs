using System.Runtime.InteropServices;

namespace SupportPipeline.Triage.Cues;

/// <summary>A cue that was found in a message.</summary>
/// <param name="First">Its first token.</param>
/// <param name="End">The token after its last.</param>
/// <param name="Sense">What it means.</param>
internal readonly record struct CueHit(int First, int End, CueSense Sense);

/// <summary>The cues found in one message, by dimension, in the order of their places.</summary>
internal sealed class CueHits
{
    private readonly List<CueHit>[] _layers = [.. Enum.GetValues<CueLayer>().Select(_ => new List<CueHit>())];

    /// <summary>Where the matcher notes what it has found at one place, by dimension.</summary>
    public CueSense?[] Longest { get; } = new CueSense?[Enum.GetValues<CueLayer>().Length];

    public ReadOnlySpan<CueHit> Of(CueLayer layer) => CollectionsMarshal.AsSpan(_layers[(int)layer]);

    public void Add(CueLayer layer, CueHit hit) => _layers[(int)layer].Add(hit);

    public void Clear()
    {
        foreach (var layer in _layers)
        {
            layer.Clear();
        }
    }
}
