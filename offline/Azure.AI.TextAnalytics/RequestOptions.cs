namespace Azure.AI.TextAnalytics;

/// <summary>What can be said with every call.</summary>
public class TextAnalyticsRequestOptions
{
    /// <summary>Whether results carry character and transaction counts.</summary>
    public bool IncludeStatistics { get; set; }

    /// <summary>The model to use; null leaves the choice to the service.</summary>
    public string ModelVersion { get; set; }

    /// <summary>Whether the service must not keep the text for troubleshooting; null means the service's default.</summary>
    public bool? DisableServiceLogs { get; set; }
}

/// <summary>What can be said when sentiment is asked for.</summary>
public class AnalyzeSentimentOptions : TextAnalyticsRequestOptions
{
    /// <summary>Whether sentences carry opinions: what is spoken of, and what is said about it.</summary>
    public bool? IncludeOpinionMining { get; set; }
}

/// <summary>What can be said when personal information is asked for.</summary>
public class RecognizePiiEntitiesOptions : TextAnalyticsRequestOptions
{
    /// <summary>Narrows the search to one domain.</summary>
    public PiiEntityDomain DomainFilter { get; set; }

    /// <summary>Narrows the search to these categories; empty means the service's default set.</summary>
    public IList<PiiEntityCategory> CategoriesFilter { get; } = [];
}

/// <summary>Domains that personal information can be narrowed to.</summary>
public enum PiiEntityDomain
{
    /// <summary>Everything.</summary>
    None = 0,

    /// <summary>Health information only (<c>phi</c>).</summary>
    ProtectedHealthInformation = 1,
}
