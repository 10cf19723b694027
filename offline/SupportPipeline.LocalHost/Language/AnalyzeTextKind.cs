namespace SupportPipeline.LocalHost.Language;

/// <summary>A kind of question, with the service's limit.</summary>
/// <param name="Name">As in the request; the answer's is <c>NAMEResults</c>.</param>
/// <param name="MaxDocuments">The most documents of one call.</param>
/// <param name="CountsCharacters">Whether the answer holds offsets.</param>
internal sealed record AnalyzeTextKind(string Name, int MaxDocuments, bool CountsCharacters)
{
    public static readonly AnalyzeTextKind Sentiment = new("SentimentAnalysis", 10, CountsCharacters: true);
    public static readonly AnalyzeTextKind Language = new("LanguageDetection", 1_000, CountsCharacters: false);
    public static readonly AnalyzeTextKind KeyPhrases = new("KeyPhraseExtraction", 10, CountsCharacters: false);
    public static readonly AnalyzeTextKind PersonalData = new("PiiEntityRecognition", 5, CountsCharacters: true);

    private static readonly AnalyzeTextKind[] s_all = [Sentiment, Language, KeyPhrases, PersonalData];

    public static AnalyzeTextKind? Find(string? name) => Array.Find(s_all, kind => kind.Name == name);
}
