namespace SupportPipeline.Triage.Languages;

/// <summary>The scripts that are told apart. All from <see cref="Greek"/> on name one language each.</summary>
internal enum WritingScript : byte
{
    /// <summary>Not a letter, or a letter of a script we do not know.</summary>
    None,

    /// <summary>Belongs to the letter before it: an accent, a vowel sign, a joiner, a change of direction.</summary>
    Mark,
    Latin,
    Cyrillic,
    Arabic,
    Han,
    Kana,
    Hangul,
    Greek,
    Armenian,
    Hebrew,
    Devanagari,
    Bengali,
    Gurmukhi,
    Gujarati,
    Oriya,
    Tamil,
    Telugu,
    Kannada,
    Malayalam,
    Sinhala,
    Thai,
    Lao,
    Myanmar,
    Georgian,
    Ethiopic,
    Khmer,
}
