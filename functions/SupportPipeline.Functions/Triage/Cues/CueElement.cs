namespace SupportPipeline.Triage.Cues;

/// <summary>How a part of a pattern matches.</summary>
internal enum CueElementKind : byte
{
    /// <summary>A word in any inflection.</summary>
    Inflected,

    /// <summary>A word in exactly this form, or a symbol.</summary>
    Exact,

    /// <summary>What stands in quotation marks, as it is.</summary>
    Literal,

    /// <summary>Every word that begins so.</summary>
    Prefix,

    /// <summary>A word of a group or of a built-in class.</summary>
    Group,

    /// <summary>Up to so many words, whatever they are.</summary>
    Gap,

    /// <summary>The beginning of a sentence.</summary>
    Start,

    /// <summary>The end of a sentence.</summary>
    End,
}

/// <summary>One part of a pattern.</summary>
/// <param name="Kind">How it matches.</param>
/// <param name="Text">The word, the beginning of a word or the name of the group.</param>
/// <param name="Words">For a gap, the most words in it.</param>
internal readonly record struct CueElement(CueElementKind Kind, string Text, int Words = 0);
