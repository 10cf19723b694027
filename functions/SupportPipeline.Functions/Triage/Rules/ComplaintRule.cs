using SupportPipeline.Triage.Cues;

namespace SupportPipeline.Triage.Rules;

/// <summary>Whether a message says that an expectation was not met.</summary>
internal static class ComplaintRule
{
    private const int MaxEvidence = 4;

    /// <summary>The probability that it does.</summary>
    public static double Decide(Reading reading, in SentimentResult sentiment, LabelScores<Intent> intents)
    {
        var weights = reading.Weights;
        var scale =
            weights.ComplaintBias
            + (weights.ComplaintFromCriticism * Math.Log(1 + sentiment.Criticism))
            - (weights.ComplaintFromPraise * Math.Log(1 + sentiment.Praise))
            + (weights.ComplaintFromCues * Cues(reading))
            + (weights.ComplaintFromIntent * Math.Min(3, UnhappyIntents(intents)));
        if (sentiment.Criticism > sentiment.Praise && reading.Addresses(0, reading.Tokens.Count))
        {
            scale += weights.ComplaintFromAddress;
        }

        return 1 / (1 + Math.Exp(-1.5 * scale));
    }

    /// <summary>The cues that speak for it, or else the criticism.</summary>
    public static IReadOnlyList<Evidence> Evidence(Reading reading)
    {
        List<Evidence>? evidence = null;
        foreach (ref readonly var hit in reading.Hits.Of(CueLayer.Complaint))
        {
            if (!(evidence?.Count >= MaxEvidence) && Weight(reading, hit) > 0)
            {
                (evidence ??= []).Add(reading.EvidenceOf(hit.First, hit.End, hit.Sense.Source));
            }
        }

        return evidence ?? FeelingEvidence.Of(reading, praise: false, criticism: true);
    }

    private static double Cues(Reading reading)
    {
        var sum = 0.0;
        foreach (ref readonly var hit in reading.Hits.Of(CueLayer.Complaint))
        {
            sum += Weight(reading, hit);
        }

        return Math.Clamp(sum, -4, 4);
    }

    /// <summary>How much a cue speaks for it; nothing when it is somebody else's or turned round.</summary>
    public static double Weight(Reading reading, in CueHit hit) =>
        reading.IsQuoted(hit) || reading.IsNegated(hit) ? 0 : hit.Sense.Effects[0].Weight;

    private static double UnhappyIntents(LabelScores<Intent> intents) =>
        intents[Intent.Complaint] + intents[Intent.NotSolved] + (0.7 * intents[Intent.Refund]) + (0.7 * intents[Intent.OutageReport]);
}
