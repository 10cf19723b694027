using System.Text.Json.Nodes;
using SupportPipeline.Triage;

namespace SupportPipeline.LocalHost.Language;

/// <summary>
/// Sentence by sentence, as the service does: a sentence is never mixed; a document with a positive and a negative one is. What a sentence
/// speaks of stands in for the target of its opinion, what gave its feeling away for the assessments.
/// </summary>
internal sealed class SentimentTask(Func<string, string?, MessageTriage> analyze)
{
    /// <summary>Answers.</summary>
    /// <param name="text">A document.</param>
    /// <param name="language">Its language, if that is known.</param>
    /// <param name="opinions">Whether opinions are asked for.</param>
    /// <param name="index">The place of the document in the answer, which its references name.</param>
    public JsonObject Answer(string text, string? language, bool opinions, int index)
    {
        var sentences = Sentences
            .Of(text)
            .Select(sentence => (sentence.Offset, sentence.Text, Triage: analyze(sentence.Text, language)))
            .ToList();
        var labels = sentences.Select(sentence => sentence.Triage.Sentiment.Best).ToHashSet();
        var isMixed = labels.Contains(Sentiment.Mixed) || (labels.Contains(Sentiment.Positive) && labels.Contains(Sentiment.Negative));
        var label =
            isMixed ? Sentiment.Mixed
            : labels.Contains(Sentiment.Negative) ? Sentiment.Negative
            : labels.Contains(Sentiment.Positive) ? Sentiment.Positive
            : Sentiment.Neutral;
        double length = sentences.Sum(sentence => sentence.Text.Length);
        double Weighted(Func<SentimentScores, double> score) =>
            sentences.Sum(sentence => score(sentence.Triage.Scores) * sentence.Text.Length) / length;

        var scores = new SentimentScores(Weighted(one => one.Positive), Weighted(one => one.Neutral), Weighted(one => one.Negative));
        return new JsonObject
        {
            ["sentiment"] = Name(label),
            ["confidenceScores"] = Scores(scores),
            ["sentences"] = new JsonArray([
                .. sentences.Select(
                    (sentence, number) =>
                        Sentence(
                            sentence.Text,
                            sentence.Offset,
                            sentence.Triage,
                            opinions ? $"#/documents/{index}/sentences/{number}" : null
                        )
                ),
            ]),
        };
    }

    private static JsonObject Sentence(string text, int offset, MessageTriage triage, string? path)
    {
        var label = OneSided(triage);
        var json = Words(text, offset, label);
        json["confidenceScores"] = Scores(triage.Scores);
        if (path is not null)
        {
            var feels = label is not Sentiment.Neutral;
            var assessments = feels ? triage.Sentiment.Evidence : [];
            json["targets"] = new JsonArray([
                .. feels ? triage.Topic.Evidence.Take(1).Select(target => Target(target, offset, label, path, assessments.Count)) : [],
            ]);
            json["assessments"] = new JsonArray([.. assessments.Select(words => Assessment(words, offset, label))]);
        }

        return json;
    }

    private static JsonObject Target(Evidence words, int offset, Sentiment label, string path, int assessments)
    {
        var json = Assessment(words, offset, label);
        json.Remove("isNegated");
        json["relations"] = new JsonArray([
            .. Enumerable
                .Range(0, assessments)
                .Select(number => new JsonObject { ["relationType"] = "assessment", ["ref"] = $"{path}/assessments/{number}" }),
        ]);
        return json;
    }

    private static JsonObject Assessment(Evidence words, int offset, Sentiment label)
    {
        var json = Words(words.Text, offset + words.Offset, label);
        json["length"] = words.Length;
        json["isNegated"] = false;
        json["confidenceScores"] = new JsonObject
        {
            ["positive"] = label == Sentiment.Positive ? 0.99 : 0.01,
            ["negative"] = label == Sentiment.Negative ? 0.99 : 0.01,
        };
        return json;
    }

    private static JsonObject Words(string text, int offset, Sentiment label) =>
        new()
        {
            ["sentiment"] = Name(label),
            ["offset"] = offset,
            ["length"] = text.Length,
            ["text"] = text,
        };

    private static JsonObject Scores(SentimentScores scores) =>
        new()
        {
            ["positive"] = Math.Round(scores.Positive, 2),
            ["neutral"] = Math.Round(scores.Neutral, 2),
            ["negative"] = Math.Round(scores.Negative, 2),
        };

    private static Sentiment OneSided(MessageTriage triage) =>
        triage.Sentiment.Best is not Sentiment.Mixed ? triage.Sentiment.Best
        : triage.Scores.Positive > triage.Scores.Negative ? Sentiment.Positive
        : Sentiment.Negative;

    private static string Name(Sentiment label) => label.ToString().ToLowerInvariant();
}
