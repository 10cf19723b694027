using SupportPipeline.Playbook;
using SupportPipeline.Triage.Cues;
using SupportPipeline.Triage.Text;

namespace SupportPipeline.Replies.Courtesy;

/// <summary>A courtesy cue that was found.</summary>
/// <param name="Name">One of <see cref="CourtesyCues"/>.</param>
/// <param name="First">Its first token.</param>
/// <param name="End">The token after its last.</param>
/// <param name="Sentence">The sentence it stands in.</param>
internal readonly record struct CourtesyCue(string Name, int First, int End, int Sentence);

/// <summary>One text as the rules of the courtesy check see it, and what they found in it.</summary>
internal sealed class CourtesyReading
{
    private readonly TokenBuffer _tokens = new();
    private readonly CueHits _hits = new();
    private readonly List<CourtesyCue> _cues = [];
    private readonly List<CourtesyFinding> _findings = [];
    private readonly CourtesyLexicon _courtesy;
    private readonly HashSet<(int Sentence, string Name)> _bySentence = [];
    private readonly string?[] _cueOfToken;
    private readonly Dictionary<string, HashSet<int>> _groups = new(StringComparer.Ordinal);

    public CourtesyReading(CourtesyText input, CourtesyLexicon courtesy)
    {
        (Input, _courtesy, Lexicon) = (input, courtesy, courtesy.CuesOf(input.Language));
        Row = input.Scenario is { } scenario ? ScenarioTable.Row(scenario) : null;
        Tokenizer.Tokenize(input.Text, Lexicon, _tokens);
        CueMatcher.Match(Lexicon.Graph, _tokens, _hits);
        _cueOfToken = new string?[_tokens.Count];
        foreach (ref readonly var hit in _hits.Of(CueLayer.Courtesy))
        {
            ref readonly var first = ref _tokens.Tokens[hit.First];

            // What stands in quotation marks is the customer's own words, which we repeat.
            if (first.Has(TokenFlags.Quoted))
            {
                continue;
            }

            foreach (var effect in hit.Sense.Effects)
            {
                Add(new(Lexicon.Groups.Names[effect.Label], hit.First, hit.End, first.Sentence));
            }
        }
    }

    public CourtesyText Input { get; }

    public CueLexicon Lexicon { get; }

    /// <summary>The row of the playbook; null when the scenario is not known.</summary>
    public ScenarioRow? Row { get; }

    public string Text => Input.Text;

    public TokenBuffer Tokens => _tokens;

    public CueHits Hits => _hits;

    public IReadOnlyList<CourtesyCue> Cues => _cues;

    public IReadOnlyList<CourtesyFinding> Findings => _findings;

    public bool IsChinese => Lexicon.Language == "zh";

    public bool Needs(Must must) => Row?.Must.Contains(must) == true;

    public bool Forbids(MustNot mustNot) => Row?.MustNot.Contains(mustNot) == true;

    public IEnumerable<CourtesyCue> Of(string name) => _cues.Where(cue => cue.Name == name);

    public bool Has(params ReadOnlySpan<string> names) => FirstOf(names) >= 0;

    public bool HasIn(int sentence, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (_bySentence.Contains((sentence, name)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The name of the cue that a token belongs to; null when there is none.</summary>
    public string? CueAt(int token) => _cueOfToken[token];

    /// <summary>The first token of the first of these cues from a place on; -1 when there is none.</summary>
    public int FirstOf(ReadOnlySpan<string> names, int from = 0)
    {
        foreach (var cue in _cues)
        {
            if (cue.First >= from && names.Contains(cue.Name))
            {
                return cue.First;
            }
        }

        return -1;
    }

    /// <summary>Whether a token belongs to a group of words.</summary>
    public bool IsIn(string group, int token)
    {
        if (!_groups.TryGetValue(group, out var tokens))
        {
            tokens = _groups[group] = [];
            var label = Lexicon.Groups.IndexOfKnown(group);
            foreach (ref readonly var hit in _hits.Of(CueLayer.Group))
            {
                if (hit.Sense.Effects.Any(effect => effect.Label == label))
                {
                    tokens.UnionWith(Enumerable.Range(hit.First, hit.End - hit.First));
                }
            }
        }

        return tokens.Contains(token);
    }

    /// <summary>Where a text begins after its greeting.</summary>
    public int AfterGreeting
    {
        get
        {
            if (Of(CourtesyCues.Greeting).FirstOrDefault() is not { Name: not null } greeting)
            {
                return 0;
            }

            var next = _tokens.EndOf(greeting.Sentence);
            return next < _tokens.Count ? _tokens.Tokens[next].Offset : Text.Length;
        }
    }

    /// <summary>The first token of the closing words; the number of tokens when there are none.</summary>
    public int ClosingToken
    {
        get
        {
            var signOff = Of(CourtesyCues.SignOff).LastOrDefault();
            return signOff.Name is null ? _tokens.Count : _tokens.Sentences[signOff.Sentence].First;
        }
    }

    /// <summary>Where something would be added at the end, before the closing words.</summary>
    public int BeforeClosing
    {
        get
        {
            var closing = ClosingToken;
            return closing < _tokens.Count ? _tokens.Tokens[closing].Offset : Text.AsSpan().TrimEnd().Length;
        }
    }

    public void Report(CourtesyCode code, CourtesySeverity severity, int offset, int length) =>
        _findings.Add(new(code, severity, offset, length, Text.Substring(offset, length), _courtesy.SuggestionOf(code, Input.Language)));

    public void Report(CourtesyCode code, CourtesySeverity severity, CourtesyCue cue) => ReportTokens(code, severity, cue.First, cue.End);

    public void ReportTokens(CourtesyCode code, CourtesySeverity severity, int first, int end)
    {
        var offset = _tokens.Tokens[first].Offset;
        Report(code, severity, offset, _tokens.Tokens[end - 1].End - offset);
    }

    public void ReportMissing(CourtesyCode code, CourtesySeverity severity, int offset) => Report(code, severity, offset, 0);

    private void Add(CourtesyCue cue)
    {
        _cues.Add(cue);
        _bySentence.Add((cue.Sentence, cue.Name));
        for (var token = cue.First; token < cue.End; token++)
        {
            _cueOfToken[token] ??= cue.Name;
        }
    }
}
