namespace Azure.AI.TextAnalytics;

/// <summary>The sentiment of one document, or why there is none.</summary>
public class AnalyzeSentimentResult : TextAnalyticsResult
{
    private readonly DocumentSentiment sentiment;

    internal AnalyzeSentimentResult(string id, TextDocumentStatistics statistics, DocumentSentiment sentiment)
        : base(id, statistics) => this.sentiment = sentiment;

    internal AnalyzeSentimentResult(string id, TextAnalyticsError error)
        : base(id, error) { }

    /// <summary>The answer.</summary>
    /// <exception cref="InvalidOperationException">There is an error instead.</exception>
    public DocumentSentiment DocumentSentiment => Answer(sentiment);
}

/// <summary>The language of one document, or why there is none.</summary>
public class DetectLanguageResult : TextAnalyticsResult
{
    private readonly DetectedLanguage language;

    internal DetectLanguageResult(string id, TextDocumentStatistics statistics, DetectedLanguage language)
        : base(id, statistics) => this.language = language;

    internal DetectLanguageResult(string id, TextAnalyticsError error)
        : base(id, error) { }

    /// <summary>The answer.</summary>
    /// <exception cref="InvalidOperationException">There is an error instead.</exception>
    public DetectedLanguage PrimaryLanguage => Answer(language);
}

/// <summary>The key phrases of one document, or why there are none.</summary>
public class ExtractKeyPhrasesResult : TextAnalyticsResult
{
    private readonly KeyPhraseCollection keyPhrases;

    internal ExtractKeyPhrasesResult(string id, TextDocumentStatistics statistics, KeyPhraseCollection keyPhrases)
        : base(id, statistics) => this.keyPhrases = keyPhrases;

    internal ExtractKeyPhrasesResult(string id, TextAnalyticsError error)
        : base(id, error) { }

    /// <summary>The answer.</summary>
    /// <exception cref="InvalidOperationException">There is an error instead.</exception>
    public KeyPhraseCollection KeyPhrases => Answer(keyPhrases);
}

/// <summary>The personal information of one document, or why there is none.</summary>
public class RecognizePiiEntitiesResult : TextAnalyticsResult
{
    private readonly PiiEntityCollection entities;

    internal RecognizePiiEntitiesResult(string id, TextDocumentStatistics statistics, PiiEntityCollection entities)
        : base(id, statistics) => this.entities = entities;

    internal RecognizePiiEntitiesResult(string id, TextAnalyticsError error)
        : base(id, error) { }

    /// <summary>The answer.</summary>
    /// <exception cref="InvalidOperationException">There is an error instead.</exception>
    public PiiEntityCollection Entities => Answer(entities);
}
