using System.Text.Json.Nodes;

namespace Azure.AI.TextAnalytics.Wire;

/// <summary>The body of <c>POST language/:analyze-text</c>: one kind of question about many documents.</summary>
internal sealed class AnalyzeTextRequest
{
    private readonly string kind;
    private readonly JsonObject parameters = [];
    private readonly JsonArray documents = [];
    private readonly List<string> ids = [];

    private AnalyzeTextRequest(string kind, TextAnalyticsRequestOptions options)
    {
        this.kind = kind;
        IncludeStatistics = options.IncludeStatistics;
        if (options.ModelVersion is not null)
        {
            parameters["modelVersion"] = options.ModelVersion;
        }

        if (options.DisableServiceLogs is { } optOut)
        {
            parameters["loggingOptOut"] = optOut;
        }
    }

    /// <summary>The ids of the documents in the order in which they are asked about.</summary>
    public IReadOnlyList<string> Ids => ids;

    /// <summary>Goes into the query, not into the body.</summary>
    public bool IncludeStatistics { get; }

    public static AnalyzeTextRequest Sentiment(AnalyzeSentimentOptions options)
    {
        options ??= new AnalyzeSentimentOptions();
        var request = new AnalyzeTextRequest("SentimentAnalysis", options).CountingUtf16();
        if (options.IncludeOpinionMining is { } opinions)
        {
            request.parameters["opinionMining"] = opinions;
        }

        return request;
    }

    public static AnalyzeTextRequest Language(TextAnalyticsRequestOptions options) =>
        new("LanguageDetection", options ?? new TextAnalyticsRequestOptions());

    public static AnalyzeTextRequest KeyPhrases(TextAnalyticsRequestOptions options) =>
        new("KeyPhraseExtraction", options ?? new TextAnalyticsRequestOptions());

    public static AnalyzeTextRequest PersonalInformation(RecognizePiiEntitiesOptions options)
    {
        options ??= new RecognizePiiEntitiesOptions();
        var request = new AnalyzeTextRequest("PiiEntityRecognition", options).CountingUtf16();
        if (options.DomainFilter == PiiEntityDomain.ProtectedHealthInformation)
        {
            request.parameters["domain"] = "phi";
        }

        if (options.CategoriesFilter.Count > 0)
        {
            request.parameters["piiCategories"] = new JsonArray([
                .. options.CategoriesFilter.Select(category => JsonValue.Create(category.ToString())),
            ]);
        }

        return request;
    }

    /// <summary>Adds one document; <paramref name="hintName"/> is what the kind calls its hint, <c>language</c> or <c>countryHint</c>.</summary>
    public AnalyzeTextRequest Add(string id, string text, string hintName, string hint)
    {
        ids.Add(id);
        documents.Add(
            (JsonNode)
                new JsonObject
                {
                    ["id"] = id,
                    ["text"] = text,
                    [hintName] = hint,
                }
        );
        return this;
    }

    public BinaryData ToBinaryData() =>
        BinaryData.FromString(
            new JsonObject
            {
                ["kind"] = kind,
                ["parameters"] = parameters,
                ["analysisInput"] = new JsonObject { ["documents"] = documents },
            }.ToJsonString()
        );

    private AnalyzeTextRequest CountingUtf16()
    {
        // .NET strings are UTF-16: offsets in other units would not fit Substring.
        parameters["stringIndexType"] = "Utf16CodeUnit";
        return this;
    }
}
