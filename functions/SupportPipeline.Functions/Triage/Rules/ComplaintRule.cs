using SupportPipeline.Triage.Cues;
using SupportPipeline.Triage.Text;

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
        if (sentiment.Criticism > sentiment.Praise && IsAddressed(reading))
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

    private static double Weight(Reading reading, in CueHit hit) =>
        reading.IsQuoted(hit) || reading.IsNegated(hit) ? 0 : hit.Sense.Effects[0].Weight;

    private static double UnhappyIntents(LabelScores<Intent> intents) =>
        intents[Intent.Complaint] + intents[Intent.NotSolved] + (0.7 * intents[Intent.Refund]) + (0.7 * intents[Intent.OutageReport]);

    private static bool IsAddressed(Reading reading)
    {
        if (reading.HasGroup(CueGroups.SecondPerson, 0, reading.Tokens.Count) || reading.HasGroup(CueGroups.Staff, 0, reading.Tokens.Count))
        {
            return true;
        }

        foreach (ref readonly var token in reading.Tokens.Tokens)
        {
            if (token.Kind == TokenKind.Mention)
            {
                return true;
            }
        }

        return false;
    }
}
