using SupportPipeline.Triage;

namespace SupportPipeline.Testing;

/// <summary>Builds what was understood of a message, with readable defaults: a calm English message about nothing in particular.</summary>
internal static class Triages
{
    public static MessageTriage Plain { get; } =
        new()
        {
            Engine = TriageEngine.Embedded,
            Language = new("en", 1),
            Sentiment = Nothing(Sentiment.Neutral),
            Scores = new(0, 1, 0),
            Intensity = 0,
            Intent = Nothing(Intent.Other),
            Topic = Nothing(Topic.Other),
            Style = Nothing(Style.None),
            Conduct = Nothing(Conduct.Civil),
            Threat = Nothing(Threat.None),
            Complaint = Nothing(false),
            Urgency = Nothing(4),
        };

    /// <summary>A value that is sure and rests on words.</summary>
    public static Finding<T> Sure<T>(T value, string words)
        where T : struct => new(value, 0.9, false, [new(words, 0, words.Length, "en/test.cues:1")]);

    /// <summary>A value that is sure because nothing speaks for another.</summary>
    public static Finding<T> Nothing<T>(T value)
        where T : struct => new(value, 0.9, false, []);

    /// <summary>A value that a person has to look at.</summary>
    public static Finding<T> Unsure<T>(T value)
        where T : struct => new(value, 0.3, true, []);

    /// <summary>A plain message with an intent.</summary>
    public static MessageTriage Wanting(Intent intent, string words) => Plain with { Intent = Sure(intent, words) };

    /// <summary>A clearly unhappy message.</summary>
    public static MessageTriage Unhappy(double intensity = 0.4) =>
        Plain with
        {
            Sentiment = Sure(Sentiment.Negative, "useless"),
            Scores = new(0.1, 0.1, 0.8),
            Intensity = intensity,
            Complaint = Sure(true, "useless"),
        };
}
