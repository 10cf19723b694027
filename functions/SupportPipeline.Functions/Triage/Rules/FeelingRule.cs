using SupportPipeline.Triage.Cues;
using SupportPipeline.Triage.Text;

namespace SupportPipeline.Triage.Rules;

/// <summary>
/// Turns the feeling cues of a message into feelings: negation, intensity, contrast, wishes and questions, capitals and exclamation marks,
/// sarcasm. Every reach is bounded, so the work is linear.
/// </summary>
internal static class FeelingRule
{
    private const int StrengtheningReach = 2;
    private const int SarcasmReach = 5;
    private const double LeastSarcastic = 1;
    private const int MaxExclamations = 3;

    /// <summary>Fills the reading's feelings.</summary>
    public static void Apply(Reading reading)
    {
        var hits = reading.Hits.Of(CueLayer.Feeling);
        var spent = reading.NewMarks(hits.Length);
        for (var index = 0; index < hits.Length; index++)
        {
            ref readonly var hit = ref hits[index];
            var weight = hit.Sense.Effects[0].Weight;
            if (RoleOf(hit) != FeelingRole.Sentiment || weight == 0 || reading.IsQuoted(hit))
            {
                continue;
            }

            var (factor, negated) = Surroundings(reading, hits, index, spent);
            var value = weight * factor;
            if (negated)
            {
                value *= weight > 0 ? reading.Weights.NegatedPraise : reading.Weights.NegatedCriticism;
            }

            value *= Emphasis(reading, hit) * OfSentence(reading, hit, value > 0);
            if (!negated && weight >= LeastSarcastic && IsSarcastic(reading, hit))
            {
                reading.Feelings.Add(new(value * reading.Weights.Sarcasm, hit.First, hit.End, "rule:sarcasm"));
                continue;
            }

            reading.Feelings.Add(new(value, hit.First, hit.End, hit.Sense.Source));
        }

        reading.BothSides = Sum(reading);
        Contrast(reading, hits);
        LoneNegations(reading, hits, spent);
    }

    /// <summary>All praise, and all criticism as a positive number.</summary>
    public static (double Praise, double Criticism) Sum(Reading reading)
    {
        var (praise, criticism) = (0.0, 0.0);
        foreach (var feeling in reading.Feelings)
        {
            praise += Math.Max(0, feeling.Value);
            criticism += Math.Max(0, -feeling.Value);
        }

        return (praise, criticism);
    }

    private static FeelingRole RoleOf(in CueHit hit) => (FeelingRole)hit.Sense.Effects[0].Label;

    /// <summary>What stands before and after a feeling in its clause.</summary>
    private static (double Factor, bool Negated) Surroundings(Reading reading, ReadOnlySpan<CueHit> hits, int index, Span<bool> spent)
    {
        ref readonly var hit = ref hits[index];
        var weights = reading.Weights;
        var clause = reading.ClauseOf(hit.First);
        var (factor, negations) = (1.0, 0);
        for (var before = index - 1; before >= 0 && reading.ClauseOf(hits[before].First) == clause; before--)
        {
            ref readonly var role = ref hits[before];
            var distance = hit.First - role.End;
            if (distance >= Math.Max(weights.IrrealisReach, weights.NegationReach))
            {
                break;
            }

            switch (RoleOf(role))
            {
                case FeelingRole.Negator when distance < weights.NegationReach:
                    spent[before] = true;
                    negations++;
                    break;
                case FeelingRole.Intensifier or FeelingRole.Softener when distance < StrengtheningReach:
                    factor *= role.Sense.Effects[0].Weight;
                    break;
                case FeelingRole.Irrealis when distance < weights.IrrealisReach:
                    factor *= role.Sense.Effects[0].Weight;
                    break;
            }
        }

        for (var after = index + 1; after < hits.Length && hits[after].First - hit.End < StrengtheningReach; after++)
        {
            ref readonly var role = ref hits[after];
            if (reading.ClauseOf(role.First) != clause)
            {
                break;
            }

            negations += RoleOf(role) == FeelingRole.NegatorAfter ? 1 : 0;
        }

        return (factor, negations % 2 == 1);
    }

