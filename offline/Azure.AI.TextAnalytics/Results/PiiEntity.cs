using System.Collections.ObjectModel;

namespace Azure.AI.TextAnalytics;

/// <summary>A piece of personal information. Offset and length count UTF-16 code units of the document.</summary>
public readonly struct PiiEntity
{
    internal PiiEntity(string text, PiiEntityCategory category, string subCategory, double confidenceScore, int offset, int length)
    {
        Text = text;
        Category = category;
        SubCategory = subCategory;
        ConfidenceScore = confidenceScore;
        Offset = offset;
        Length = length;
    }

    public string Text { get; }

    public PiiEntityCategory Category { get; }

    /// <summary>Null when the category has none.</summary>
    public string SubCategory { get; }

    /// <summary>0..1.</summary>
    public double ConfidenceScore { get; }

    public int Offset { get; }

    public int Length { get; }
}

/// <summary>The personal information of one document.</summary>
public class PiiEntityCollection : ReadOnlyCollection<PiiEntity>
{
    internal PiiEntityCollection(IList<PiiEntity> entities, string redactedText, IReadOnlyCollection<TextAnalyticsWarning> warnings)
        : base(entities)
    {
        RedactedText = redactedText;
        Warnings = warnings;
    }

    /// <summary>The document with every piece starred out, letter by letter.</summary>
    public string RedactedText { get; }

    public IReadOnlyCollection<TextAnalyticsWarning> Warnings { get; }
}
