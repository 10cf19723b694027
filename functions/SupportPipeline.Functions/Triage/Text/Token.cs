using System.Runtime.InteropServices;

namespace SupportPipeline.Triage.Text;

/// <summary>What a token is.</summary>
internal enum TokenKind : byte
{
    Word,
    Number,
    Money,
    Mention,
    Hashtag,
    Url,
    Symbol,
}

/// <summary>How a token is written.</summary>
[Flags]
internal enum TokenFlags : byte
{
    None = 0,

    /// <summary>Two or more capital letters and no small one.</summary>
    Shouted = 1,

    /// <summary>A letter or symbol repeated three times or more.</summary>
    Elongated = 2,

    /// <summary>Between quotation marks, with other words: somebody else's words.</summary>
    Quoted = 4,

    /// <summary>Alone between quotation marks: meant the other way round.</summary>
    ScareQuoted = 8,
}

/// <summary>One word or symbol of a message.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct Token
{
    /// <summary>Where it begins in the message, in UTF-16 code units.</summary>
    public int Offset;

    /// <summary>Its length in UTF-16 code units.</summary>
    public int Length;

    /// <summary>Where its symbols begin in <see cref="TokenBuffer.Symbols"/>.</summary>
    public int FirstSymbol;

    /// <summary>How many symbols it has.</summary>
    public int SymbolCount;

    /// <summary>The sentence it stands in.</summary>
    public int Sentence;

    /// <summary>The clause it stands in, counted through the message.</summary>
    public int Clause;

    public TokenKind Kind;

    public TokenFlags Flags;

    public readonly int End => Offset + Length;

    public readonly bool Has(TokenFlags flag) => (Flags & flag) != TokenFlags.None;
}

/// <summary>One sentence of a message.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct Sentence
{
    /// <summary>Its first token.</summary>
    public int First;

    /// <summary>How many exclamation marks it ends with.</summary>
    public int Exclamations;

    /// <summary>Whether it ends with a question mark.</summary>
    public bool IsQuestion;
}
