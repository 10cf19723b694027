using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SupportPipeline.Triage.Languages;

/// <summary>What the words of one script said so far.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct LanguageTally
{
    private Sums _sums;

    /// <summary>Words that a language of the group lists.</summary>
    internal int KnownWords { get; private set; }

    internal int KnownLetters { get; private set; }

    internal int UnknownWords { get; private set; }

    internal int UnknownLetters { get; private set; }

    /// <summary>Words that are not listed and begin small, so that they are hardly names.</summary>
    internal int UnknownSmall { get; private set; }

    internal readonly int Words => KnownWords + UnknownWords;

    internal void Count(int letters, bool isKnown, bool isCapital)
    {
        if (isKnown)
        {
            KnownWords++;
            KnownLetters += letters;
            return;
        }

        UnknownWords++;
        UnknownLetters += letters;
        UnknownSmall += isCapital ? 0 : 1;
    }

    internal void Add(Vector256<short> low, Vector256<short> high)
    {
        Span<int> sums = _sums;
        ref var first = ref MemoryMarshal.GetReference(sums);
        Add(ref first, 0, Vector256.Widen(low));
        Add(ref first, 16, Vector256.Widen(high));
    }

    /// <summary>The sum of one language, as a natural logarithm.</summary>
    internal readonly double Of(int lane) => _sums[lane] / LanguageWeights.Scale;

    private static void Add(ref int first, nuint from, (Vector256<int> Lower, Vector256<int> Upper) more)
    {
        (Vector256.LoadUnsafe(ref first, from) + more.Lower).StoreUnsafe(ref first, from);
        (Vector256.LoadUnsafe(ref first, from + 8) + more.Upper).StoreUnsafe(ref first, from + 8);
    }

    [InlineArray(LanguageWeights.Lanes)]
    private struct Sums
    {
        private int _first;
    }
}
