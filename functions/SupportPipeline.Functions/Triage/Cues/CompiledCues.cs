using SupportPipeline.Triage.Text;

namespace SupportPipeline.Triage.Cues;

/// <summary>What <see cref="CueLexiconBuilder"/> made of the cue files of one language; a <see cref="CueLexicon"/> is frozen from it.</summary>
internal sealed record CompiledCues
{
    /// <summary><c>en</c>, <c>ru</c> or <c>zh</c>; <c>any</c> for what all languages share.</summary>
    public required string Language { get; init; }

    /// <summary>The numbers of words, stems, beginnings of words and emoticons.</summary>
    public required CueSymbols Symbols { get; init; }

    /// <summary>The phrases.</summary>
    public required CueTrie Trie { get; init; }

    /// <summary>By symbol, the groups it belongs to.</summary>
    public required IReadOnlyDictionary<int, int[]> GroupsOfSymbol { get; init; }

    /// <summary>The names of the groups.</summary>
    public required CueGroups Groups { get; init; }

    /// <summary>Finds the words of Chinese; null in other languages.</summary>
    public required ChineseSegmenter? Segmenter { get; init; }

    /// <summary>By traditional character, its simplified form.</summary>
    public required IReadOnlyDictionary<char, char> Simplified { get; init; }
}
