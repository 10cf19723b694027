using System.Net;
using System.Text.Json.Nodes;
using Azure;
using Azure.AI.TextAnalytics;
using SupportPipeline.LocalHost.Faults;
using SupportPipeline.LocalHost.Language;

namespace SupportPipeline.LocalHost.Tests.Language;

public sealed class AnalyzeTextEndpointTests
{
    private const string Sentiment = "SentimentAnalysis";

    [Fact]
    public async Task Sentiment_comes_sentence_by_sentence_with_opinions()
    {
        await using var server = await LanguageServer.StartAsync();

        using var response = await server.AskAsync(Sentiment, "The parcel is late. The driver is nice!");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        await AssertJsonAsync(
            """
            {"kind":"SentimentAnalysisResults","results":{"documents":[{"sentiment":"mixed",
              "confidenceScores":{"positive":0.43,"neutral":0.15,"negative":0.43},
              "sentences":[
                {"sentiment":"negative","offset":0,"length":19,"text":"The parcel is late.","confidenceScores":{"positive":0.05,"neutral":0.15,"negative":0.8},
                 "targets":[{"sentiment":"negative","offset":4,"length":6,"text":"parcel","confidenceScores":{"positive":0.01,"negative":0.99},
                   "relations":[{"relationType":"assessment","ref":"#/documents/0/sentences/0/assessments/0"}]}],
                 "assessments":[{"sentiment":"negative","offset":14,"length":4,"text":"late","isNegated":false,"confidenceScores":{"positive":0.01,"negative":0.99}}]},
                {"sentiment":"positive","offset":20,"length":19,"text":"The driver is nice!","confidenceScores":{"positive":0.8,"neutral":0.15,"negative":0.05},
                 "targets":[],
                 "assessments":[{"sentiment":"positive","offset":34,"length":4,"text":"nice","isNegated":false,"confidenceScores":{"positive":0.99,"negative":0.01}}]}],
              "id":"0","warnings":[]}],"errors":[],"modelVersion":"local"}}
            """,
            response
        );
    }

    [Fact]
    public async Task The_client_reads_every_kind_of_answer()
    {
        await using var server = await LanguageServer.StartAsync();
        var client = new TextAnalyticsClient(server.Client.BaseAddress!, new AzureKeyCredential(LanguageServiceSetup.Key));
        string[] texts = ["Where is my parcel? It is late", "12"];

        var sentiment = (
            await client.AnalyzeSentimentBatchAsync(texts, options: new AnalyzeSentimentOptions { IncludeOpinionMining = true })
        ).Value;
        var languages = (await client.DetectLanguageBatchAsync([.. texts, "我的快递什么时候到？", "我的快遞什麼時候到？"])).Value;
        var phrases = (await client.ExtractKeyPhrasesBatchAsync(texts)).Value;
        var personal = (await client.RecognizePiiEntitiesBatchAsync(["Write to jo@example.com"])).Value;

        Assert.Equal([TextSentiment.Negative, TextSentiment.Neutral], sentiment.Select(result => result.DocumentSentiment.Sentiment));
        Assert.Equal([0, 20], sentiment[0].DocumentSentiment.Sentences.Select(sentence => sentence.Offset));
        Assert.Equal(
            [("English", "en"), ("(Unknown)", "(Unknown)"), ("Chinese_Simplified", "zh_chs"), ("Chinese_Traditional", "zh_cht")],
            languages.Select(result => (result.PrimaryLanguage.Name, result.PrimaryLanguage.Iso6391Name))
        );
        Assert.Equal(["parcel", "Where"], phrases[0].KeyPhrases);
        Assert.Equal(
            ("Email", "jo@example.com", 9),
            personal[0].Entities.Select(one => (one.Category.ToString(), one.Text, one.Offset)).Single()
        );
        Assert.Equal("Write to **************", personal[0].Entities.RedactedText);
    }

