using System.Numerics;

namespace SupportPipeline.Triage.Languages;

/// <summary>From up to three letters to the row of their weights: looked up for every letter of a text, so one probe must nearly always do.</summary>
internal sealed class SequenceTable
{
    private readonly ulong[] _keys;
    private readonly int[] _rows;
    private readonly int _shift;

    /// <summary>Makes room for all sequences, with two empty places to each.</summary>
    /// <param name="keys">In the order of their rows, the first of which is row 0.</param>
    internal SequenceTable(ulong[] keys)
    {
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)(keys.Length * 3) + 1);
        _keys = new ulong[size];
        _rows = new int[size];
        _shift = 64 - BitOperations.Log2((uint)size);
        for (var i = 0; i < keys.Length; i++)
        {
            var slot = Slot(keys[i]);
            while (_keys[slot] != 0)
            {
                slot = (slot + 1) & (size - 1);
            }

            _keys[slot] = keys[i];
            _rows[slot] = i;
        }
    }

    internal static ulong Key(char first, char before, char c) => ((ulong)first << 32) | ((ulong)before << 16) | c;

    /// <summary>The row, or -1.</summary>
    internal int Find(ulong key)
    {
        var keys = _keys;
        var slot = Slot(key);
        while (true)
        {
            var found = keys[slot];
            if (found == key)
            {
                return _rows[slot];
            }

            if (found == 0)
            {
                return -1;
            }

            slot = (slot + 1) & (keys.Length - 1);
        }
    }

    private int Slot(ulong key) => (int)((key * 0x9E3779B97F4A7C15UL) >> _shift);
}
