using Azure.AI.TextAnalytics;
using SupportPipeline.AzureSdk.Tests.Http;

namespace SupportPipeline.AzureSdk.Tests.TextAnalytics;

public sealed class SentimentResultTests
{
    private const string Text = "🙂 Ok. The food was not good, the staff was kind and quick.";

    /// <summary>The second document of the answer; both targets of its second sentence refer to assessments by pointer.</summary>
    private const string Documents = """
        [{"id":"first","sentiment":"neutral","confidenceScores":{"positive":0.1,"neutral":0.8,"negative":0.1},"sentences":[],"warnings":[]},
         {"id":"second","sentiment":"mixed","confidenceScores":{"positive":0.43,"neutral":0.04,"negative":0.53},
          "statistics":{"charactersCount":58,"transactionsCount":1},
          "sentences":[
           {"sentiment":"positive","confidenceScores":{"positive":0.9,"neutral":0.1,"negative":0},"offset":0,"length":6,"text":"🙂 Ok."},
           {"sentiment":"negative","confidenceScores":{"positive":0.4,"neutral":0,"negative":0.6},"offset":7,"length":52,
            "text":"The food was not good, the staff was kind and quick.",
            "targets":[
             {"sentiment":"negative","confidenceScores":{"positive":0.01,"negative":0.99},"offset":11,"length":4,"text":"food",
              "relations":[{"relationType":"assessment","ref":"#/documents/1/sentences/1/assessments/0"}]},
             {"sentiment":"positive","confidenceScores":{"positive":0.98,"negative":0.02},"offset":34,"length":5,"text":"staff",
              "relations":[{"relationType":"assessment","ref":"#/documents/1/sentences/1/assessments/2"},
                           {"relationType":"assessment","ref":"#/documents/1/sentences/1/assessments/1"}]}],
            "assessments":[
             {"sentiment":"negative","confidenceScores":{"positive":0.01,"negative":0.99},"offset":24,"length":4,"text":"good","isNegated":true},
             {"sentiment":"positive","confidenceScores":{"positive":1,"negative":0},"offset":44,"length":4,"text":"kind","isNegated":false},
             {"sentiment":"positive","confidenceScores":{"positive":0.97,"negative":0.03},"offset":53,"length":5,"text":"quick","isNegated":false}]}],
          "warnings":[{"code":"LongWordsInDocument","message":"Long words."}]}]
        """;

    [Fact]
    public async Task Reads_the_sentiment_of_documents_and_sentences()
    {
        var document = (await SecondAsync()).DocumentSentiment;

        Assert.Equal(TextSentiment.Mixed, document.Sentiment);
        Assert.Equal((0.43, 0.04, 0.53), Scores(document.ConfidenceScores));
        Assert.Equal([TextSentiment.Positive, TextSentiment.Negative], document.Sentences.Select(sentence => sentence.Sentiment));
        Assert.Equal((0.4, 0, 0.6), Scores(document.Sentences.Last().ConfidenceScores));
        var warning = Assert.Single(document.Warnings);
        Assert.Equal(TextAnalyticsWarningCode.LongWordsInDocument, warning.WarningCode.ToString());
        Assert.Equal("Long words.", warning.Message);
    }

    [Fact]
    public async Task Gives_offsets_that_fit_substring()
    {
        var document = (await SecondAsync()).DocumentSentiment;

        Assert.All(document.Sentences, sentence => Assert.Equal(sentence.Text, Text.Substring(sentence.Offset, sentence.Length)));
        Assert.All(
            document.Sentences.SelectMany(sentence => sentence.Opinions),
            opinion => Assert.Equal(opinion.Target.Text, Text.Substring(opinion.Target.Offset, opinion.Target.Length))
        );
    }

    [Fact]
    public async Task Joins_targets_to_the_assessments_they_refer_to()
    {
        var sentences = (await SecondAsync()).DocumentSentiment.Sentences;

        Assert.Empty(sentences.First().Opinions);
        var opinions = sentences.Last().Opinions.ToList();
        Assert.Equal(["food", "staff"], opinions.Select(opinion => opinion.Target.Text));
        Assert.Equal([TextSentiment.Negative, TextSentiment.Positive], opinions.Select(opinion => opinion.Target.Sentiment));
        Assert.Equal((0.01, 0, 0.99), Scores(opinions[0].Target.ConfidenceScores));
        var good = Assert.Single(opinions[0].Assessments);
        Assert.Equal(("good", true, 24, 4, TextSentiment.Negative), (good.Text, good.IsNegated, good.Offset, good.Length, good.Sentiment));
        Assert.Equal((0.01, 0, 0.99), Scores(good.ConfidenceScores));
        Assert.Equal(["quick", "kind"], opinions[1].Assessments.Select(assessment => assessment.Text));
    }

    [Fact]
    public async Task Reads_statistics_of_documents_and_of_the_call()
    {
        var body = $$$"""
            {"kind":"SentimentAnalysisResults","results":{
              "statistics":{"documentsCount":2,"validDocumentsCount":2,"erroneousDocumentsCount":0,"transactionsCount":3},
              "documents":{{{Documents}}},"errors":[],"modelVersion":"2025-01-01"}}
            """;
        await using var server = await ScriptedServer.StartAsync(new ScriptedAnswer(200, body));

        var results = (await AskAsync(server)).Value;

        Assert.Equal("2025-01-01", results.ModelVersion);
        Assert.Equal(
            (2, 2, 0, 3L),
            (
                results.Statistics.DocumentCount,
                results.Statistics.ValidDocumentCount,
                results.Statistics.InvalidDocumentCount,
                results.Statistics.TransactionCount
            )
        );
        Assert.Equal((58, 1), (results[1].Statistics.CharacterCount, results[1].Statistics.TransactionCount));
        Assert.Equal(0, results[0].Statistics.CharacterCount);
    }

    private static async Task<AnalyzeSentimentResult> SecondAsync()
    {
        await using var server = await ScriptedServer.StartAsync(LanguageService.Answer("SentimentAnalysis", Documents));
        return (await AskAsync(server)).Value.Single(result => string.Equals(result.Id, "second", StringComparison.Ordinal));
    }

    private static Task<Azure.Response<AnalyzeSentimentResultCollection>> AskAsync(ScriptedServer server) =>
        server
            .Client()
            .AnalyzeSentimentBatchAsync(
                [new TextDocumentInput("first", "It is."), new TextDocumentInput("second", Text)],
                new AnalyzeSentimentOptions { IncludeOpinionMining = true }
            );

    private static (double Positive, double Neutral, double Negative) Scores(SentimentConfidenceScores scores) =>
        (scores.Positive, scores.Neutral, scores.Negative);
}
