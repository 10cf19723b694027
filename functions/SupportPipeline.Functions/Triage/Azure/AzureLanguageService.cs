using System.Globalization;
using Azure.AI.TextAnalytics;
using Azure.Core.Pipeline;
using SupportPipeline.Platform;

namespace SupportPipeline.Triage.Azure;

/// <summary>Azure AI Language by its client. The service is told not to keep the texts for its own troubleshooting.</summary>
internal sealed class AzureLanguageService(TextAnalyticsClient client) : ILanguageService
{
    private const string MissingDocument = "missing-document";

    public Task<IReadOnlyList<LanguageAnswer<SentimentAnswer>>> ReadSentimentAsync(
        IReadOnlyList<LanguageDocument> documents,
        TimeSpan patience,
        CancellationToken cancellationToken
    )
    {
        var options = new AnalyzeSentimentOptions { IncludeOpinionMining = true, DisableServiceLogs = true };
        return AskAsync<AnalyzeSentimentResult, SentimentAnswer>(
            documents,
            patience,
            async ct => (await client.AnalyzeSentimentBatchAsync(Inputs(documents), options, ct)).Value,
            result => SentimentAnswers.Read(result.DocumentSentiment),
            cancellationToken
        );
    }

    public Task<IReadOnlyList<LanguageAnswer<DetectedLanguage>>> DetectLanguageAsync(
        IReadOnlyList<LanguageDocument> documents,
        TimeSpan patience,
        CancellationToken cancellationToken
    )
    {
        // The default hint is the United States; nobody knows where a customer writes from.
        var inputs = documents.Select(
            (document, index) => new DetectLanguageInput(Id(index), document.Text) { CountryHint = DetectLanguageInput.None }
        );
        var options = new TextAnalyticsRequestOptions { DisableServiceLogs = true };
        return AskAsync<DetectLanguageResult, DetectedLanguage>(
            documents,
            patience,
            async ct => (await client.DetectLanguageBatchAsync(inputs, options, ct)).Value,
            result => new DetectedLanguage(
                ServiceLanguages.FromService(result.PrimaryLanguage.Iso6391Name),
                result.PrimaryLanguage.ConfidenceScore
            ),
            cancellationToken
        );
    }

    public Task<IReadOnlyList<LanguageAnswer<IReadOnlyList<string>>>> ExtractKeyPhrasesAsync(
        IReadOnlyList<LanguageDocument> documents,
        TimeSpan patience,
        CancellationToken cancellationToken
    )
    {
        var options = new TextAnalyticsRequestOptions { DisableServiceLogs = true };
        return AskAsync<ExtractKeyPhrasesResult, IReadOnlyList<string>>(
            documents,
            patience,
            async ct => (await client.ExtractKeyPhrasesBatchAsync(Inputs(documents), options, ct)).Value,
            result => [.. result.KeyPhrases],
            cancellationToken
        );
    }

    public Task<IReadOnlyList<LanguageAnswer<IReadOnlyList<PersonalDataFinding>>>> FindPersonalDataAsync(
        IReadOnlyList<LanguageDocument> documents,
        TimeSpan patience,
        CancellationToken cancellationToken
    )
    {
        var options = new RecognizePiiEntitiesOptions { DisableServiceLogs = true };
        return AskAsync<RecognizePiiEntitiesResult, IReadOnlyList<PersonalDataFinding>>(
            documents,
            patience,
            async ct => (await client.RecognizePiiEntitiesBatchAsync(Inputs(documents), options, ct)).Value,
            result =>
                [
                    .. result.Entities.Select(entity => new PersonalDataFinding(
                        entity.Category.ToString(),
                        entity.Offset,
                        entity.Length,
                        entity.ConfidenceScore
                    )),
                ],
            cancellationToken
        );
    }

    private static IEnumerable<TextDocumentInput> Inputs(IReadOnlyList<LanguageDocument> documents) =>
        documents.Select((document, index) => new TextDocumentInput(Id(index), document.Text) { Language = document.Language });

    private static string Id(int index) => index.ToString(CultureInfo.InvariantCulture);

    private static async Task<IReadOnlyList<LanguageAnswer<TAnswer>>> AskAsync<TResult, TAnswer>(
        IReadOnlyList<LanguageDocument> documents,
        TimeSpan patience,
        Func<CancellationToken, Task<IReadOnlyList<TResult>>> ask,
        Func<TResult, TAnswer> read,
        CancellationToken cancellationToken
    )
        where TResult : TextAnalyticsResult
        where TAnswer : class
    {
        try
        {
            using var scope = HttpPipeline.CreateHttpMessagePropertiesScope(
                new Dictionary<string, object?>(StringComparer.Ordinal) { [PatientRetryPolicy.Patience] = patience }
            );
            var results = (await ask(cancellationToken)).ToDictionary(result => result.Id, StringComparer.Ordinal);
            return [.. documents.Select((_, index) => Answer(results.GetValueOrDefault(Id(index)), read))];
        }
        catch (Exception exception) when (cancellationToken.IsCancellationRequested)
        {
            // After a failed attempt the client may wrap what is only our own giving up.
            throw new OperationCanceledException("The language service was not waited for any longer.", exception, cancellationToken);
        }
        catch (Exception exception) when (exception is not LanguageServiceException)
        {
            // Whatever it is, messages go on: the embedded analyzer answers.
            throw LanguageFailures.Understand(exception);
        }
    }

    private static LanguageAnswer<TAnswer> Answer<TResult, TAnswer>(TResult? result, Func<TResult, TAnswer> read)
        where TResult : TextAnalyticsResult
        where TAnswer : class =>
        result switch
        {
            null => throw new LanguageServiceException(ReasonCode.LanguageServiceFailed, MissingDocument),
            { HasError: true } => new LanguageAnswer<TAnswer>(null, ReasonCode.LanguageServiceRejectedDocument),
            _ => new LanguageAnswer<TAnswer>(read(result), null),
        };
}
