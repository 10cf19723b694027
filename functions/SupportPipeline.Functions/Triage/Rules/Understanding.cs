using SupportPipeline.Triage.Cues;

namespace SupportPipeline.Triage.Rules;

/// <summary>Understands one message after the other, in every dimension; the order of the rules is the order of <see cref="Understand"/>.</summary>
internal sealed class Understanding
{
    /// <summary>Below this a value is unsure and a person looks.</summary>
    private const double UnsureBelow = 0.5;

    private readonly Reading _reading = new();
    private readonly LabelScores<Intent> _intents = new();
    private readonly LabelScores<Topic> _topics = new();
    private readonly LabelScores<Style> _styles = new();
    private readonly LabelScores<Conduct> _conduct = new();
    private readonly LabelScores<Threat> _threats = new();

    /// <summary>False after a message so long that its buffers are better given back.</summary>
    public bool IsWorthKeeping => _reading.Tokens.IsWorthKeeping;

    /// <summary>Understands a message.</summary>
    /// <param name="text">The customer's own words.</param>
    /// <param name="language">Their language.</param>
    /// <param name="lexicon">The cues of that language.</param>
    /// <param name="weights">Its weights.</param>
    /// <param name="isKnownLanguage">False when only emoji can be understood: then everything without evidence is unsure.</param>
    public MessageTriage Understand(
        string text,
        DetectedLanguage language,
        CueLexicon lexicon,
        AnalyzerWeights weights,
        bool isKnownLanguage
    )
    {
        _reading.Read(text, lexicon, weights);
        FeelingRule.Apply(_reading);
        var sentiment = SentimentRule.Decide(_reading);
        _intents.Collect(_reading, CueLayer.Intent, onlyAffirmed: true);
        var complaint = ComplaintRule.Decide(_reading, sentiment, _intents);
        IntentRule.Complete(_reading, _intents, sentiment, complaint);
        _topics.Collect(_reading, CueLayer.Topic, onlyAffirmed: false);
        _topics.Add(Topic.Other, 0.6);
        _conduct.Collect(_reading, CueLayer.Conduct, onlyAffirmed: true);
        ConductRule.Complete(_reading, _conduct);
        ThreatRule.Collect(_reading, _threats);
        _styles.Collect(_reading, CueLayer.Style, onlyAffirmed: true);
        StyleRule.Complete(_reading, _styles, sentiment, _conduct);
        var intent = Find(_intents, isKnownLanguage);
        var threat = Find(_threats, isKnownLanguage);
        return new()
        {
            Engine = TriageEngine.Embedded,
            Language = language,
            Sentiment = Feeling(sentiment, isKnownLanguage),
            Scores = sentiment.Scores,
            Intensity = Math.Round(sentiment.Intensity, 3),
            Intent = intent,
            Topic = Find(_topics, isKnownLanguage),
            Style = Find(_styles, isKnownLanguage),
            Conduct = Find(_conduct, isKnownLanguage),
            Threat = threat,
            Complaint = Complaint(complaint, isKnownLanguage),
            Urgency = UrgencyRule.Decide(_reading, threat.Best, intent.Best, sentiment, complaint >= 0.5, isKnownLanguage),
        };
    }

    private Finding<T> Find<T>(LabelScores<T> scores, bool isKnownLanguage)
        where T : struct, Enum
    {
        var (value, score, next) = scores.Best();
        var confidence = score / (score + next + 0.15);
        var evidence = scores.EvidenceFor(value, _reading);
        var isUnsure = confidence < UnsureBelow || (!isKnownLanguage && evidence.Count == 0);
        return new(value, Math.Round(confidence, 3), isUnsure, evidence);
    }

    private Finding<Sentiment> Feeling(in SentimentResult result, bool isKnownLanguage)
    {
        var (praise, criticism) = (
            result.Label is Sentiment.Positive or Sentiment.Mixed,
            result.Label is Sentiment.Negative or Sentiment.Mixed
        );
        var evidence = FeelingEvidence.Of(_reading, praise, criticism);
        var confidence = result.Label switch
        {
            Sentiment.Positive => result.Scores.Positive,
            Sentiment.Negative => result.Scores.Negative,
            Sentiment.Neutral => result.Scores.Neutral,
            _ => Math.Min(result.Praise, result.Criticism) / Math.Max(result.Praise, result.Criticism),
        };
        return new(result.Label, Math.Round(confidence, 3), !isKnownLanguage && evidence.Count == 0, evidence);
    }

    private Finding<bool> Complaint(double probability, bool isKnownLanguage)
    {
        var isComplaint = probability >= 0.5;
        var evidence = isComplaint ? ComplaintRule.Evidence(_reading) : [];
        return new(
            isComplaint,
            Math.Round(isComplaint ? probability : 1 - probability, 3),
            !isKnownLanguage && evidence.Count == 0,
            evidence
        );
    }
}
