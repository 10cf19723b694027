using System.Runtime.InteropServices;
using SupportPipeline.Triage.Cues;
using SupportPipeline.Triage.Text;

namespace SupportPipeline.Triage.Rules;

/// <summary>One message as the rules see it: its tokens and the cues in it. Kept and used again for the next message.</summary>
internal sealed class Reading
{
    private const int MaxEvidenceLength = 120;
    private const int ThreatReach = 2;

    private readonly List<int>[] _placesOfGroup = [.. CueGroups.Known.Select(_ => new List<int>())];

    private bool[] _marks = new bool[64];

    public TokenBuffer Tokens { get; } = new();

    public CueHits Hits { get; } = new();

    public List<Feeling> Feelings { get; } = [];

    /// <summary>Praise and criticism before a "but" weighed them against each other: they tell whether somebody is of two minds.</summary>
    public (double Praise, double Criticism) BothSides { get; set; }

    public string Text { get; private set; } = "";

    public CueLexicon Lexicon { get; private set; } = null!;

    public AnalyzerWeights Weights { get; private set; } = null!;

    /// <summary>Reads a message.</summary>
    public void Read(string text, CueLexicon lexicon, AnalyzerWeights weights)
    {
        (Text, Lexicon, Weights) = (text, lexicon, weights);
        Feelings.Clear();
        Tokenizer.Tokenize(text, lexicon, Tokens);
        CueMatcher.Match(lexicon.Graph, Tokens, Hits);
        NotePlaces();
    }

    /// <summary>Marks, all unset, for so many cues.</summary>
    public Span<bool> NewMarks(int count)
    {
        if (_marks.Length < count)
        {
            _marks = new bool[2 * count];
        }

        var marks = _marks.AsSpan(0, count);
        marks.Clear();
        return marks;
    }

    public int ClauseOf(int token) => Tokens.Tokens[token].Clause;

    public int SentenceOf(int token) => Tokens.Tokens[token].Sentence;

    public bool IsQuoted(in CueHit hit) => Tokens.Tokens[hit.First].Has(TokenFlags.Quoted);

    /// <summary>Whether a negation before a cue, in its clause, turns it round.</summary>
    public bool IsNegated(in CueHit hit)
    {
        // "If it isn't reversed by Friday, my solicitor will call": a threat is only taken back right before it.
        var reach = hit.Sense.Layer == CueLayer.Threat ? ThreatReach : (int)Weights.NegationReach;
        var clause = ClauseOf(hit.First);
        var count = 0;
        foreach (ref readonly var role in HitsFrom(CueLayer.Feeling, hit.First - reach - CuePattern.MaxWords))
        {
            if (role.End > hit.First)
            {
                break;
            }

            if (
                (FeelingRole)role.Sense.Effects[0].Label == FeelingRole.Negator
                && hit.First - role.End < reach
                && ClauseOf(role.First) == clause
            )
            {
                count++;
            }
        }

        return count % 2 == 1;
    }

    /// <summary>Whether somebody is spoken to in a range of tokens: you, staff or @name.</summary>
    public bool Addresses(int first, int end)
    {
        if (HasGroup(CueGroups.SecondPerson, first, end) || HasGroup(CueGroups.Staff, first, end))
        {
            return true;
        }

        foreach (ref readonly var token in Tokens.Tokens[first..end])
        {
            if (token.Kind == TokenKind.Mention)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a word of a group stands in a range of tokens.</summary>
    public bool HasGroup(string group, int first, int end) => FirstOfGroup(group, first, end) >= 0;

    /// <summary>The first token of a group in a range; -1 when there is none.</summary>
    public int FirstOfGroup(string group, int first, int end)
    {
        var places = CollectionsMarshal.AsSpan(_placesOfGroup[Array.IndexOf(CueGroups.Known, group)]);
        var at = places.BinarySearch(first);
        at = at < 0 ? ~at : at;
        return at < places.Length && places[at] < end ? places[at] : -1;
    }

    /// <summary>Sorts the words of the known groups by group: rules ask for them at every cue, and looking through all would take squared time.</summary>
    private void NotePlaces()
    {
        foreach (var places in _placesOfGroup)
        {
            places.Clear();
        }

        foreach (ref readonly var hit in Hits.Of(CueLayer.Group))
        {
            foreach (var effect in hit.Sense.Effects)
            {
                if (effect.Label < _placesOfGroup.Length)
                {
                    _placesOfGroup[effect.Label].Add(hit.First);
                }
            }
        }
    }

    /// <summary>The cues of a dimension from a place on, found by halving.</summary>
    public ReadOnlySpan<CueHit> HitsFrom(CueLayer layer, int first)
    {
        var hits = Hits.Of(layer);
        var (low, high) = (0, hits.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = hits[middle].First < first ? (middle + 1, high) : (low, middle);
        }

        return hits[low..];
    }

    public Evidence EvidenceOf(int first, int end, string source)
    {
        var (from, last) = (Tokens.Tokens[first], Tokens.Tokens[end - 1]);
        var length = last.End - from.Offset;
        var shown = Math.Min(length, MaxEvidenceLength);
        shown -= shown < length && char.IsHighSurrogate(Text[from.Offset + shown - 1]) ? 1 : 0;
        return new(Text.Substring(from.Offset, shown), from.Offset, length, source);
    }
}

/// <summary>What one cue adds to the feeling of a message, after everything around it was looked at.</summary>
/// <param name="Value">Praise above, criticism below zero.</param>
/// <param name="First">Its first token.</param>
/// <param name="End">The token after its last.</param>
/// <param name="Source">The line of the cue file, or the rule.</param>
internal readonly record struct Feeling(double Value, int First, int End, string Source);
