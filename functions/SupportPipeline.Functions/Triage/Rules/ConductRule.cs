using SupportPipeline.Triage.Cues;

namespace SupportPipeline.Triage.Rules;

/// <summary>How the customer treats us: bad language without a target is vulgar; an insult aimed at staff is abusive.</summary>
internal static class ConductRule
{
    private const int TargetReach = 5;

    /// <summary>Adds to the collected cues the insults that stand near the person they are aimed at.</summary>
    public static void Complete(Reading reading, LabelScores<Conduct> conduct)
    {
        conduct.Add(Conduct.Civil, 0.8);
        var insult = reading.Lexicon.Groups.IndexOfKnown(CueGroups.Insult);
        var profanity = reading.Lexicon.Groups.IndexOfKnown(CueGroups.Profanity);
        foreach (ref readonly var hit in reading.Hits.Of(CueLayer.Group))
        {
            if (reading.IsQuoted(hit) || reading.IsNegated(hit))
            {
                continue;
            }

            foreach (var effect in hit.Sense.Effects)
            {
                if (effect.Label == profanity)
                {
                    conduct.Add(Conduct.Vulgar, 1.5);
                }
                else if (effect.Label == insult && IsAimed(reading, hit) && !IsJoke(reading, hit))
                {
                    conduct.Add(Conduct.Abusive, 2);
                }
            }
        }
    }

    /// <summary>Whether the sentence takes back what it says: "haha", "lol", a laughing face.</summary>
    public static bool IsJoke(Reading reading, in CueHit hit)
    {
        var sentence = reading.SentenceOf(hit.First);

        // The laughter often follows the full stop.
        var after = Math.Min(reading.Tokens.EndOf(sentence) + 2, reading.Tokens.Count);
        return reading.HasGroup(CueGroups.Joke, reading.Tokens.Sentences[sentence].First, after);
    }

    private static bool IsAimed(Reading reading, in CueHit hit)
    {
        var sentence = reading.SentenceOf(hit.First);
        var first = Math.Max(reading.Tokens.Sentences[sentence].First, hit.First - TargetReach);
        var end = Math.Min(reading.Tokens.EndOf(sentence), hit.End + TargetReach);
        return reading.Addresses(first, end);
    }
}
