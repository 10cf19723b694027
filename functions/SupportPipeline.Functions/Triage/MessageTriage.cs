using System.Runtime.InteropServices;

namespace SupportPipeline.Triage;

/// <summary>How much speaks for each feeling; the three add up to 1.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct SentimentScores(double Positive, double Neutral, double Negative);

/// <summary>Who decided the sentiment of a message.</summary>
public enum TriageEngine
{
    /// <summary>The analyzer inside this app.</summary>
    Embedded,

    /// <summary>Azure AI Language.</summary>
    Azure,
}

/// <summary>What was understood of one message, of the customer's own words only.</summary>
public sealed record MessageTriage
{
    /// <summary>Who decided the sentiment.</summary>
    public required TriageEngine Engine { get; init; }

    /// <summary>Why the embedded analyzer answered although the service is configured, a reason code; null when nothing went wrong.</summary>
    public string? FallbackReason { get; init; }

    /// <summary>The language; its code is BCP 47, <c>und</c> when it could not be told.</summary>
    public required DetectedLanguage Language { get; init; }

    /// <summary>The feeling.</summary>
    public required Finding<Sentiment> Sentiment { get; init; }

    /// <summary>How much speaks for each feeling.</summary>
    public required SentimentScores Scores { get; init; }

    /// <summary>How strong the feeling is, 0 to 1, whatever its direction.</summary>
    public required double Intensity { get; init; }

    /// <summary>What the customer wants.</summary>
    public required Finding<Intent> Intent { get; init; }

    /// <summary>What it is about.</summary>
    public required Finding<Topic> Topic { get; init; }

    /// <summary>How it is put.</summary>
    public required Finding<Style> Style { get; init; }

    /// <summary>How we are treated.</summary>
    public required Finding<Conduct> Conduct { get; init; }

    /// <summary>Whether somebody is threatened.</summary>
    public required Finding<Threat> Threat { get; init; }

    /// <summary>Whether an expectation was not met.</summary>
    public required Finding<bool> Complaint { get; init; }

    /// <summary>1 (now) to 4 (whenever), from the words alone; the case adds waiting time, repeat contact and reach.</summary>
    public required Finding<int> Urgency { get; init; }

    /// <summary>What it is about in the message's own words, most telling first; from the service when that is switched on.</summary>
    public IReadOnlyList<string> KeyPhrases { get; init; } = [];

    /// <summary>Personal data found by the service, when that is switched on: categories and places, never the data.</summary>
    public IReadOnlyList<PersonalDataFinding> PersonalData { get; init; } = [];
}

/// <summary>A place with personal data.</summary>
/// <param name="Category">The service's name for its kind, for example <c>PhoneNumber</c>.</param>
/// <param name="Offset">Where it begins, in UTF-16 code units.</param>
/// <param name="Length">Its length in UTF-16 code units.</param>
/// <param name="Confidence">0 to 1.</param>
public sealed record PersonalDataFinding(string Category, int Offset, int Length, double Confidence);
