using System.Runtime.InteropServices;

namespace SupportPipeline.Triage.Text;

/// <summary>The tokens of one message. Kept and used again for the next message, so that analysing allocates next to nothing.</summary>
internal sealed class TokenBuffer
{
    /// <summary>A buffer that has grown beyond this many tokens is not kept.</summary>
    private const int MaxKept = 4_096;

    private readonly List<Token> _tokens = [];
    private readonly List<int> _symbols = [];
    private readonly List<Sentence> _sentences = [];

    public Span<Token> Tokens => CollectionsMarshal.AsSpan(_tokens);

    public Span<int> Symbols => CollectionsMarshal.AsSpan(_symbols);

    public Span<Sentence> Sentences => CollectionsMarshal.AsSpan(_sentences);

    public int Count => _tokens.Count;

    public int SymbolCount => _symbols.Count;

    /// <summary>How many words are written in capitals, and how many could be.</summary>
    public (int Shouted, int Cased) Shouting { get; set; }

    public bool IsWorthKeeping => _tokens.Capacity <= MaxKept;

    public void Clear()
    {
        _tokens.Clear();
        _symbols.Clear();
        _sentences.Clear();
        _sentences.Add(default);
        Shouting = default;
    }

    public void AddSymbol(int symbol) => _symbols.Add(symbol);

    public void Add(Token token) => _tokens.Add(token);

    public void StartSentence() => _sentences.Add(new Sentence { First = _tokens.Count });

    public ReadOnlySpan<int> SymbolsOf(Token token) => CollectionsMarshal.AsSpan(_symbols).Slice(token.FirstSymbol, token.SymbolCount);

    /// <summary>The first token after a sentence.</summary>
    public int EndOf(int sentence) => sentence + 1 < _sentences.Count ? _sentences[sentence + 1].First : _tokens.Count;
}
