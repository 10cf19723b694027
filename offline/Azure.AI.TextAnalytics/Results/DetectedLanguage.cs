namespace Azure.AI.TextAnalytics;

/// <summary>The language a document is written in.</summary>
public readonly struct DetectedLanguage
{
    internal DetectedLanguage(string name, string iso6391Name, double confidenceScore, IReadOnlyCollection<TextAnalyticsWarning> warnings)
    {
        Name = name;
        Iso6391Name = iso6391Name;
        ConfidenceScore = confidenceScore;
        Warnings = warnings;
    }

    /// <summary>English name, or <c>(Unknown)</c>.</summary>
    public string Name { get; }

    /// <summary>Language tag, mostly of two letters; <c>zh_chs</c> and the like occur.</summary>
    public string Iso6391Name { get; }

    /// <summary>0..1.</summary>
    public double ConfidenceScore { get; }

    public IReadOnlyCollection<TextAnalyticsWarning> Warnings { get; }
}
