namespace SupportPipeline.Triage.Azure;

/// <summary>What Azure AI Language takes in one synchronous call (its data limits). More is answered with 400, or with an error for the document.</summary>
internal static class LanguageServiceLimits
{
    /// <summary>Documents of one call about sentiment, opinions or key phrases; language detection takes more, and is asked no more.</summary>
    public const int MaxDocuments = 10;

    /// <summary>Documents of one call about personal data.</summary>
    public const int MaxPersonalDataDocuments = 5;

    /// <summary>Text elements of one document, as <see cref="System.Globalization.StringInfo.LengthInTextElements"/> counts them.</summary>
    public const int MaxTextElements = 5_120;

    /// <summary>Bytes of one request: 1 MB.</summary>
    public const int MaxRequestBytes = 1_000_000;

    /// <summary>The client escapes everything that is not plain ASCII: a UTF-16 code unit becomes up to six bytes of JSON.</summary>
    public const int MaxBytesPerCodeUnit = 6;

    /// <summary>Room for a document's id and language, and for what stands around the documents.</summary>
    public const int BytesAround = 128;

    /// <summary>The most bytes that a document of this length takes up.</summary>
    public static long BytesOf(string text) => ((long)text.Length * MaxBytesPerCodeUnit) + BytesAround;
}
