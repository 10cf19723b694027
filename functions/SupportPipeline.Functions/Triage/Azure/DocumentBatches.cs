namespace SupportPipeline.Triage.Azure;

/// <summary>Packs documents into as few calls as the service's limits allow, in their order.</summary>
internal static class DocumentBatches
{
    /// <summary>Ranges of documents, one for each call.</summary>
    /// <param name="documents">What is asked about.</param>
    /// <param name="maxDocuments">The most documents of one call.</param>
    public static IEnumerable<Range> Pack(IReadOnlyList<LanguageDocument> documents, int maxDocuments)
    {
        ArgumentNullException.ThrowIfNull(documents);
        var start = 0;
        long bytes = LanguageServiceLimits.BytesAround;
        for (var at = 0; at < documents.Count; at++)
        {
            var more = LanguageServiceLimits.BytesOf(documents[at].Text);
            if (at > start && (at - start == maxDocuments || bytes + more > LanguageServiceLimits.MaxRequestBytes))
            {
                yield return start..at;
                (start, bytes) = (at, LanguageServiceLimits.BytesAround);
            }

            bytes += more;
        }

        if (start < documents.Count)
        {
            yield return start..documents.Count;
        }
    }
}
