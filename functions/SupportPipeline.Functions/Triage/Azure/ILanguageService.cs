namespace SupportPipeline.Triage.Azure;

/// <summary>
/// The seam to Azure AI Language: nothing else in the product knows its client. Each method is one request. Microsoft retires
/// sentiment analysis and opinion mining on 2029-03-31; whatever follows takes their place behind this interface.
/// </summary>
internal interface ILanguageService
{
    /// <summary>How each document feels, with its opinions.</summary>
    /// <param name="documents">At most <see cref="LanguageServiceLimits.MaxDocuments"/>, none blank.</param>
    /// <param name="patience">How long the caller waits. An attempt that could only be repeated later than that is not repeated.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>An answer for each document, in their order.</returns>
    /// <exception cref="LanguageServiceException">The call as a whole failed.</exception>
    Task<IReadOnlyList<LanguageAnswer<SentimentAnswer>>> ReadSentimentAsync(
        IReadOnlyList<LanguageDocument> documents,
        TimeSpan patience,
        CancellationToken cancellationToken
    );

    /// <summary>The language of each document, by its BCP 47 code; <c>und</c> when the service cannot tell.</summary>
    /// <inheritdoc cref="ReadSentimentAsync"/>
    Task<IReadOnlyList<LanguageAnswer<DetectedLanguage>>> DetectLanguageAsync(
        IReadOnlyList<LanguageDocument> documents,
        TimeSpan patience,
        CancellationToken cancellationToken
    );

    /// <summary>What each document is about, in its own words.</summary>
    /// <inheritdoc cref="ReadSentimentAsync"/>
    Task<IReadOnlyList<LanguageAnswer<IReadOnlyList<string>>>> ExtractKeyPhrasesAsync(
        IReadOnlyList<LanguageDocument> documents,
        TimeSpan patience,
        CancellationToken cancellationToken
    );

    /// <summary>Where each document holds personal data. At most <see cref="LanguageServiceLimits.MaxPersonalDataDocuments"/> documents.</summary>
    /// <inheritdoc cref="ReadSentimentAsync"/>
    Task<IReadOnlyList<LanguageAnswer<IReadOnlyList<PersonalDataFinding>>>> FindPersonalDataAsync(
        IReadOnlyList<LanguageDocument> documents,
        TimeSpan patience,
        CancellationToken cancellationToken
    );
}
