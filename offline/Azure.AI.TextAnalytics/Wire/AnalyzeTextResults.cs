using System.Text.Json;

namespace Azure.AI.TextAnalytics.Wire;

/// <summary>The <c>results</c> of an answer: documents, errors, statistics, model.</summary>
internal sealed class AnalyzeTextResults(JsonElement results, IReadOnlyList<string> ids)
{
    public string ModelVersion => results.Text("modelVersion");

    /// <summary>Null when none came.</summary>
    public TextDocumentBatchStatistics Statistics =>
        results.TryGetProperty("statistics", out var statistics)
            ? new(
                statistics.Number("documentsCount"),
                statistics.Number("validDocumentsCount"),
                statistics.Number("erroneousDocumentsCount"),
                statistics.GetProperty("transactionsCount").GetInt64()
            )
            : null;

    /// <summary>The service lists answers and errors apart; here they stand in the order of the question again.</summary>
    public List<T> InOrder<T>(Func<JsonElement, T> answer, Func<string, TextAnalyticsError, T> error)
        where T : TextAnalyticsResult
    {
        var place = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < ids.Count; i++)
        {
            place.TryAdd(ids[i], i);
        }

        return
        [
            .. results
                .Each("documents")
                .Select(answer)
                .Concat(
                    results.Each("errors").Select(item => error(item.Text("id"), AnalyzeTextErrors.Innermost(item.GetProperty("error"))))
                )
                .OrderBy(result => place.GetValueOrDefault(result.Id, int.MaxValue)),
        ];
    }

    public AnalyzeSentimentResult Sentiment(JsonElement document) =>
        new(document.Text("id"), DocumentStatistics(document), new SentimentReader(results).Read(document));

    public DetectLanguageResult Language(JsonElement document)
    {
        var language = document.GetProperty("detectedLanguage");
        return new(
            document.Text("id"),
            DocumentStatistics(document),
            new DetectedLanguage(language.Text("name"), language.Text("iso6391Name"), language.Score("confidenceScore"), Warnings(document))
        );
    }

    public ExtractKeyPhrasesResult KeyPhrases(JsonElement document) =>
        new(
            document.Text("id"),
            DocumentStatistics(document),
            new KeyPhraseCollection([.. document.Each("keyPhrases").Select(phrase => phrase.GetString())], Warnings(document))
        );

    public RecognizePiiEntitiesResult PersonalInformation(JsonElement document)
    {
        var entities = document
            .Each("entities")
            .Select(entity => new PiiEntity(
                entity.Text("text"),
                entity.Text("category"),
                entity.Text("subcategory"),
                entity.Score("confidenceScore"),
                entity.Number("offset"),
                entity.Number("length")
            ));
        return new(
            document.Text("id"),
            DocumentStatistics(document),
            new PiiEntityCollection([.. entities], document.Text("redactedText"), Warnings(document))
        );
    }

    internal static List<TextAnalyticsWarning> Warnings(JsonElement document) =>
        [.. document.Each("warnings").Select(warning => new TextAnalyticsWarning(warning.Text("code"), warning.Text("message")))];

    private static TextDocumentStatistics DocumentStatistics(JsonElement document) =>
        document.TryGetProperty("statistics", out var statistics)
            ? new(statistics.Number("charactersCount"), statistics.Number("transactionsCount"))
            : default;
}
