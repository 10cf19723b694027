using SupportPipeline.Triage.Text;

namespace SupportPipeline.Triage.Cues;

/// <summary>Finds the cues of a message: at each place, in each dimension, the longest one; it hides what lies inside it.</summary>
internal ref struct CueMatcher
{
    private const int Layers = (int)CueLayer.Courtesy + 1;

    /// <summary>The most steps at one place; more are only needed by input that was made to be slow.</summary>
    private const int MaxSteps = 400;

    /// <summary>
    /// Steps are paid from an account that every place adds to, so that a long message costs no more per place than this, whatever is in it.
    /// People's messages never empty it.
    /// </summary>
    internal const int FirstCredit = 4_000;
    internal const int CreditPerPlace = 16;

    private readonly CueGraph _graph;
    private readonly TokenBuffer _buffer;
    private readonly Span<int> _ends;
    private readonly CueSense?[] _senses;
    private int _sentenceEnd;
    private int _steps;
    private int _credit = FirstCredit;

    private CueMatcher(CueGraph graph, TokenBuffer buffer, Span<int> ends, CueSense?[] senses)
    {
        _graph = graph;
        _buffer = buffer;
        _ends = ends;
        _senses = senses;
    }

    /// <summary>Finds them.</summary>
    /// <param name="graph">The phrases.</param>
    /// <param name="buffer">The message.</param>
    /// <param name="hits">Receives the cues; cleared before.</param>
    /// <returns>How many steps that took.</returns>
    public static int Match(CueGraph graph, TokenBuffer buffer, CueHits hits)
    {
        hits.Clear();
        Span<int> ends = stackalloc int[Layers];
        Span<int> covered = stackalloc int[Layers];
        covered.Clear();
        var matcher = new CueMatcher(graph, buffer, ends, hits.Longest);
        for (var at = 0; at < buffer.Count; at++)
        {
            if (!matcher.MatchAt(at))
            {
                continue;
            }

            for (var layer = 0; layer < Layers; layer++)
            {
                if (ends[layer] > 0 && at >= covered[layer])
                {
                    covered[layer] = ends[layer];
                    hits.Add((CueLayer)layer, new CueHit(at, ends[layer], matcher._senses[layer]!));
                }
            }
        }

        return FirstCredit + (CreditPerPlace * buffer.Count) - matcher._credit;
    }

    private bool MatchAt(int at)
    {
        ref readonly var token = ref _buffer.Tokens[at];
        _sentenceEnd = _buffer.EndOf(token.Sentence);
        _ends.Clear();
        _credit += CreditPerPlace;
        var most = Math.Min(MaxSteps, _credit);
        _steps = most;
        if (_graph.StartRoot > 0 && _buffer.Sentences[token.Sentence].First == at)
        {
            Walk(_graph.StartRoot, at);
        }

        foreach (var symbol in _buffer.SymbolsOf(token))
        {
            if (_graph.Root(symbol) is > 0 and var node)
            {
                Walk(node, at + 1);
            }
        }

        _credit -= most - Math.Max(_steps, 0);
        return _steps < most;
    }

    private void Walk(int node, int at)
    {
        if (--_steps < 0)
        {
            return;
        }

        Offer(node, at);
        if (!_graph.GoesOn(node))
        {
            return;
        }

        if (at == _sentenceEnd)
        {
            Offer(_graph.Next(node, CueTrie.End), at);
            return;
        }

        foreach (var symbol in _buffer.SymbolsOf(_buffer.Tokens[at]))
        {
            if (_graph.Next(node, symbol) is > 0 and var next)
            {
                Walk(next, at + 1);
            }
        }

        foreach (var gap in _graph.GapsOf(node) ?? [])
        {
            var after = _graph.Next(node, gap);
            var clause = _buffer.Tokens[Math.Max(at - 1, 0)].Clause;
            var last = Math.Min(at + CueTrie.WordsOf(gap), _sentenceEnd - 1);
            for (var skipped = at; skipped <= last; skipped++)
            {
                if (_graph.GapsStopAtClauses && _buffer.Tokens[skipped].Clause != clause)
                {
                    break;
                }

                Walk(after, skipped);
            }
        }
    }

    private readonly void Offer(int node, int end)
    {
        if (_graph.SensesOf(node) is not { } senses)
        {
            return;
        }

        foreach (var sense in senses)
        {
            if (end > _ends[(int)sense.Layer])
            {
                _ends[(int)sense.Layer] = end;
                _senses[(int)sense.Layer] = sense;
            }
        }
    }
}
