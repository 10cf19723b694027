using Azure;
using Azure.AI.TextAnalytics;
using SupportPipeline.AzureSdk.Tests.Http;

namespace SupportPipeline.AzureSdk.Tests.TextAnalytics;

public sealed class ErrorTests
{
    [Fact]
    public async Task Keeps_the_order_of_the_documents_when_one_of_them_failed()
    {
        const string Documents = """
            [{"id":"0","keyPhrases":["one"],"warnings":[]},{"id":"2","keyPhrases":["three"],"warnings":[]}]
            """;
        const string Errors = """
            [{"id":"1","error":{"code":"InvalidArgument","message":"Invalid document in request.",
              "innererror":{"code":"InvalidDocument","message":"Document text is empty."}}}]
            """;
        await using var server = await ScriptedServer.StartAsync(LanguageService.Answer("KeyPhraseExtraction", Documents, Errors));

        var results = (await server.Client().ExtractKeyPhrasesBatchAsync(["one", "", "three"])).Value;

        Assert.Equal(["0", "1", "2"], results.Select(result => result.Id));
        Assert.Equal([false, true, false], results.Select(result => result.HasError));
        Assert.Equal(TextAnalyticsErrorCode.InvalidDocument, results[1].Error.ErrorCode.ToString());
        Assert.Equal("Document text is empty.", results[1].Error.Message);
        Assert.Equal(["three"], results[2].KeyPhrases);
        var error = Assert.Throws<InvalidOperationException>(() => results[1].KeyPhrases);
        Assert.Equal("Cannot access result for document 1, due to error InvalidDocument: Document text is empty.", error.Message);
    }

    [Fact]
    public void Throws_when_any_kind_of_answer_is_read_from_an_error()
    {
        var error = TextAnalyticsModelFactory.TextAnalyticsError(TextAnalyticsErrorCode.UnsupportedLanguageCode, "No.");

        Assert.Throws<InvalidOperationException>(() => TextAnalyticsModelFactory.AnalyzeSentimentResult("a", error).DocumentSentiment);
        Assert.Throws<InvalidOperationException>(() => TextAnalyticsModelFactory.DetectLanguageResult("a", error).PrimaryLanguage);
        Assert.Throws<InvalidOperationException>(() => TextAnalyticsModelFactory.ExtractKeyPhrasesResult("a", error).KeyPhrases);
        Assert.Throws<InvalidOperationException>(() => TextAnalyticsModelFactory.RecognizePiiEntitiesResult("a", error).Entities);
    }

    [Fact]
    public async Task Throws_with_the_inner_code_when_the_whole_call_fails()
    {
        const string Body = """
            {"error":{"code":"InvalidRequest","message":"Invalid document in request.",
              "innererror":{"code":"InvalidDocumentBatch","message":"Batch request contains too many records. Max 5 records are permitted."}}}
            """;
        await using var server = await ScriptedServer.StartAsync(new ScriptedAnswer(400, Body));

        var error = await Assert.ThrowsAsync<RequestFailedException>(() =>
            server.Client().RecognizePiiEntitiesBatchAsync(["1", "2", "3", "4", "5", "6"])
        );

        Assert.Equal(400, error.Status);
        Assert.Equal(TextAnalyticsErrorCode.InvalidDocumentBatch, error.ErrorCode);
        Assert.Contains("Max 5 records are permitted.", error.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Throws_with_the_outer_code_when_there_is_no_inner_one()
    {
        const string Body = """{"error":{"code":"401","message":"Access denied due to invalid subscription key."}}""";
        await using var server = await ScriptedServer.StartAsync(new ScriptedAnswer(401, Body));

        var error = await Assert.ThrowsAsync<RequestFailedException>(() => server.Client().DetectLanguageBatchAsync(["Hello"]));

        Assert.Equal(401, error.Status);
        Assert.Equal("401", error.ErrorCode);
    }

    [Fact]
    public async Task Throws_with_the_status_alone_when_the_body_is_not_an_error_document()
    {
        await using var server = await ScriptedServer.StartAsync(new ScriptedAnswer(404, "<html>"));

        var error = await Assert.ThrowsAsync<RequestFailedException>(() => server.Client().DetectLanguageBatchAsync(["Hello"]));

        Assert.Equal(404, error.Status);
        Assert.Null(error.ErrorCode);
    }

    [Theory]
    [InlineData(408)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task Tries_again_when_the_service_is_busy(int status)
    {
        await using var server = await ScriptedServer.StartAsync(new(status), new(status), LanguageService.English("0"));

        var results = (await server.Client().DetectLanguageBatchAsync(["Hello"])).Value;

        Assert.Equal("en", Assert.Single(results).PrimaryLanguage.Iso6391Name);
        Assert.Equal(3, server.Requests.Count);
        Assert.Equal(server.Requests[0].Body, server.Requests[2].Body);
    }

    [Fact]
    public async Task Gives_up_after_three_retries()
    {
        await using var server = await ScriptedServer.StartAsync(new(429), new(429), new(429), new(429));

        var error = await Assert.ThrowsAsync<RequestFailedException>(() => server.Client().DetectLanguageBatchAsync(["Hello"]));

        Assert.Equal(429, error.Status);
        Assert.Equal(4, server.Requests.Count);
    }

    [Fact]
    public async Task Waits_as_long_as_the_service_says()
    {
        await using var server = await ScriptedServer.StartAsync(
            new ScriptedAnswer(429).With("Retry-After", "3600"),
            LanguageService.English("0")
        );
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2));

        // Without the header the second attempt would follow after a millisecond and succeed.
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            server.Client().DetectLanguageBatchAsync(["Hello"], cancellationToken: patience.Token)
        );

        Assert.Single(server.Requests);
    }
}
