namespace SupportPipeline.Triage.Text;

/// <summary>Letters that are repeated for emphasis: "sooooo", "плохооо".</summary>
internal static class Elongation
{
    /// <summary>Shortens runs of three and more of one character.</summary>
    /// <param name="word">The word.</param>
    /// <param name="target">Where to; may be the word itself.</param>
    /// <param name="keep">How many of such a run stay.</param>
    /// <returns>The length of the result.</returns>
    public static int Shorten(ReadOnlySpan<char> word, Span<char> target, int keep)
    {
        var length = 0;
        for (var at = 0; at < word.Length; )
        {
            var character = word[at];
            var end = at + 1;
            while (end < word.Length && word[end] == character)
            {
                end++;
            }

            var run = end - at;
            for (var count = run > 2 ? keep : run; count > 0; count--)
            {
                target[length++] = character;
            }

            at = end;
        }

        return length;
    }
}
