namespace Azure.AI.TextAnalytics;

/// <summary>How a text feels. Sentences are never mixed.</summary>
public enum TextSentiment
{
    Positive = 0,
    Neutral = 1,
    Negative = 2,
    Mixed = 3,
}

/// <summary>How sure the service is, each 0..1.</summary>
public class SentimentConfidenceScores
{
    internal SentimentConfidenceScores(double positive, double neutral, double negative)
    {
        Positive = positive;
        Neutral = neutral;
        Negative = negative;
    }

    public double Positive { get; }

    /// <summary>Always 0 for targets and assessments.</summary>
    public double Neutral { get; }

    public double Negative { get; }
}

/// <summary>The sentiment of one document and of its sentences.</summary>
public class DocumentSentiment
{
    internal DocumentSentiment(
        TextSentiment sentiment,
        SentimentConfidenceScores scores,
        IReadOnlyCollection<SentenceSentiment> sentences,
        IReadOnlyCollection<TextAnalyticsWarning> warnings
    )
    {
        Sentiment = sentiment;
        ConfidenceScores = scores;
        Sentences = sentences;
        Warnings = warnings;
    }

    public TextSentiment Sentiment { get; }

    public SentimentConfidenceScores ConfidenceScores { get; }

    public IReadOnlyCollection<SentenceSentiment> Sentences { get; }

    public IReadOnlyCollection<TextAnalyticsWarning> Warnings { get; }
}

/// <summary>The sentiment of one sentence. Offsets and lengths count UTF-16 code units of the document.</summary>
public readonly struct SentenceSentiment
{
    internal SentenceSentiment(
        TextSentiment sentiment,
        string text,
        SentimentConfidenceScores scores,
        int offset,
        int length,
        IReadOnlyCollection<SentenceOpinion> opinions
    )
    {
        Sentiment = sentiment;
        Text = text;
        ConfidenceScores = scores;
        Offset = offset;
        Length = length;
        Opinions = opinions;
    }

    public TextSentiment Sentiment { get; }

    public string Text { get; }

    public SentimentConfidenceScores ConfidenceScores { get; }

    /// <summary>Empty unless opinion mining was asked for.</summary>
    public IReadOnlyCollection<SentenceOpinion> Opinions { get; }

    public int Offset { get; }

    public int Length { get; }
}

/// <summary>What a sentence speaks of, and what it says about it.</summary>
public readonly struct SentenceOpinion
{
    internal SentenceOpinion(TargetSentiment target, IReadOnlyCollection<AssessmentSentiment> assessments)
    {
        Target = target;
        Assessments = assessments;
    }

    public TargetSentiment Target { get; }

    public IReadOnlyCollection<AssessmentSentiment> Assessments { get; }
}

/// <summary>What a sentence speaks of: in "the food was good", the food.</summary>
public readonly struct TargetSentiment
{
    internal TargetSentiment(TextSentiment sentiment, string text, SentimentConfidenceScores scores, int offset, int length)
    {
        Sentiment = sentiment;
        Text = text;
        ConfidenceScores = scores;
        Offset = offset;
        Length = length;
    }

    public TextSentiment Sentiment { get; }

    public string Text { get; }

    public SentimentConfidenceScores ConfidenceScores { get; }

    public int Offset { get; }

    public int Length { get; }
}

/// <summary>What is said about a target: in "the food was good", good.</summary>
public readonly struct AssessmentSentiment
{
    internal AssessmentSentiment(
        TextSentiment sentiment,
        string text,
        SentimentConfidenceScores scores,
        bool isNegated,
        int offset,
        int length
    )
    {
        Sentiment = sentiment;
        Text = text;
        ConfidenceScores = scores;
        IsNegated = isNegated;
        Offset = offset;
        Length = length;
    }

    public TextSentiment Sentiment { get; }

    public string Text { get; }

    public SentimentConfidenceScores ConfidenceScores { get; }

    /// <summary>Whether a negation turns the word around, as in "not good".</summary>
    public bool IsNegated { get; }

    public int Offset { get; }

    public int Length { get; }
}
