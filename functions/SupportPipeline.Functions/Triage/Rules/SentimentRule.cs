using System.Runtime.InteropServices;
using SupportPipeline.Triage.Cues;

namespace SupportPipeline.Triage.Rules;

/// <summary>The feeling of a whole message.</summary>
/// <param name="Label">The label.</param>
/// <param name="Scores">How much speaks for each.</param>
/// <param name="Praise">The sum of all praise.</param>
/// <param name="Criticism">The sum of all criticism, as a positive number.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SentimentResult(Sentiment Label, SentimentScores Scores, double Praise, double Criticism)
{
    /// <summary>How strong the feeling is, 0 to 1.</summary>
    public double Intensity => 1 - Math.Exp(-Math.Max(Praise, Criticism) / 6);
}

/// <summary>Adds up the feelings of a message.</summary>
internal static class SentimentRule
{
    public static SentimentResult Decide(Reading reading)
    {
        var weights = reading.Weights;
        var (praise, criticism) = FeelingRule.Sum(reading);
        criticism += weights.ComplaintToFeeling * ComplaintCues(reading);
        if (praise == 0 && criticism == 0)
        {
            praise = weights.Excitement * Math.Min(2, Exclamations(reading));
        }

        var (p, n) = (Math.Log(1 + praise), Math.Log(1 + criticism));
        var positive = Math.Exp(weights.Slope * (p - (weights.Crossing * n) - weights.PraiseThreshold));
        var negative = Math.Exp(weights.Slope * (n - (weights.Crossing * p) - weights.CriticismThreshold));
        var all = positive + negative + 1;
        var scores = new SentimentScores(positive / all, 1 / all, negative / all);
        return new(Label(scores, reading.BothSides, weights), scores, praise, criticism);
    }

    private static Sentiment Label(in SentimentScores scores, (double Praise, double Criticism) sides, AnalyzerWeights weights)
    {
        var (weaker, stronger) = (Math.Min(sides.Praise, sides.Criticism), Math.Max(sides.Praise, sides.Criticism));
        if (weaker >= weights.MixedFloor && weaker >= weights.MixedRatio * stronger)
        {
            return Sentiment.Mixed;
        }

        return scores.Neutral >= scores.Positive && scores.Neutral >= scores.Negative ? Sentiment.Neutral
            : scores.Positive > scores.Negative ? Sentiment.Positive
            : Sentiment.Negative;
    }

    private static int Exclamations(Reading reading)
    {
        var count = 0;
        foreach (ref readonly var sentence in reading.Tokens.Sentences)
        {
            count += sentence.IsQuestion ? 0 : sentence.Exclamations;
        }

        return count;
    }

    private static double ComplaintCues(Reading reading)
    {
        var sum = 0.0;
        foreach (ref readonly var hit in reading.Hits.Of(CueLayer.Complaint))
        {
            sum += Math.Max(0, ComplaintRule.Weight(reading, hit));
        }

        return sum;
    }
}
