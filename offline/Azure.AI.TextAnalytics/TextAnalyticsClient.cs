using System.Globalization;
using Azure.AI.TextAnalytics.Wire;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.AI.TextAnalytics;

/// <summary>
/// Asks Azure AI Language about texts. Errors of single documents are in their results; a call that fails as a whole throws
/// <see cref="RequestFailedException"/> with the service's innermost error code.
/// </summary>
public class TextAnalyticsClient
{
    private readonly AnalyzeTextService service;

    /// <summary>With a resource key.</summary>
    public TextAnalyticsClient(Uri endpoint, AzureKeyCredential credential)
        : this(endpoint, credential, new TextAnalyticsClientOptions()) { }

    /// <summary>With a resource key.</summary>
    public TextAnalyticsClient(Uri endpoint, AzureKeyCredential credential, TextAnalyticsClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentNullException.ThrowIfNull(credential);
        ArgumentNullException.ThrowIfNull(options);
        service = new AnalyzeTextService(endpoint, new SubscriptionKeyPolicy(credential), options);
    }

    /// <summary>With a token; the endpoint must be the resource's own subdomain, over TLS.</summary>
    public TextAnalyticsClient(Uri endpoint, TokenCredential credential)
        : this(endpoint, credential, new TextAnalyticsClientOptions()) { }

    /// <summary>With a token; the endpoint must be the resource's own subdomain, over TLS.</summary>
    public TextAnalyticsClient(Uri endpoint, TokenCredential credential, TextAnalyticsClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentNullException.ThrowIfNull(credential);
        ArgumentNullException.ThrowIfNull(options);
        var scope = $"{options.Audience ?? TextAnalyticsAudience.AzurePublicCloud}/.default";
        service = new AnalyzeTextService(endpoint, new BearerTokenAuthenticationPolicy(credential, scope), options);
    }

    /// <summary>For mocks.</summary>
    protected TextAnalyticsClient() { }

    /// <summary>How texts feel; at most 10 in one call. Their ids are "0", "1" and so on.</summary>
    public virtual Task<Response<AnalyzeSentimentResultCollection>> AnalyzeSentimentBatchAsync(
        IEnumerable<string> documents,
        string language = null,
        AnalyzeSentimentOptions options = null,
        CancellationToken cancellationToken = default
    ) => AnalyzeSentimentBatchAsync(Texts(documents, language), options, cancellationToken);

    /// <summary>How texts feel; at most 10 in one call.</summary>
    public virtual Task<Response<AnalyzeSentimentResultCollection>> AnalyzeSentimentBatchAsync(
        IEnumerable<TextDocumentInput> documents,
        AnalyzeSentimentOptions options = null,
        CancellationToken cancellationToken = default
    ) =>
        service.AskAsync(
            WithLanguages(AnalyzeTextRequest.Sentiment(options), documents),
            results => new AnalyzeSentimentResultCollection(
                results.InOrder(results.Sentiment, (id, error) => new AnalyzeSentimentResult(id, error)),
                results.Statistics,
                results.ModelVersion
            ),
            cancellationToken
        );

    /// <summary>What language texts are written in; at most 1,000 in one call. Their ids are "0", "1" and so on.</summary>
    public virtual Task<Response<DetectLanguageResultCollection>> DetectLanguageBatchAsync(
        IEnumerable<string> documents,
        string countryHint = null,
        TextAnalyticsRequestOptions options = null,
        CancellationToken cancellationToken = default
    ) => DetectLanguageBatchAsync(UnknownTexts(documents, countryHint), options, cancellationToken);

    /// <summary>What language texts are written in; at most 1,000 in one call.</summary>
    public virtual Task<Response<DetectLanguageResultCollection>> DetectLanguageBatchAsync(
        IEnumerable<DetectLanguageInput> documents,
        TextAnalyticsRequestOptions options = null,
        CancellationToken cancellationToken = default
    ) =>
        service.AskAsync(
            WithCountryHints(AnalyzeTextRequest.Language(options), documents),
            results => new DetectLanguageResultCollection(
                results.InOrder(results.Language, (id, error) => new DetectLanguageResult(id, error)),
                results.Statistics,
                results.ModelVersion
            ),
            cancellationToken
        );

