namespace Azure.AI.TextAnalytics;

/// <summary>Makes results for tests of code that calls the service.</summary>
public static class TextAnalyticsModelFactory
{
    public static TextAnalyticsError TextAnalyticsError(string code, string message, string target = null) => new(code, message, target);

    public static TextAnalyticsWarning TextAnalyticsWarning(string code, string message) => new(code, message);

    public static TextDocumentStatistics TextDocumentStatistics(int characterCount, int transactionCount) =>
        new(characterCount, transactionCount);

    public static TextDocumentBatchStatistics TextDocumentBatchStatistics(
        int documentCount,
        int validDocumentCount,
        int invalidDocumentCount,
        long transactionCount
    ) => new(documentCount, validDocumentCount, invalidDocumentCount, transactionCount);

    public static SentimentConfidenceScores SentimentConfidenceScores(double positiveScore, double neutralScore, double negativeScore) =>
        new(positiveScore, neutralScore, negativeScore);

    public static DocumentSentiment DocumentSentiment(
        TextSentiment sentiment,
        double positiveScore,
        double neutralScore,
        double negativeScore,
        List<SentenceSentiment> sentenceSentiments,
        IList<TextAnalyticsWarning> warnings = null
    ) =>
        new(
            sentiment,
            SentimentConfidenceScores(positiveScore, neutralScore, negativeScore),
            sentenceSentiments ?? [],
            [.. warnings ?? []]
        );

    public static SentenceSentiment SentenceSentiment(
        TextSentiment sentiment,
        string text,
        double positiveScore,
        double neutralScore,
        double negativeScore,
        int offset,
        int length,
        IEnumerable<SentenceOpinion> opinions
    ) => new(sentiment, text, SentimentConfidenceScores(positiveScore, neutralScore, negativeScore), offset, length, [.. opinions ?? []]);

    public static SentenceOpinion SentenceOpinion(TargetSentiment target, IEnumerable<AssessmentSentiment> assessments) =>
        new(target, [.. assessments ?? []]);

    public static TargetSentiment TargetSentiment(
        TextSentiment sentiment,
        string text,
        double positiveScore,
        double negativeScore,
        int offset,
        int length
    ) => new(sentiment, text, SentimentConfidenceScores(positiveScore, 0, negativeScore), offset, length);

    public static AssessmentSentiment AssessmentSentiment(
        TextSentiment sentiment,
        double positiveScore,
        double negativeScore,
        string text,
        bool isNegated,
        int offset,
        int length
    ) => new(sentiment, text, SentimentConfidenceScores(positiveScore, 0, negativeScore), isNegated, offset, length);

    public static DetectedLanguage DetectedLanguage(
        string name,
        string iso6391Name,
        double confidenceScore,
        IList<TextAnalyticsWarning> warnings = null
    ) => new(name, iso6391Name, confidenceScore, [.. warnings ?? []]);

    public static KeyPhraseCollection KeyPhraseCollection(IList<string> keyPhrases, IList<TextAnalyticsWarning> warnings = null) =>
        new(keyPhrases, [.. warnings ?? []]);

    public static PiiEntity PiiEntity(string text, string category, string subCategory, double score, int offset, int length) =>
        new(text, category, subCategory, score, offset, length);

    public static PiiEntityCollection PiiEntityCollection(
        IEnumerable<PiiEntity> entities,
        string redactedText,
        IEnumerable<TextAnalyticsWarning> warnings = null
    ) => new([.. entities], redactedText, [.. warnings ?? []]);

    public static AnalyzeSentimentResult AnalyzeSentimentResult(
        string id,
        TextDocumentStatistics statistics,
        DocumentSentiment documentSentiment
    ) => new(id, statistics, documentSentiment);

    public static AnalyzeSentimentResult AnalyzeSentimentResult(string id, TextAnalyticsError error) => new(id, error);

    public static AnalyzeSentimentResultCollection AnalyzeSentimentResultCollection(
        IEnumerable<AnalyzeSentimentResult> list,
        TextDocumentBatchStatistics statistics,
        string modelVersion
    ) => new([.. list], statistics, modelVersion);

    public static DetectLanguageResult DetectLanguageResult(
        string id,
        TextDocumentStatistics statistics,
        DetectedLanguage detectedLanguage
    ) => new(id, statistics, detectedLanguage);

    public static DetectLanguageResult DetectLanguageResult(string id, TextAnalyticsError error) => new(id, error);

    public static DetectLanguageResultCollection DetectLanguageResultCollection(
        IEnumerable<DetectLanguageResult> list,
        TextDocumentBatchStatistics statistics,
        string modelVersion
    ) => new([.. list], statistics, modelVersion);

    public static ExtractKeyPhrasesResult ExtractKeyPhrasesResult(
        string id,
        TextDocumentStatistics statistics,
        KeyPhraseCollection keyPhrases
    ) => new(id, statistics, keyPhrases);

    public static ExtractKeyPhrasesResult ExtractKeyPhrasesResult(string id, TextAnalyticsError error) => new(id, error);

    public static ExtractKeyPhrasesResultCollection ExtractKeyPhrasesResultCollection(
        IEnumerable<ExtractKeyPhrasesResult> list,
        TextDocumentBatchStatistics statistics,
        string modelVersion
    ) => new([.. list], statistics, modelVersion);

    public static RecognizePiiEntitiesResult RecognizePiiEntitiesResult(
        string id,
        TextDocumentStatistics statistics,
        PiiEntityCollection entities
    ) => new(id, statistics, entities);

    public static RecognizePiiEntitiesResult RecognizePiiEntitiesResult(string id, TextAnalyticsError error) => new(id, error);

    public static RecognizePiiEntitiesResultCollection RecognizePiiEntitiesResultCollection(
        IEnumerable<RecognizePiiEntitiesResult> list,
        TextDocumentBatchStatistics statistics,
        string modelVersion
    ) => new([.. list], statistics, modelVersion);
}
