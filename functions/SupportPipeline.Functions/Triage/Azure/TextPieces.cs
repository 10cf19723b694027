using System.Globalization;

namespace SupportPipeline.Triage.Azure;

/// <summary>A part of a text that the service takes as one document.</summary>
/// <param name="Offset">Where it begins in the text, in UTF-16 code units.</param>
/// <param name="Text">Its words, well-formed.</param>
internal sealed record TextPiece(int Offset, string Text);

/// <summary>
/// Splits a text at the service's limit: after the last sentence that fits, else after the last word, else between two text elements,
/// never inside of one. What the customer wrote stays where it was: offsets in a piece plus the piece's offset are offsets in the text.
/// </summary>
internal static class TextPieces
{
    private const string SentenceEnds = ".!?…";
    private const string FullWidthSentenceEnds = "。！？｡";
    private const string FullWidthPauses = "，、；：";
    private const string Closers = "\"')]}»”’」』）】》";

    /// <summary>The longest piece in code units: half a request, so that a text of very long text elements does not fill one alone.</summary>
    private const int MaxLength = LanguageServiceLimits.MaxRequestBytes / LanguageServiceLimits.MaxBytesPerCodeUnit / 2;

    /// <summary>The pieces of a text; none for a blank one, and none that is blank.</summary>
    /// <param name="text">The customer's own words.</param>
    /// <param name="maxElements">The most text elements of a piece.</param>
    public static IReadOnlyList<TextPiece> Split(string text, int maxElements = LanguageServiceLimits.MaxTextElements)
    {
        ArgumentNullException.ThrowIfNull(text);
        var whole = WellFormed(text);
        var pieces = new List<TextPiece>();
        for (var start = 0; start < whole.Length; )
        {
            var length = whole.Length - start <= maxElements ? whole.Length - start : LengthOfNext(whole.AsSpan(start), maxElements);
            if (!whole.AsSpan(start, length).IsWhiteSpace())
            {
                pieces.Add(new TextPiece(start, whole.Substring(start, length)));
            }

            start += length;
        }

        return pieces;
    }

    /// <summary>Half a surrogate pair cannot be sent; its replacement is one code unit as well, so nothing moves.</summary>
    private static string WellFormed(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsSurrogate(text[at]))
            {
                return string.Create(text.Length, text, ReplaceHalfPairs);
            }
        }

        return text;
    }

    private static void ReplaceHalfPairs(Span<char> to, string from)
    {
        from.CopyTo(to);
        for (var at = 0; at < to.Length; at++)
        {
            if (at + 1 < to.Length && char.IsSurrogatePair(to[at], to[at + 1]))
            {
                at++;
            }
            else if (char.IsSurrogate(to[at]))
            {
                to[at] = '\uFFFD';
            }
        }
    }

    private static int LengthOfNext(ReadOnlySpan<char> rest, int maxElements)
    {
        var cuts = new Cuts();
        var end = 0;
        for (var elements = 0; elements < maxElements && end < rest.Length; elements++)
        {
            var length = StringInfo.GetNextTextElementLength(rest[end..]);
            if (end > 0 && end + length > MaxLength)
            {
                break;
            }

            cuts.Read(rest.Slice(end, length), end + length);
            end += length;
        }

        return end == rest.Length ? end : cuts.Best ?? end;
    }

    /// <summary>Where a piece may end, as one text element after the other is read.</summary>
    private struct Cuts
    {
        private int? _afterSentence;
        private int? _afterWord;
        private bool _sentenceEnds;
        private bool _spaceBefore;

        public readonly int? Best => _afterSentence ?? _afterWord;

        public void Read(ReadOnlySpan<char> element, int end)
        {
            var first = element[0];
            if (first is '\n' or '\r' or '\u2029' || FullWidthSentenceEnds.Contains(first))
            {
                (_afterSentence, _sentenceEnds) = (end, first > '\u2FFF');
            }
            else if (SentenceEnds.Contains(first))
            {
                _sentenceEnds = true;
            }
            else if (char.IsWhiteSpace(first))
            {
                _afterWord = end;
                _afterSentence = _sentenceEnds ? end : _afterSentence;
            }
            else if (Closers.Contains(first))
            {
                // What closes a quotation belongs to the sentence; it is over for certain when the writing is full-width.
                var isAtCut = _sentenceEnds && !_spaceBefore && _afterSentence == end - element.Length;
                _afterSentence = isAtCut ? end : _afterSentence;
            }
            else
            {
                _afterWord = FullWidthPauses.Contains(first) ? end : _afterWord;
                _sentenceEnds = false;
            }

            _spaceBefore = char.IsWhiteSpace(first);
        }
    }
}
