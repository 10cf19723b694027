namespace SupportPipeline.Triage.Azure;

/// <summary>Answers in the service's shape. Each document is one sentence, which thinks badly of its first word for its last one.</summary>
internal static class ServiceAnswers
{
    public static string About(string kind, string text) =>
        kind switch
        {
            "SentimentAnalysis" => Sentiment(text, "negative", 0.1, 0.2, 0.7),
            "LanguageDetection" => """{"detectedLanguage":{"name":"German","iso6391Name":"de","confidenceScore":0.98}}""",
            "KeyPhraseExtraction" => $$"""{"keyPhrases":["{{First(text)}}","parcel"]}""",
            "PiiEntityRecognition" =>
                $$"""
                {"redactedText":"","entities":[{"text":"{{First(text)}}","category":"Person","offset":0,"length":{{First(
                    text
                ).Length}},"confidenceScore":0.9}]}
                """,
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };

    public static string Sentiment(string text, string label, double positive, double neutral, double negative)
    {
        var last = text.TrimEnd().Split(' ')[^1];
        var at = text.LastIndexOf(last, StringComparison.Ordinal);
        return FormattableString.Invariant(
            $$"""
            {"sentiment":"{{label}}","confidenceScores":{"positive":{{positive}},"neutral":{{neutral}},"negative":{{negative}}},
             "sentences":[{"sentiment":"{{(label == "mixed" ? "negative" : label)}}",
               "confidenceScores":{"positive":{{positive}},"neutral":{{neutral}},"negative":{{negative}}},"offset":0,"length":{{text.Length}},"text":"",
               "targets":[{"sentiment":"{{label}}","confidenceScores":{"positive":0.01,"negative":0.99},"offset":0,"length":{{First(
                text
            ).Length}},"text":"",
                 "relations":[{"relationType":"assessment","ref":"#INDEX/sentences/0/assessments/0"}]}],
               "assessments":[{"sentiment":"{{label}}","confidenceScores":{"positive":0.01,"negative":0.99},"offset":{{at}},"length":{{last.Length}},"text":"","isNegated":false}]}]}
            """
        );
    }

    private static string First(string text) => text.TrimStart().Split(' ')[0];
}