    /// <summary>What texts are about; at most 10 in one call. Their ids are "0", "1" and so on.</summary>
    public virtual Task<Response<ExtractKeyPhrasesResultCollection>> ExtractKeyPhrasesBatchAsync(
        IEnumerable<string> documents,
        string language = null,
        TextAnalyticsRequestOptions options = null,
        CancellationToken cancellationToken = default
    ) => ExtractKeyPhrasesBatchAsync(Texts(documents, language), options, cancellationToken);

    /// <summary>What texts are about; at most 10 in one call.</summary>
    public virtual Task<Response<ExtractKeyPhrasesResultCollection>> ExtractKeyPhrasesBatchAsync(
        IEnumerable<TextDocumentInput> documents,
        TextAnalyticsRequestOptions options = null,
        CancellationToken cancellationToken = default
    ) =>
        service.AskAsync(
            WithLanguages(AnalyzeTextRequest.KeyPhrases(options), documents),
            results => new ExtractKeyPhrasesResultCollection(
                results.InOrder(results.KeyPhrases, (id, error) => new ExtractKeyPhrasesResult(id, error)),
                results.Statistics,
                results.ModelVersion
            ),
            cancellationToken
        );

    /// <summary>What personal information texts hold; at most 5 in one call. Their ids are "0", "1" and so on.</summary>
    public virtual Task<Response<RecognizePiiEntitiesResultCollection>> RecognizePiiEntitiesBatchAsync(
        IEnumerable<string> documents,
        string language = null,
        RecognizePiiEntitiesOptions options = null,
        CancellationToken cancellationToken = default
    ) => RecognizePiiEntitiesBatchAsync(Texts(documents, language), options, cancellationToken);

    /// <summary>What personal information texts hold; at most 5 in one call.</summary>
    public virtual Task<Response<RecognizePiiEntitiesResultCollection>> RecognizePiiEntitiesBatchAsync(
        IEnumerable<TextDocumentInput> documents,
        RecognizePiiEntitiesOptions options = null,
        CancellationToken cancellationToken = default
    ) =>
        service.AskAsync(
            WithLanguages(AnalyzeTextRequest.PersonalInformation(options), documents),
            results => new RecognizePiiEntitiesResultCollection(
                results.InOrder(results.PersonalInformation, (id, error) => new RecognizePiiEntitiesResult(id, error)),
                results.Statistics,
                results.ModelVersion
            ),
            cancellationToken
        );

    private static IEnumerable<TextDocumentInput> Texts(IEnumerable<string> documents, string language)
    {
        ArgumentNullException.ThrowIfNull(documents);
        return documents.Select((text, index) => new TextDocumentInput(Id(index), text) { Language = language });
    }

    private static IEnumerable<DetectLanguageInput> UnknownTexts(IEnumerable<string> documents, string countryHint)
    {
        ArgumentNullException.ThrowIfNull(documents);
        return documents.Select((text, index) => new DetectLanguageInput(Id(index), text) { CountryHint = countryHint });
    }

    private static string Id(int index) => index.ToString(CultureInfo.InvariantCulture);

    private static AnalyzeTextRequest NotEmpty(AnalyzeTextRequest request, string documents) =>
        request.Ids.Count > 0 ? request : throw new ArgumentException("Value cannot be an empty collection.", documents);

    private AnalyzeTextRequest WithLanguages(AnalyzeTextRequest request, IEnumerable<TextDocumentInput> documents)
    {
        ArgumentNullException.ThrowIfNull(documents);
        foreach (var document in documents)
        {
            request.Add(document.Id, document.Text, "language", document.Language ?? service.Options.DefaultLanguage);
        }

        return NotEmpty(request, nameof(documents));
    }

    private AnalyzeTextRequest WithCountryHints(AnalyzeTextRequest request, IEnumerable<DetectLanguageInput> documents)
    {
        ArgumentNullException.ThrowIfNull(documents);
        foreach (var document in documents)
        {
            request.Add(document.Id, document.Text, "countryHint", document.CountryHint ?? service.Options.DefaultCountryHint);
        }

        return NotEmpty(request, nameof(documents));
    }
}
