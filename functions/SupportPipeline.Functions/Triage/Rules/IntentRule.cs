namespace SupportPipeline.Triage.Rules;

/// <summary>What the customer wants: the cues, and what question marks, complaint and praise add.</summary>
internal static class IntentRule
{
    /// <summary>What speaks for "none of them" to begin with.</summary>
    private const double Other = 0.55;

    /// <summary>Adds to the collected cues what follows from the rest of the message.</summary>
    public static void Complete(Reading reading, LabelScores<Intent> intents, in SentimentResult sentiment, double complaint)
    {
        intents.Add(Intent.Other, Other);
        if (complaint >= 0.5)
        {
            intents.Add(Intent.Complaint, 0.6 + complaint);
        }

        if (AsksSomething(reading))
        {
            intents.Add(Intent.Question, complaint >= 0.5 ? 0.5 : 1.1);
        }

        if (sentiment.Label == Sentiment.Positive && complaint < 0.5)
        {
            intents.Add(Intent.Praise, Math.Min(1.4, 0.2 + (0.3 * sentiment.Praise)));
        }
    }

    private static bool AsksSomething(Reading reading)
    {
        foreach (ref readonly var sentence in reading.Tokens.Sentences)
        {
            if (sentence.IsQuestion)
            {
                return true;
            }
        }

        return false;
    }
}
