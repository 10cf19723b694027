using Azure.AI.TextAnalytics;
using SupportPipeline.AzureSdk.Tests.Http;

namespace SupportPipeline.AzureSdk.Tests.TextAnalytics;

public sealed class OtherResultTests
{
    [Fact]
    public async Task Reads_a_language()
    {
        await using var server = await ScriptedServer.StartAsync(LanguageService.English("0"));

        var results = (await server.Client().DetectLanguageBatchAsync(["Hello"])).Value;

        var language = Assert.Single(results).PrimaryLanguage;
        Assert.Equal(("English", "en", 0.9), (language.Name, language.Iso6391Name, language.ConfidenceScore));
        Assert.Empty(language.Warnings);
        Assert.Equal("2025-01-01", results.ModelVersion);
    }

    [Fact]
    public async Task Reads_key_phrases()
    {
        const string Documents = """[{"id":"0","keyPhrases":["late parcel","refund"],"warnings":[]}]""";
        await using var server = await ScriptedServer.StartAsync(LanguageService.Answer("KeyPhraseExtraction", Documents));

        var results = (await server.Client().ExtractKeyPhrasesBatchAsync(["…"])).Value;

        Assert.Equal(["late parcel", "refund"], Assert.Single(results).KeyPhrases);
    }

    [Fact]
    public async Task Reads_personal_information()
    {
        const string Documents = """
            [{"id":"0","redactedText":"Call ******** or ***","warnings":[],"entities":[
              {"text":"555-1234","category":"PhoneNumber","offset":5,"length":8,"confidenceScore":0.8},
              {"text":"Ann","category":"Person","subcategory":"Given","offset":17,"length":3,"confidenceScore":0.7}]}]
            """;
        await using var server = await ScriptedServer.StartAsync(LanguageService.Answer("PiiEntityRecognition", Documents));

        var results = (await server.Client().RecognizePiiEntitiesBatchAsync(["Call 555-1234 or Ann"])).Value;

        var entities = Assert.Single(results).Entities;
        Assert.Equal("Call ******** or ***", entities.RedactedText);
        Assert.Equal([PiiEntityCategory.PhoneNumber, PiiEntityCategory.Person], entities.Select(entity => entity.Category));
        var phone = entities[0];
        Assert.Equal(("555-1234", 5, 8, 0.8), (phone.Text, phone.Offset, phone.Length, phone.ConfidenceScore));
        Assert.Null(phone.SubCategory);
        Assert.Equal("Given", entities[1].SubCategory);
    }

    [Fact]
    public void Makes_results_for_tests()
    {
        var sentence = TextAnalyticsModelFactory.SentenceSentiment(TextSentiment.Negative, "Bad.", 0.1, 0.2, 0.7, 0, 4, []);
        var sentiment = TextAnalyticsModelFactory.DocumentSentiment(TextSentiment.Negative, 0.1, 0.2, 0.7, [sentence]);
        var statistics = TextAnalyticsModelFactory.TextDocumentStatistics(4, 1);

        var results = TextAnalyticsModelFactory.AnalyzeSentimentResultCollection(
            [
                TextAnalyticsModelFactory.AnalyzeSentimentResult("a", statistics, sentiment),
                TextAnalyticsModelFactory.AnalyzeSentimentResult(
                    "b",
                    TextAnalyticsModelFactory.TextAnalyticsError(TextAnalyticsErrorCode.InvalidDocument, "Empty.")
                ),
            ],
            TextAnalyticsModelFactory.TextDocumentBatchStatistics(2, 1, 1, 1),
            "model"
        );

        Assert.Same(sentiment, results[0].DocumentSentiment);
        Assert.Equal("Bad.", sentiment.Sentences.Single().Text);
        Assert.True(results[1].HasError);
        Assert.Equal(1, results.Statistics.InvalidDocumentCount);
    }
}
