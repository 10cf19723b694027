using System.Text.Json.Serialization;
using SupportPipeline.Platform;

namespace SupportPipeline.Triage;

/// <summary>A triage as it is stored with its message, and as the API and the <c>triage</c> command show it. Values are the names of the closed lists, or <c>unsure</c>.</summary>
/// <param name="Language">BCP 47, or <c>und</c>.</param>
/// <param name="Sentiment">The feeling.</param>
/// <param name="Scores">How much speaks for each feeling.</param>
/// <param name="Intensity">How strong it is, 0 to 1.</param>
/// <param name="Intent">What the customer wants.</param>
/// <param name="Topic">What it is about.</param>
/// <param name="Style">How it is put.</param>
/// <param name="Conduct">How we are treated.</param>
/// <param name="Threat">Whether somebody is threatened.</param>
/// <param name="Urgency">1 (now) to 4 (whenever), from the words alone.</param>
/// <param name="Complaint">Whether an expectation was not met; null when unsure.</param>
/// <param name="Confidence">How sure each dimension is, 0 to 1.</param>
/// <param name="Evidence">The words each value rests on, with offsets in UTF-16 code units of the text that was triaged.</param>
/// <param name="Engine">Who decided the sentiment: <c>embedded</c> or <c>azure</c>.</param>
/// <param name="FallbackReason">Why the embedded analyzer answered although the service is configured.</param>
/// <param name="KeyPhrases">Key phrases, when the service is asked for them.</param>
/// <param name="PersonalData">Places with personal data, when the service is asked for them.</param>
public sealed record TriageDocument(
    string Language,
    string Sentiment,
    ScoresDocument Scores,
    double Intensity,
    string Intent,
    string Topic,
    string Style,
    string Conduct,
    string Threat,
    int Urgency,
    bool? Complaint,
    ConfidenceDocument Confidence,
    IReadOnlyList<EvidenceDocument> Evidence,
    string Engine,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? FallbackReason,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? KeyPhrases,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<PersonalDataFinding>? PersonalData
)
{
    /// <summary>What a value is called that is not sure enough.</summary>
    public const string Unsure = "unsure";

    /// <summary>Makes the document of a triage.</summary>
    public static TriageDocument Of(MessageTriage triage)
    {
        ArgumentNullException.ThrowIfNull(triage);
        var evidence = new List<EvidenceDocument>();
        Add(evidence, "sentiment", triage.Sentiment.Evidence);
        Add(evidence, "complaint", triage.Complaint.Evidence);
        Add(evidence, "intent", triage.Intent.Evidence);
        Add(evidence, "topic", triage.Topic.Evidence);
        Add(evidence, "style", triage.Style.Evidence);
        Add(evidence, "conduct", triage.Conduct.Evidence);
        Add(evidence, "threat", triage.Threat.Evidence);
        Add(evidence, "urgency", triage.Urgency.Evidence);
        var scores = triage.Scores;
        return new(
            triage.Language.Code,
            NameOf(triage.Sentiment),
            new(Round(scores.Positive), Round(scores.Neutral), Round(scores.Negative)),
            triage.Intensity,
            NameOf(triage.Intent),
            NameOf(triage.Topic),
            NameOf(triage.Style),
            NameOf(triage.Conduct),
            NameOf(triage.Threat),
            triage.Urgency.Best,
            triage.Complaint.Value,
            new(
                Round(triage.Language.Confidence),
                triage.Sentiment.Confidence,
                triage.Intent.Confidence,
                triage.Topic.Confidence,
                triage.Style.Confidence,
                triage.Conduct.Confidence,
                triage.Threat.Confidence,
                triage.Urgency.Confidence,
                triage.Complaint.Confidence
            ),
            evidence,
            KebabCase.NameOf(triage.Engine),
            triage.FallbackReason,
            triage.KeyPhrases.Count == 0 ? null : triage.KeyPhrases,
            triage.PersonalData.Count == 0 ? null : triage.PersonalData
        );
    }

    /// <summary>The name of a finding's value, or <c>unsure</c>.</summary>
    internal static string NameOf<T>(Finding<T> finding)
        where T : struct, Enum => finding.IsUnsure ? Unsure : KebabCase.NameOf(finding.Best);

    private static double Round(double value) => Math.Round(value, 4);

    private static void Add(List<EvidenceDocument> all, string dimension, IReadOnlyList<Evidence> evidence)
    {
        foreach (var found in evidence)
        {
            all.Add(new(dimension, found.Text, found.Offset, found.Length, found.Source));
        }
    }
}

/// <summary>How much speaks for each feeling.</summary>
public sealed record ScoresDocument(double Positive, double Neutral, double Negative);

/// <summary>How sure each dimension is, 0 to 1.</summary>
public sealed record ConfidenceDocument(
    double Language,
    double Sentiment,
    double Intent,
    double Topic,
    double Style,
    double Conduct,
    double Threat,
    double Urgency,
    double Complaint
);

/// <summary>The words a value rests on.</summary>
/// <param name="Dimension">Whose value.</param>
/// <param name="Text">The words, at most 120 characters.</param>
/// <param name="Offset">Where they begin.</param>
/// <param name="Length">How long they are.</param>
/// <param name="Source">The line of a cue file, the rule or the service that made them count.</param>
public sealed record EvidenceDocument(string Dimension, string Text, int Offset, int Length, string Source);

/// <summary>The JSON of triage.</summary>
[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(TriageDocument))]
internal sealed partial class TriageJson : JsonSerializerContext;
