using System.Text.Json.Nodes;
using SupportPipeline.Triage.Azure;

namespace SupportPipeline.Triage;

[Collection("Language service")]
public sealed class MessageTriagerTests
{
    private const string Text = "Parcel came late";

    [Fact]
    public async Task A_message_costs_one_call_which_asks_for_sentiment_with_opinions()
    {
        await using var bench = await TriageBench.OpenAsync();

        await bench.TriageAsync("The parcel is late");

        var expected = JsonNode.Parse(
            """
            {"kind":"SentimentAnalysis","parameters":{"stringIndexType":"Utf16CodeUnit","loggingOptOut":true,"opinionMining":true},
             "analysisInput":{"documents":[{"id":"0","language":"en","text":"The parcel is late"}]}}
            """
        );
        Assert.True(JsonNode.DeepEquals(expected, JsonNode.Parse(Assert.Single(bench.Server.Calls).Body)), bench.Server.Calls[0].Body);
        Assert.Equal([null], bench.EmbeddedLanguages);
    }

    [Fact]
    public async Task The_service_decides_the_sentiment_and_the_embedded_analyzer_everything_else()
    {
        await using var bench = await TriageBench.OpenAsync();

        var triage = await bench.TriageAsync(Text);

        var embedded = TriageBench.Neutral(Text);
        Assert.Equivalent(
            embedded with
            {
                Engine = TriageEngine.Azure,
                Sentiment = new(Sentiment.Negative, 0.7, false, [new("Parcel", 0, 6, "azure"), new("late", 12, 4, "azure")]),
                Scores = new(0.1, 0.2, 0.7),
            },
            triage,
            strict: true
        );
        Assert.Null(triage.FallbackReason);
        Assert.Empty(bench.Warnings);
    }

