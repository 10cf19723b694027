using SupportPipeline.Platform;

namespace SupportPipeline.Triage.Azure;

/// <summary>One of the methods of <see cref="ILanguageService"/>.</summary>
internal delegate Task<IReadOnlyList<LanguageAnswer<T>>> LanguageQuestion<T>(
    IReadOnlyList<LanguageDocument> documents,
    TimeSpan patience,
    CancellationToken cancellationToken
)
    where T : class;

/// <summary>Asks about any number of documents in as few calls as possible; a call that fails costs only the answers about its own documents.</summary>
internal sealed class LanguageQuestions(LanguageCircuit circuit)
{
    /// <summary>Asks.</summary>
    /// <param name="question">What.</param>
    /// <param name="maxDocuments">The most documents of one call.</param>
    /// <param name="documents">About what.</param>
    /// <param name="budget">How long it may take.</param>
    /// <param name="cancellationToken">The caller gives up.</param>
    /// <returns>An answer or a reason for each document, in their order.</returns>
    public async Task<IReadOnlyList<LanguageAnswer<T>>> AskAsync<T>(
        LanguageQuestion<T> question,
        int maxDocuments,
        IReadOnlyList<LanguageDocument> documents,
        TimeBudget budget,
        CancellationToken cancellationToken
    )
        where T : class
    {
        ArgumentNullException.ThrowIfNull(documents);
        var answers = new List<LanguageAnswer<T>>(documents.Count);
        foreach (var batch in DocumentBatches.Pack(documents, maxDocuments))
        {
            var asked = documents.Take(batch).ToList();
            answers.AddRange(await AskOnceAsync(question, asked, budget, cancellationToken));
        }

        return answers;
    }

    private async Task<IReadOnlyList<LanguageAnswer<T>>> AskOnceAsync<T>(
        LanguageQuestion<T> question,
        IReadOnlyList<LanguageDocument> documents,
        TimeBudget budget,
        CancellationToken cancellationToken
    )
        where T : class
    {
        // Only a single text element that is longer than a request is left over by the splitting.
        if (LanguageServiceLimits.BytesOf(documents[0].Text) > LanguageServiceLimits.MaxRequestBytes)
        {
            return [new LanguageAnswer<T>(null, ReasonCode.LanguageServiceRejectedDocument)];
        }

        try
        {
            return await circuit.AskAsync((patience, ct) => question(documents, patience, ct), budget.Left, cancellationToken);
        }
        catch (LanguageServiceException failure)
        {
            return [.. documents.Select(_ => new LanguageAnswer<T>(null, failure.Reason))];
        }
    }
}
