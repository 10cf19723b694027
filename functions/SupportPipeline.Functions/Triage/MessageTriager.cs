using SupportPipeline.Platform;
using SupportPipeline.Triage.Azure;

namespace SupportPipeline.Triage;

/// <summary>
/// Understands messages: the embedded analyzer always, Azure AI Language on top of it when that is configured. Never fails for the service's
/// sake: what it does not answer is answered by the embedded analyzer, and the triage says so.
/// </summary>
public sealed class MessageTriager
{
    private readonly Func<string, string?, MessageTriage> _embedded;
    private readonly LanguageEnrichment? _enrichment;
    private readonly PipelineMetrics _metrics;

    /// <summary>Puts the parts together.</summary>
    /// <param name="embedded">The embedded analyzer: text and language, if it is known.</param>
    /// <param name="enrichment">The service; null for the engine <c>embedded</c>.</param>
    /// <param name="metrics">Counts what the service did not answer.</param>
    internal MessageTriager(Func<string, string?, MessageTriage> embedded, LanguageEnrichment? enrichment, PipelineMetrics metrics) =>
        (_embedded, _enrichment, _metrics) = (embedded, enrichment, metrics);

    /// <summary>Understands one message; costs one call to the service unless more is switched on.</summary>
    /// <param name="ownWords">The customer's own words, without quotations and signatures. Blank ones are not sent anywhere.</param>
    /// <param name="cancellationToken">The caller gives up.</param>
    public async Task<MessageTriage> TriageAsync(string ownWords, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ownWords);
        var triages = await TriageAsync([ownWords], cancellationToken);
        return triages[0];
    }

    /// <summary>Understands several messages; they share calls as far as the service's limits allow.</summary>
    /// <param name="texts">The own words of each.</param>
    /// <param name="cancellationToken">The caller gives up.</param>
    /// <returns>One triage for each text, in their order.</returns>
    public async Task<IReadOnlyList<MessageTriage>> TriageAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(texts);
        if (_enrichment is null)
        {
            return [.. texts.Select(text => _embedded(text, null))];
        }

        var messages = texts.Select(text => new EnrichedMessage(text, _embedded(text, null))).ToList();
        await _enrichment.EnrichAsync(messages.FindAll(message => message.Pieces.Count > 0), _embedded, cancellationToken);
        foreach (var message in messages)
        {
            _metrics.TriageFellBack(message.Triage.FallbackReason);
        }

        return [.. messages.Select(message => message.Triage)];
    }
}
