using Azure.AI.TextAnalytics;
using SupportPipeline.AzureSdk.Tests.Http;

namespace SupportPipeline.AzureSdk.Tests.TextAnalytics;

public sealed class RequestTests
{
    [Fact]
    public async Task Posts_to_analyze_text_with_the_key()
    {
        await using var server = await ScriptedServer.StartAsync(LanguageService.English("0"));

        await server.Client().DetectLanguageBatchAsync(["Hello"]);

        var request = server.OnlyRequest;
        Assert.Equal("POST", request.Method);
        Assert.StartsWith("/language/:analyze-text?api-version=2023-04-01", request.Target, StringComparison.Ordinal);
        Assert.Equal("test-key", request.Headers["Ocp-Apim-Subscription-Key"]);
        Assert.Equal("application/json", request.Headers["Content-Type"]);
        Assert.Equal("application/json", request.Headers["Accept"]);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/local")]
    public async Task Keeps_the_path_of_the_endpoint(string path)
    {
        await using var server = await ScriptedServer.StartAsync(LanguageService.English("0"));
        var client = new TextAnalyticsClient(new Uri(server.Address + path), LanguageService.Key);

        await client.DetectLanguageBatchAsync(["Hello"]);

        Assert.StartsWith($"{path.TrimEnd('/')}/language/:analyze-text?", server.OnlyRequest.Target, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Numbers_texts_and_fills_in_the_default_language()
    {
        await using var server = await ScriptedServer.StartAsync(LanguageService.Answer("SentimentAnalysis", "[]"));

        await server.Client().AnalyzeSentimentBatchAsync(["One", "Zwei"]);

        JsonAssert.Equal(
            """
            {"kind":"SentimentAnalysis","parameters":{"stringIndexType":"Utf16CodeUnit"},
             "analysisInput":{"documents":[{"id":"0","text":"One","language":"en"},{"id":"1","text":"Zwei","language":"en"}]}}
            """,
            server.OnlyRequest.Body
        );
    }

    [Fact]
    public async Task Sends_the_options_of_a_sentiment_call()
    {
        await using var server = await ScriptedServer.StartAsync(LanguageService.Answer("SentimentAnalysis", "[]"));
        var options = new AnalyzeSentimentOptions
        {
            IncludeOpinionMining = true,
            DisableServiceLogs = true,
            ModelVersion = "latest",
            IncludeStatistics = true,
        };

        await server
            .Client()
            .AnalyzeSentimentBatchAsync(
                [new TextDocumentInput("a", "Schön") { Language = "de" }, new TextDocumentInput("b", "Nice")],
                options
            );

        Assert.Contains("showStats=true", server.OnlyRequest.Target, StringComparison.OrdinalIgnoreCase);
        JsonAssert.Equal(
            """
            {"kind":"SentimentAnalysis",
             "parameters":{"modelVersion":"latest","loggingOptOut":true,"stringIndexType":"Utf16CodeUnit","opinionMining":true},
             "analysisInput":{"documents":[{"id":"a","text":"Schön","language":"de"},{"id":"b","text":"Nice","language":"en"}]}}
            """,
            server.OnlyRequest.Body
        );
    }

    [Fact]
    public async Task Sends_country_hints_for_language_detection()
    {
        await using var server = await ScriptedServer.StartAsync(LanguageService.English("a", "b"), LanguageService.English("0"));
        var client = server.Client();

        await client.DetectLanguageBatchAsync([
            new DetectLanguageInput("a", "Hola") { CountryHint = DetectLanguageInput.None },
            new DetectLanguageInput("b", "Hello"),
        ]);
        await client.DetectLanguageBatchAsync(["Bonjour"], "fr");

        JsonAssert.Equal(
            """
            {"kind":"LanguageDetection","parameters":{},
             "analysisInput":{"documents":[{"id":"a","text":"Hola","countryHint":""},{"id":"b","text":"Hello","countryHint":"us"}]}}
            """,
            server.Requests[0].Body
        );
        JsonAssert.Equal(
            """
            {"kind":"LanguageDetection","parameters":{},
             "analysisInput":{"documents":[{"id":"0","text":"Bonjour","countryHint":"fr"}]}}
            """,
            server.Requests[1].Body
        );
    }

    [Fact]
    public async Task Sends_the_filters_for_personal_information()
    {
        await using var server = await ScriptedServer.StartAsync(LanguageService.Answer("PiiEntityRecognition", "[]"));
        var options = new RecognizePiiEntitiesOptions
        {
            DomainFilter = PiiEntityDomain.ProtectedHealthInformation,
            CategoriesFilter = { PiiEntityCategory.Email, PiiEntityCategory.PhoneNumber, "DEPassportNumber" },
        };

        await server.Client().RecognizePiiEntitiesBatchAsync(["a@example.com"], "de", options);

        JsonAssert.Equal(
            """
            {"kind":"PiiEntityRecognition",
             "parameters":{"stringIndexType":"Utf16CodeUnit","domain":"phi","piiCategories":["Email","PhoneNumber","DEPassportNumber"]},
             "analysisInput":{"documents":[{"id":"0","text":"a@example.com","language":"de"}]}}
            """,
            server.OnlyRequest.Body
        );
    }

    [Fact]
    public async Task Takes_the_defaults_of_the_client_options()
    {
        await using var server = await ScriptedServer.StartAsync(LanguageService.Answer("KeyPhraseExtraction", "[]"));
        var options = new TextAnalyticsClientOptions(TextAnalyticsClientOptions.ServiceVersion.V2022_05_01) { DefaultLanguage = "ru" };

        await server.Client(options).ExtractKeyPhrasesBatchAsync(["Текст"]);

        Assert.Contains("api-version=2022-05-01", server.OnlyRequest.Target, StringComparison.Ordinal);
        JsonAssert.Equal(
            """
            {"kind":"KeyPhraseExtraction","parameters":{},
             "analysisInput":{"documents":[{"id":"0","text":"Текст","language":"ru"}]}}
            """,
            server.OnlyRequest.Body
        );
    }

    [Fact]
    public async Task Refuses_a_call_without_documents()
    {
        await using var server = await ScriptedServer.StartAsync();
        var client = server.Client();

        await Assert.ThrowsAsync<ArgumentException>(() => client.DetectLanguageBatchAsync(Array.Empty<string>()));
        await Assert.ThrowsAsync<ArgumentNullException>(() => client.AnalyzeSentimentBatchAsync((IEnumerable<string>)null!));
        Assert.Empty(server.Requests);
    }
}
