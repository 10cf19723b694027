using System.Collections.ObjectModel;

namespace Azure.AI.TextAnalytics;

/// <summary>One result for each document of a call, in the order of the documents.</summary>
public class AnalyzeSentimentResultCollection : ReadOnlyCollection<AnalyzeSentimentResult>
{
    internal AnalyzeSentimentResultCollection(
        IList<AnalyzeSentimentResult> list,
        TextDocumentBatchStatistics statistics,
        string modelVersion
    )
        : base(list)
    {
        Statistics = statistics;
        ModelVersion = modelVersion;
    }

    /// <summary>Null unless statistics were asked for.</summary>
    public TextDocumentBatchStatistics Statistics { get; }

    /// <summary>The model that answered.</summary>
    public string ModelVersion { get; }
}

/// <summary>One result for each document of a call, in the order of the documents.</summary>
public class DetectLanguageResultCollection : ReadOnlyCollection<DetectLanguageResult>
{
    internal DetectLanguageResultCollection(IList<DetectLanguageResult> list, TextDocumentBatchStatistics statistics, string modelVersion)
        : base(list)
    {
        Statistics = statistics;
        ModelVersion = modelVersion;
    }

    /// <summary>Null unless statistics were asked for.</summary>
    public TextDocumentBatchStatistics Statistics { get; }

    /// <summary>The model that answered.</summary>
    public string ModelVersion { get; }
}

/// <summary>One result for each document of a call, in the order of the documents.</summary>
public class ExtractKeyPhrasesResultCollection : ReadOnlyCollection<ExtractKeyPhrasesResult>
{
    internal ExtractKeyPhrasesResultCollection(
        IList<ExtractKeyPhrasesResult> list,
        TextDocumentBatchStatistics statistics,
        string modelVersion
    )
        : base(list)
    {
        Statistics = statistics;
        ModelVersion = modelVersion;
    }

    /// <summary>Null unless statistics were asked for.</summary>
    public TextDocumentBatchStatistics Statistics { get; }

    /// <summary>The model that answered.</summary>
    public string ModelVersion { get; }
}

/// <summary>One result for each document of a call, in the order of the documents.</summary>
public class RecognizePiiEntitiesResultCollection : ReadOnlyCollection<RecognizePiiEntitiesResult>
{
    internal RecognizePiiEntitiesResultCollection(
        IList<RecognizePiiEntitiesResult> list,
        TextDocumentBatchStatistics statistics,
        string modelVersion
    )
        : base(list)
    {
        Statistics = statistics;
        ModelVersion = modelVersion;
    }

    /// <summary>Null unless statistics were asked for.</summary>
    public TextDocumentBatchStatistics Statistics { get; }

    /// <summary>The model that answered.</summary>
    public string ModelVersion { get; }
}
