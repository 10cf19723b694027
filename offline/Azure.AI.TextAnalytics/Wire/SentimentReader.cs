using System.Globalization;
using System.Text.Json;

namespace Azure.AI.TextAnalytics.Wire;

/// <summary>Reads sentiment, and puts each target together with the assessments it refers to.</summary>
internal sealed class SentimentReader(JsonElement results)
{
    public DocumentSentiment Read(JsonElement document) =>
        new(
            Sentiment(document),
            Scores(document),
            document.Each("sentences").Select(Sentence).ToList(),
            AnalyzeTextResults.Warnings(document)
        );

    private static TextSentiment Sentiment(JsonElement element) => Enum.Parse<TextSentiment>(element.Text("sentiment"), ignoreCase: true);

    private static SentimentConfidenceScores Scores(JsonElement element)
    {
        var scores = element.GetProperty("confidenceScores");
        return new(scores.Score("positive"), scores.Score("neutral"), scores.Score("negative"));
    }

    private static AssessmentSentiment Assessment(JsonElement assessment) =>
        new(
            Sentiment(assessment),
            assessment.Text("text"),
            Scores(assessment),
            assessment.GetProperty("isNegated").GetBoolean(),
            assessment.Number("offset"),
            assessment.Number("length")
        );

    private SentenceSentiment Sentence(JsonElement sentence) =>
        new(
            Sentiment(sentence),
            sentence.Text("text"),
            Scores(sentence),
            sentence.Number("offset"),
            sentence.Number("length"),
            sentence.Each("targets").Select(Opinion).ToList()
        );

    private SentenceOpinion Opinion(JsonElement target) =>
        new(
            new TargetSentiment(Sentiment(target), target.Text("text"), Scores(target), target.Number("offset"), target.Number("length")),
            target
                .Each("relations")
                .Where(relation => string.Equals(relation.Text("relationType"), "assessment", StringComparison.Ordinal))
                .Select(relation => Assessment(Follow(relation.Text("ref"))))
                .ToList()
        );

    /// <summary>Follows a pointer such as <c>#/documents/0/sentences/1/assessments/2</c>, whose numbers count within this answer.</summary>
    private JsonElement Follow(string pointer)
    {
        var at = results;
        foreach (var step in pointer.TrimStart('#').Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            at = at.ValueKind == JsonValueKind.Array ? at[int.Parse(step, CultureInfo.InvariantCulture)] : at.GetProperty(step);
        }

        return at;
    }
}
