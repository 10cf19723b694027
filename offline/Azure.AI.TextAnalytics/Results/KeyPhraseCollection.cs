using System.Collections.ObjectModel;

namespace Azure.AI.TextAnalytics;

/// <summary>What one document is about, in its own words.</summary>
public class KeyPhraseCollection : ReadOnlyCollection<string>
{
    internal KeyPhraseCollection(IList<string> keyPhrases, IReadOnlyCollection<TextAnalyticsWarning> warnings)
        : base(keyPhrases) => Warnings = warnings;

    public IReadOnlyCollection<TextAnalyticsWarning> Warnings { get; }
}