    [Theory]
    [InlineData("en", "en")]
    [InlineData("zh", "zh-Hans")]
    [InlineData("zh-hant", "zh-Hant")]
    [InlineData("pt-BR", "pt")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public async Task The_analyzer_is_told_the_language(string? language, string expected)
    {
        await using var server = await LanguageServer.StartAsync();

        using var response = await server.AskInAsync("KeyPhraseExtraction", language, "own: words");

        var json = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.Equal($"language {expected}", (string?)json["results"]!["documents"]![0]!["keyPhrases"]![0]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("guessed")]
    public async Task A_wrong_key_is_refused(string? key)
    {
        await using var server = await LanguageServer.StartAsync();

        using var response = await server.PostAsync(LanguageServer.Body(Sentiment, "en", "text"), key);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        await AssertJsonAsync(
            """{"error":{"code":"401","message":"The key is missing, or it is not the one of this resource."}}""",
            response
        );
    }

    [Theory]
    [InlineData(Sentiment, 10)]
    [InlineData("KeyPhraseExtraction", 10)]
    [InlineData("PiiEntityRecognition", 5)]
    [InlineData("LanguageDetection", 1_000)]
    public async Task A_call_takes_so_many_documents(string kind, int limit)
    {
        await using var server = await LanguageServer.StartAsync();

        using var full = await server.AskAsync(kind, [.. Enumerable.Repeat("text", limit)]);
        using var tooMany = await server.AskAsync(kind, [.. Enumerable.Repeat("text", limit + 1)]);

        Assert.Equal(HttpStatusCode.OK, full.StatusCode);
        await AssertRefusedAsync("InvalidDocumentBatch", $"One call takes at most {limit} documents of this kind.", tooMany);
    }

    [Theory]
    [InlineData("", "InvalidRequestBodyFormat", "The body is not JSON.")]
    [InlineData("[]", "InvalidParameterValue", "The kind is not one of this service.")]
    [InlineData("""{"kind":"Weather"}""", "InvalidParameterValue", "The kind is not one of this service.")]
    [InlineData("""{"kind":"SentimentAnalysis"}""", "InvalidParameterValue", "Here stringIndexType has to be Utf16CodeUnit.")]
    [InlineData("""{"kind":"KeyPhraseExtraction"}""", "MissingInputRecords", "There are no documents.")]
    [InlineData("""{"kind":"KeyPhraseExtraction","analysisInput":{"documents":[]}}""", "MissingInputRecords", "There are no documents.")]
    [InlineData(
        """{"kind":"KeyPhraseExtraction","analysisInput":{"documents":[{"text":"a"}]}}""",
        "InvalidDocument",
        "A document has no id."
    )]
    [InlineData(
        """{"kind":"KeyPhraseExtraction","analysisInput":{"documents":[{"id":"1","text":"a"},{"id":"1","text":"b"}]}}""",
        "InvalidDocumentBatch",
        "Two documents have the same id."
    )]
    public async Task A_request_that_is_wrong_is_refused_as_a_whole(string body, string code, string message)
    {
        await using var server = await LanguageServer.StartAsync();

        using var response = await server.PostAsync(body);

        await AssertRefusedAsync(code, message, response);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2019-01-01")]
    public async Task Another_version_of_the_api_is_refused(string version)
    {
        await using var server = await LanguageServer.StartAsync();

        using var response = await server.PostAsync(LanguageServer.Body(Sentiment, "en", "text"), version: version);

        await AssertRefusedAsync("InvalidParameterValue", "The api-version is missing or not one of this service.", response);
    }

    [Fact]
    public async Task A_request_of_more_than_a_megabyte_is_refused()
    {
        await using var server = await LanguageServer.StartAsync();

        using var response = await server.AskAsync(Sentiment, new string('x', AnalyzeTextEndpoint.MaxBytes));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        await AssertJsonAsync("""{"error":{"code":"RequestEntityTooLarge","message":"A request has at most 1 MB."}}""", response);
    }

    [Theory]
    [InlineData("en", "", "InvalidDocument", "The document is empty.")]
    [InlineData("en", " \n", "InvalidDocument", "The document is empty.")]
    [InlineData("en", "5121", "InvalidDocument", "A document has at most 5120 text elements.")]
    [InlineData("tlh", "text", "UnsupportedLanguageCode", "The language is not one of this service.")]
    public async Task A_document_that_is_wrong_is_refused_alone(string language, string text, string code, string message)
    {
        await using var server = await LanguageServer.StartAsync();
        var words = text == "5121" ? new string('x', 5_121) : text;
        var body = JsonNode.Parse(LanguageServer.Body("KeyPhraseExtraction", "en", "parcel", words, "parcel"))!;
        body["analysisInput"]!["documents"]![1]!["language"] = language;

        using var response = await server.PostAsync(body.ToJsonString());

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        await AssertJsonAsync(
            $$$$"""
            {"kind":"KeyPhraseExtractionResults","results":{
              "documents":[{"keyPhrases":["parcel"],"id":"0","warnings":[]},{"keyPhrases":["parcel"],"id":"2","warnings":[]}],
              "errors":[{"id":"1","error":{"code":"InvalidArgument","message":"{{{{message}}}}","innererror":{"code":"{{{{code}}}}","message":"{{{{message}}}}"}}}],
              "modelVersion":"local"}}
            """,
            response
        );
    }

    [Fact]
    public async Task A_document_at_the_limit_is_answered()
    {
        await using var server = await LanguageServer.StartAsync();

        using var response = await server.AskAsync(
            Sentiment,
            string.Concat(Enumerable.Repeat("é", 5_120)).Normalize(System.Text.NormalizationForm.FormD)
        );

        Assert.Empty(JsonNode.Parse(await response.Content.ReadAsStringAsync())!["results"]!["errors"]!.AsArray());
    }

    [Theory]
    [InlineData(429, null, "1", "429")]
    [InlineData(429, 90, "90", "429")]
    [InlineData(503, 5, "5", "ServiceUnavailable")]
    [InlineData(503, null, null, "ServiceUnavailable")]
    [InlineData(500, null, null, "InternalServerError")]
    [InlineData(401, null, null, "401")]
    [InlineData(400, null, null, "InvalidRequest")]
    public async Task A_planned_fault_refuses_one_request(int status, int? retryAfter, string? header, string code)
    {
        await using var server = await LanguageServer.StartAsync();
        server.Misbehave(new FaultPlan { Status = status, RetryAfter = retryAfter is { } seconds ? TimeSpan.FromSeconds(seconds) : null });

        using var refused = await server.AskAsync(Sentiment, "text");
        using var answered = await server.AskAsync(Sentiment, "text");

        Assert.Equal(status, (int)refused.StatusCode);
        Assert.Equal(header, refused.Headers.TryGetValues("Retry-After", out var values) ? Assert.Single(values) : null);
        await AssertJsonAsync($$$"""{"error":{"code":"{{{code}}}","message":"A planned fault."}}""", refused);
        Assert.Equal(HttpStatusCode.OK, answered.StatusCode);
    }

    [Fact]
    public async Task A_dropped_answer_cuts_the_connection()
    {
        await using var server = await LanguageServer.StartAsync();
        server.Misbehave(new FaultPlan { DropAnswer = true });

        await Assert.ThrowsAsync<HttpRequestException>(() => server.AskAsync(Sentiment, "text"));

        using var answered = await server.AskAsync(Sentiment, "text");
        Assert.Equal(HttpStatusCode.OK, answered.StatusCode);
    }

    private static Task AssertRefusedAsync(string code, string message, HttpResponseMessage response)
    {
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        return AssertJsonAsync(
            $$$$"""{"error":{"code":"InvalidRequest","message":"{{{{message}}}}","innererror":{"code":"{{{{code}}}}","message":"{{{{message}}}}"}}}""",
            response
        );
    }

    private static async Task AssertJsonAsync(string expected, HttpResponseMessage response)
    {
        var actual = JsonNode.Parse(await response.Content.ReadAsStringAsync());
        if (!JsonNode.DeepEquals(JsonNode.Parse(expected), actual))
        {
            Assert.Equal(JsonNode.Parse(expected)!.ToJsonString(), actual!.ToJsonString());
        }
    }
}
