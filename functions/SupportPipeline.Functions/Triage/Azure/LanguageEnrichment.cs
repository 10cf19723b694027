using Microsoft.Extensions.Options;

namespace SupportPipeline.Triage.Azure;

/// <summary>
/// Puts what the service says in the place of what the embedded analyzer said: the sentiment always; language, key phrases and personal data
/// when they are switched on. What the service does not answer stays as it was, with the reason.
/// </summary>
internal sealed class LanguageEnrichment(
    ILanguageService service,
    LanguageQuestions questions,
    IOptions<TriageOptions> options,
    TimeProvider clock
)
{
    private readonly TriageOptions _options = options.Value;

    /// <summary>Asks about all messages together.</summary>
    /// <param name="messages">With what the embedded analyzer said.</param>
    /// <param name="embedded">The embedded analyzer, for a message whose language the service knows better.</param>
    /// <param name="cancellationToken">The caller gives up.</param>
    public async Task EnrichAsync(
        IReadOnlyList<EnrichedMessage> messages,
        Func<string, string?, MessageTriage> embedded,
        CancellationToken cancellationToken
    )
    {
        var round = new Round(messages, new TimeBudget(_options.TotalTimeout, clock), cancellationToken);
        if (_options.DetectLanguage)
        {
            await DetectLanguageAsync(round, embedded);
        }

        await AskAsync(
            round,
            service.ReadSentimentAsync,
            LanguageServiceLimits.MaxDocuments,
            (message, answers) => SentimentMerge.Into(message.Triage, message.Text, answers, _options.UnsureBelow)
        );
        if (_options.KeyPhrases)
        {
            await AskAsync(round, service.ExtractKeyPhrasesAsync, LanguageServiceLimits.MaxDocuments, WithKeyPhrases);
        }

        if (_options.PersonalData)
        {
            await AskAsync(round, service.FindPersonalDataAsync, LanguageServiceLimits.MaxPersonalDataDocuments, WithPersonalData);
        }
    }

    private static MessageTriage WithKeyPhrases(EnrichedMessage message, IReadOnlyList<PieceAnswer<IReadOnlyList<string>>> answers) =>
        message.Triage with
        {
            KeyPhrases = [.. answers.SelectMany(answer => answer.Value).Distinct(StringComparer.OrdinalIgnoreCase)],
        };

    private static MessageTriage WithPersonalData(
        EnrichedMessage message,
        IReadOnlyList<PieceAnswer<IReadOnlyList<PersonalDataFinding>>> answers
    ) =>
        message.Triage with
        {
            PersonalData =
            [
                .. answers.SelectMany(answer => answer.Value.Select(found => found with { Offset = answer.Piece.Offset + found.Offset })),
            ],
        };

    private static MessageTriage WithLanguage(
        EnrichedMessage message,
        DetectedLanguage language,
        Func<string, string?, MessageTriage> embedded
    )
    {
        var known = message.Triage.Language.Code;
        var isChinese = language.Code == ServiceLanguages.AnyChinese;
        if (language.Code == LanguageDetector.Undetermined || (isChinese && known.StartsWith("zh-", StringComparison.Ordinal)))
        {
            // That says less than what is known.
            return message.Triage;
        }

        var code = isChinese ? "zh-Hans" : language.Code;
        var triage = code == known ? message.Triage : embedded(message.Text, code);
        return triage with { Language = language with { Code = code }, FallbackReason = message.Triage.FallbackReason };
    }

    /// <summary>A language does not change with length: the first piece is enough.</summary>
    private async Task DetectLanguageAsync(Round round, Func<string, string?, MessageTriage> embedded) =>
        await AskAsync(
            round,
            service.DetectLanguageAsync,
            LanguageServiceLimits.MaxDocuments,
            (message, answers) => WithLanguage(message, answers[0].Value, embedded),
            piecesOfEach: 1
        );

    private async Task AskAsync<T>(
        Round round,
        LanguageQuestion<T> question,
        int maxDocuments,
        Func<EnrichedMessage, IReadOnlyList<PieceAnswer<T>>, MessageTriage> merge,
        int piecesOfEach = int.MaxValue
    )
        where T : class
    {
        var documents = round
            .Messages.SelectMany(message => message.Pieces.Take(piecesOfEach).Select(piece => Document(piece, message)))
            .ToList();
        var answers = await questions.AskAsync(question, maxDocuments, documents, round.Budget, round.CancellationToken);
        var next = 0;
        foreach (var message in round.Messages)
        {
            var own = message.Pieces.Take(piecesOfEach).Select(piece => (Piece: piece, Answer: answers[next++])).ToList();
            if (own.Find(one => one.Answer.Reason is not null).Answer is { Reason: { } reason })
            {
                message.Miss(reason);
            }
            else
            {
                message.Triage = merge(message, [.. own.Select(one => new PieceAnswer<T>(one.Piece, one.Answer.Value!))]);
            }
        }
    }

    private static LanguageDocument Document(TextPiece piece, EnrichedMessage message) =>
        new(piece.Text, ServiceLanguages.HintFor(message.Triage.Language.Code));

    /// <summary>What the questions of one enrichment share.</summary>
    private sealed record Round(IReadOnlyList<EnrichedMessage> Messages, TimeBudget Budget, CancellationToken CancellationToken);
}