    private static double Emphasis(Reading reading, in CueHit hit)
    {
        var factor = 1.0;
        var isShouting = reading.Tokens.Shouting is var (shouted, cased) && shouted * 10 < cased * 7;
        foreach (ref readonly var token in reading.Tokens.Tokens[hit.First..hit.End])
        {
            if (token.Has(TokenFlags.Elongated))
            {
                factor = Math.Max(factor, reading.Weights.Elongated);
            }

            if (isShouting && token.Has(TokenFlags.Shouted))
            {
                factor = Math.Max(factor, reading.Weights.Shouted);
            }
        }

        return factor;
    }

    private static double OfSentence(Reading reading, in CueHit hit, bool isPraise)
    {
        ref readonly var sentence = ref reading.Tokens.Sentences[reading.SentenceOf(hit.First)];
        var factor = 1 + (reading.Weights.Exclamation * Math.Min(sentence.Exclamations, MaxExclamations));
        return !sentence.IsQuestion ? factor
            : isPraise ? factor * reading.Weights.QuestionedPraise
            : factor * reading.Weights.QuestionedCriticism;
    }

    /// <summary>Praise in quotation marks, or praise for something bad that happened.</summary>
    private static bool IsSarcastic(Reading reading, in CueHit hit)
    {
        var tokens = reading.Tokens.Tokens;
        if (tokens[hit.First].Has(TokenFlags.ScareQuoted))
        {
            return true;
        }

        var sentence = tokens[hit.First].Sentence;
        var end = reading.Tokens.EndOf(sentence);

        // "Great. Another delay": a sentence of one or two words belongs to the next.
        if (end - reading.Tokens.Sentences[sentence].First <= 2 && end < tokens.Length && sentence + 1 < reading.Tokens.Sentences.Length)
        {
            end = reading.Tokens.EndOf(sentence + 1);
        }

        var situation = reading.FirstOfGroup(CueGroups.Situation, hit.End, Math.Min(end, hit.End + 12));
        if (situation < 0 || reading.HasGroup(CueGroups.Resolver, hit.End, end))
        {
            return false;
        }

        return situation - hit.End < SarcasmReach || reading.HasGroup(CueGroups.Sarcasm, reading.Tokens.Sentences[sentence].First, end);
    }

    /// <summary>Of two sides of a "but", the second is what is meant.</summary>
    private static void Contrast(Reading reading, ReadOnlySpan<CueHit> hits)
    {
        var feelings = reading.Feelings;
        var next = 0;
        foreach (ref readonly var hit in hits)
        {
            if (RoleOf(hit) != FeelingRole.Contrast)
            {
                continue;
            }

            var sentence = reading.SentenceOf(hit.First);
            var opens = reading.Tokens.Sentences[sentence].First == hit.First;
            while (next < feelings.Count && feelings[next].First < hit.First)
            {
                next++;
            }

            for (var at = next - 1; at >= 0 && reading.SentenceOf(feelings[at].First) >= sentence - (opens ? 1 : 0) && next - at < 12; at--)
            {
                feelings[at] = feelings[at] with { Value = feelings[at].Value * reading.Weights.BeforeContrast };
            }

            for (var at = next; at < feelings.Count && reading.SentenceOf(feelings[at].First) == sentence && at - next < 12; at++)
            {
                feelings[at] = feelings[at] with { Value = feelings[at].Value * reading.Weights.AfterContrast };
            }
        }
    }

    /// <summary>A negation that turned no feeling round is a little criticism itself: people write to us about what does not work.</summary>
    private static void LoneNegations(Reading reading, ReadOnlySpan<CueHit> hits, ReadOnlySpan<bool> spent)
    {
        var left = 2;
        for (var index = 0; index < hits.Length && left > 0; index++)
        {
            ref readonly var hit = ref hits[index];
            if (RoleOf(hit) != FeelingRole.Negator || spent[index] || reading.IsQuoted(hit))
            {
                continue;
            }

            left--;

            var factor = OfSentence(reading, hit, isPraise: false);
            reading.Feelings.Add(new(reading.Weights.LoneNegation * factor, hit.First, hit.End, "rule:negation"));
        }
    }
}
