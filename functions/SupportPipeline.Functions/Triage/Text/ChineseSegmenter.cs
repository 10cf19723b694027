using System.Collections.Frozen;

namespace SupportPipeline.Triage.Text;

/// <summary>
/// Cuts Chinese text into words: of all ways to cut it, the one with the fewest words, and of those the one with the fewest single characters
/// and the longest last words. The words are those of the cue files and of the word list.
/// </summary>
internal sealed class ChineseSegmenter
{
    /// <summary>The most characters that are cut in one go.</summary>
    public const int MaxRun = 240;

    /// <summary>The most characters of a word.</summary>
    public const int MaxWord = 12;
    private const int WordCost = 16;
    private const int SingleCost = 21;
    private const int UnknownCost = 26;

    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _words;
    private readonly FrozenDictionary<char, uint> _lengthsByFirst;

    /// <summary>Makes one from words in simplified characters.</summary>
    public ChineseSegmenter(IEnumerable<string> words)
    {
        var set = words.Where(word => word.Length is > 0 and <= MaxWord).ToFrozenSet(StringComparer.Ordinal);
        _words = set.GetAlternateLookup<ReadOnlySpan<char>>();
        _lengthsByFirst = set.GroupBy(word => word[0])
            .ToFrozenDictionary(group => group.Key, group => group.Aggregate(0u, (lengths, word) => lengths | (1u << word.Length)));
    }

    /// <summary>Cuts a run of at most <see cref="MaxRun"/> characters.</summary>
    /// <returns>How many words there are; their lengths stand in <paramref name="lengths"/>.</returns>
    public int Segment(ReadOnlySpan<char> run, Span<byte> lengths)
    {
        // Backwards, so that of two equal ways the one whose later words are longer wins.
        Span<int> cost = stackalloc int[MaxRun + 1];
        Span<byte> step = stackalloc byte[MaxRun + 1];
        cost[0] = 0;
        cost[1..(run.Length + 1)].Fill(int.MaxValue);
        for (var from = 0; from < run.Length; from++)
        {
            var known = _lengthsByFirst.GetValueOrDefault(run[from]);
            var single = (known & 2) != 0 ? SingleCost : UnknownCost;
            Relax(cost, step, from, 1, single);
            known &= ~3u;
            for (var length = 2; known >> length != 0 && from + length <= run.Length; length++)
            {
                if ((known & (1u << length)) != 0 && _words.Contains(run.Slice(from, length)))
                {
                    Relax(cost, step, from, length, WordCost);
                }
            }
        }

        var count = 0;
        for (var end = run.Length; end > 0; end -= step[end])
        {
            lengths[count++] = step[end];
        }

        lengths[..count].Reverse();
        return count;
    }

    private static void Relax(Span<int> cost, Span<byte> step, int from, int length, int price)
    {
        var total = cost[from] + price;
        ref var best = ref cost[from + length];
        if (total < best || (total == best && length > step[from + length]))
        {
            best = total;
            step[from + length] = (byte)length;
        }
    }
}
