namespace SupportPipeline.Triage.Languages;

/// <summary>What a Chinese character tells of the text it is in.</summary>
internal enum HanForm : byte
{
    /// <summary>Written the same everywhere.</summary>
    Any,
    Simplified,
    Traditional,

    /// <summary>Of the words that only Cantonese writes; nearly always among traditional characters.</summary>
    Cantonese,

    /// <summary>Of the forms that only Japan uses.</summary>
    Japanese,
}
