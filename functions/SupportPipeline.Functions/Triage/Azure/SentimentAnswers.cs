using Azure.AI.TextAnalytics;

namespace SupportPipeline.Triage.Azure;

/// <summary>The service's sentiment in our words.</summary>
internal static class SentimentAnswers
{
    public static SentimentAnswer Read(DocumentSentiment document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return new(
            Label(document.Sentiment),
            Scores(document.ConfidenceScores),
            [
                .. document.Sentences.Select(sentence => new SentenceAnswer(
                    Label(sentence.Sentiment),
                    Scores(sentence.ConfidenceScores),
                    new WordSpan(sentence.Offset, sentence.Length),
                    [.. sentence.Opinions.Select(Opinion)]
                )),
            ]
        );
    }

    private static OpinionAnswer Opinion(SentenceOpinion opinion) =>
        new(
            Label(opinion.Target.Sentiment),
            new WordSpan(opinion.Target.Offset, opinion.Target.Length),
            [.. opinion.Assessments.Select(assessment => new WordSpan(assessment.Offset, assessment.Length))]
        );

    private static SentimentScores Scores(SentimentConfidenceScores scores) => new(scores.Positive, scores.Neutral, scores.Negative);

    private static Sentiment Label(TextSentiment sentiment) =>
        sentiment switch
        {
            TextSentiment.Positive => Sentiment.Positive,
            TextSentiment.Negative => Sentiment.Negative,
            TextSentiment.Mixed => Sentiment.Mixed,
            _ => Sentiment.Neutral,
        };
}