    [Theory]
    [InlineData("我的快递一个星期了还没有到，请帮我查一下。", "zh-hans")]
    [InlineData("我的包裹一個星期了還沒有到，請幫我查一下。", "zh-hant")]
    [InlineData("Посылка опаздывает уже неделю, помогите пожалуйста.", "ru")]
    [InlineData("12345 !!!", "en")]
    public async Task The_language_found_by_the_embedded_analyzer_is_the_hint_and_english_stands_for_none(string text, string hint)
    {
        await using var bench = await TriageBench.OpenAsync();

        await bench.TriageAsync(text);

        Assert.Equal(hint, Assert.Single(Assert.Single(bench.Server.Calls).Documents).GetProperty("language").GetString());
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t\u3000")]
    public async Task A_blank_message_is_not_sent(string text)
    {
        await using var bench = await TriageBench.OpenAsync();

        var triage = await bench.TriageAsync(text);

        Assert.Equal((TriageEngine.Embedded, null), (triage.Engine, triage.FallbackReason));
        Assert.Empty(bench.Server.Calls);
    }

    [Fact]
    public async Task The_embedded_engine_asks_nobody()
    {
        await using var bench = await TriageBench.OpenAsync();
        using var metrics = new Platform.PipelineMetrics(TimeProvider.System);
        var triager = new MessageTriager(TriageBench.Neutral, null, metrics);

        var triages = await triager.TriageAsync([Text, ""], CancellationToken.None);

        Assert.Equal([TriageEngine.Embedded, TriageEngine.Embedded], triages.Select(triage => triage.Engine));
        Assert.Empty(bench.Server.Calls);
    }

    [Theory]
    [InlineData(1, new[] { 1 })]
    [InlineData(10, new[] { 10 })]
    [InlineData(11, new[] { 10, 1 })]
    [InlineData(23, new[] { 10, 10, 3 })]
    public async Task Ten_messages_share_a_call(int messages, int[] calls)
    {
        await using var bench = await TriageBench.OpenAsync();
        bench.Server.About = (_, text) => ServiceAnswers.Sentiment(text, "negative", 0, 0.3, 0.7);
        var texts = Enumerable.Range(0, messages).Select(number => $"Parcel came late{number}").ToList();

        var triages = await bench.Triager.TriageAsync(texts, CancellationToken.None);

        Assert.Equal(calls, bench.Server.Calls.Select(call => call.Documents.Count));
        Assert.Equal(texts.Select(text => text[12..]), triages.Select(triage => triage.Sentiment.Evidence[1].Text));
    }

    [Fact]
    public async Task Blank_messages_take_no_room_in_a_call_and_keep_their_place()
    {
        await using var bench = await TriageBench.OpenAsync();

        var triages = await bench.Triager.TriageAsync(["", Text, " ", Text], CancellationToken.None);

        Assert.Equal([Text, Text], Assert.Single(bench.Server.Calls).Texts);
        Assert.Equal(
            [TriageEngine.Embedded, TriageEngine.Azure, TriageEngine.Embedded, TriageEngine.Azure],
            triages.Select(triage => triage.Engine)
        );
    }

    [Fact]
    public async Task What_is_switched_on_costs_a_call_each()
    {
        await using var bench = await TriageBench.OpenAsync(
            ("Triage:DetectLanguage", "true"),
            ("Triage:KeyPhrases", "true"),
            ("Triage:PersonalData", "true")
        );

        var triage = await bench.TriageAsync(Text);

        Assert.Equal(["LanguageDetection", "SentimentAnalysis", "KeyPhraseExtraction", "PiiEntityRecognition"], bench.Server.Kinds);
        Assert.Equal("", bench.Server.Calls[0].Documents[0].GetProperty("countryHint").GetString());
        Assert.All(bench.Server.Calls.Skip(1), call => Assert.Equal("de", call.Documents[0].GetProperty("language").GetString()));
        Assert.Equal(new DetectedLanguage("de", 0.98), triage.Language);
        Assert.Equal([null, "de"], bench.EmbeddedLanguages);
        Assert.Equal(["Parcel"], triage.KeyPhrases);
        Assert.Equal([new PersonalDataFinding("Person", 0, 6, 0.9)], triage.PersonalData);
        Assert.Equal((TriageEngine.Azure, null), (triage.Engine, triage.FallbackReason));
    }

    [Theory]
    [InlineData("(Unknown)", Text, "en")]
    [InlineData("zh", "我的包裹一個星期了還沒有到，請幫我查一下。", "zh-Hant")]
    [InlineData("zh", "12345", "zh-Hans")]
    [InlineData("zh_cht", "12345", "zh-Hant")]
    public async Task A_language_of_the_service_replaces_only_what_it_knows_better(string detected, string text, string expected)
    {
        await using var bench = await TriageBench.OpenAsync(("Triage:DetectLanguage", "true"));
        bench.Server.About = (kind, words) =>
            kind == "LanguageDetection"
                ? $$$"""{"detectedLanguage":{"name":"","iso6391Name":"{{{detected}}}","confidenceScore":0.5}}"""
                : ServiceAnswers.About(kind, words);

        var triage = await bench.TriageAsync(text);

        Assert.Equal(expected, triage.Language.Code);
    }

    [Fact]
    public async Task Personal_data_is_asked_for_five_texts_at_a_time()
    {
        await using var bench = await TriageBench.OpenAsync(("Triage:PersonalData", "true"));

        await bench.Triager.TriageAsync([.. Enumerable.Repeat(Text, 11)], CancellationToken.None);

        Assert.Equal(
            ["SentimentAnalysis 10", "SentimentAnalysis 1", "PiiEntityRecognition 5", "PiiEntityRecognition 5", "PiiEntityRecognition 1"],
            bench.Server.Calls.Select(call => $"{call.Kind} {call.Documents.Count}")
        );
    }

    [Fact]
    public async Task A_long_message_is_split_at_a_sentence_and_its_pieces_share_a_call()
    {
        await using var bench = await TriageBench.OpenAsync(("Triage:PersonalData", "true"), ("Triage:DetectLanguage", "true"));
        bench.Server.About = (kind, words) =>
            kind != "SentimentAnalysis" ? ServiceAnswers.About(kind, words)
            : words.StartsWith("Driver", StringComparison.Ordinal) ? ServiceAnswers.Sentiment(words, "positive", 0.9, 0.1, 0)
            : ServiceAnswers.Sentiment(words, "negative", 0, 0.2, 0.8);
        var first = $"Parcel{string.Concat(Enumerable.Repeat(" and so on", 400))} late. ";
        var second = $"Driver{string.Concat(Enumerable.Repeat(" and so on", 199))} friendly";

        var triage = await bench.TriageAsync(first + second);

        Assert.Equal(
            ["LanguageDetection 1", "SentimentAnalysis 2", "PiiEntityRecognition 2"],
            bench.Server.Calls.Select(call => $"{call.Kind} {call.Documents.Count}")
        );
        Assert.Equal([first, second], bench.Server.Calls[1].Texts);
        Assert.Equal((Sentiment.Mixed, 0.8), (triage.Sentiment.Best, triage.Sentiment.Confidence));
        Assert.Equal(
            [
                new("Parcel", 0, 6, "azure"),
                new("late.", first.Length - 6, 5, "azure"),
                new("Driver", first.Length, 6, "azure"),
                new("friendly", first.Length + second.Length - 8, 8, "azure"),
            ],
            triage.Sentiment.Evidence
        );
        Assert.Equal([0, first.Length], triage.PersonalData.Select(found => found.Offset));
        double whole = first.Length + second.Length;
        Assert.Equal(0.9 * second.Length / whole, triage.Scores.Positive, 6);
        Assert.Equal(0.8 * first.Length / whole, triage.Scores.Negative, 6);
    }

    [Fact]
    public async Task A_text_the_service_does_not_take_falls_back_alone()
    {
        await using var bench = await TriageBench.OpenAsync();
        bench.Server.About = (kind, words) => words.Contains("odd", StringComparison.Ordinal) ? null : ServiceAnswers.About(kind, words);

        var triages = await bench.Triager.TriageAsync([Text, "Something odd", Text], CancellationToken.None);

        Assert.Single(bench.Server.Calls);
        Assert.Equal(
            [(TriageEngine.Azure, null), (TriageEngine.Embedded, "language-service-rejected-document"), (TriageEngine.Azure, null)],
            triages.Select(triage => (triage.Engine, triage.FallbackReason))
        );
        Assert.Equivalent(
            TriageBench.Neutral("Something odd") with
            {
                FallbackReason = "language-service-rejected-document",
            },
            triages[1],
            strict: true
        );
    }

    [Fact]
    public async Task A_failing_extra_leaves_the_sentiment_and_says_what_is_missing()
    {
        await using var bench = await TriageBench.OpenAsync(("Triage:KeyPhrases", "true"));
        bench.Server.About = (kind, words) => kind == "KeyPhraseExtraction" ? null : ServiceAnswers.About(kind, words);

        var triage = await bench.TriageAsync(Text);

        Assert.Equal((TriageEngine.Azure, "language-service-rejected-document"), (triage.Engine, triage.FallbackReason));
        Assert.Empty(triage.KeyPhrases);
    }
}
