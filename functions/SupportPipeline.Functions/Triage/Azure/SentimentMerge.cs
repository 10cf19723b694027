using System.Globalization;

namespace SupportPipeline.Triage.Azure;

/// <summary>Makes one sentiment of the service's answers about the pieces of a text, and puts it into what the embedded analyzer said.</summary>
internal static class SentimentMerge
{
    /// <summary>The source of every evidence that comes from the service.</summary>
    public const string Source = "azure";

    /// <summary>A long letter has hundreds of opinions; nobody reads more than these.</summary>
    internal const int MaxEvidence = 20;
    private const int MaxEvidenceText = 120;

    /// <summary>Merges.</summary>
    /// <param name="embedded">What the embedded analyzer said.</param>
    /// <param name="text">The customer's own words.</param>
    /// <param name="answers">One for each piece, in their order; at least one.</param>
    /// <param name="unsureBelow">The least confidence of a sure value.</param>
    public static MessageTriage Into(
        MessageTriage embedded,
        string text,
        IReadOnlyList<PieceAnswer<SentimentAnswer>> answers,
        double unsureBelow
    )
    {
        ArgumentNullException.ThrowIfNull(answers);
        var scores = Weighted(answers);
        var sentences = answers.SelectMany(answer => answer.Value.Sentences).ToList();
        var label = answers.Count == 1 ? answers[0].Value.Sentiment : Label(answers, sentences);
        var confidence = Confidence(label, scores, sentences);
        return embedded with
        {
            Engine = TriageEngine.Azure,
            Sentiment = new Finding<Sentiment>(label, confidence, confidence < unsureBelow, Evidence(label, text, answers)),
            Scores = scores,
        };
    }

    private static SentimentScores Weighted(IReadOnlyList<PieceAnswer<SentimentAnswer>> answers)
    {
        double total = answers.Sum(answer => answer.Piece.Text.Length);
        double Of(Func<SentimentScores, double> score) =>
            answers.Sum(answer => score(answer.Value.Scores) * answer.Piece.Text.Length) / total;

        return new(Of(scores => scores.Positive), Of(scores => scores.Neutral), Of(scores => scores.Negative));
    }

    /// <summary>The service's own rule for a document: one positive and one negative sentence make it mixed, neutral ones change nothing.</summary>
    private static Sentiment Label(IReadOnlyList<PieceAnswer<SentimentAnswer>> answers, List<SentenceAnswer> sentences)
    {
        var labels = answers.Select(answer => answer.Value.Sentiment).Concat(sentences.Select(sentence => sentence.Sentiment)).ToHashSet();
        var isMixed = labels.Contains(Sentiment.Mixed) || (labels.Contains(Sentiment.Positive) && labels.Contains(Sentiment.Negative));
        return isMixed ? Sentiment.Mixed
            : labels.Contains(Sentiment.Negative) ? Sentiment.Negative
            : labels.Contains(Sentiment.Positive) ? Sentiment.Positive
            : Sentiment.Neutral;
    }

    /// <summary>A label rests on its clearest sentence, so its confidence does too; a mixed one is as sure as the weaker of its two sides.</summary>
    private static double Confidence(Sentiment label, SentimentScores scores, List<SentenceAnswer> sentences)
    {
        var positive = Clearest(Sentiment.Positive, scores.Positive, sentence => sentence.Scores.Positive);
        var negative = Clearest(Sentiment.Negative, scores.Negative, sentence => sentence.Scores.Negative);
        return label switch
        {
            Sentiment.Positive => positive,
            Sentiment.Negative => negative,
            Sentiment.Mixed => Math.Min(positive, negative),
            _ => scores.Neutral,
        };

        double Clearest(Sentiment side, double ofDocument, Func<SentenceAnswer, double> score) =>
            sentences.Where(sentence => sentence.Sentiment == side).Select(score).DefaultIfEmpty(ofDocument).Max();
    }

    /// <summary>The opinions that speak for the label; without any, the sentences.</summary>
    private static List<Evidence> Evidence(Sentiment label, string text, IReadOnlyList<PieceAnswer<SentimentAnswer>> answers)
    {
        if (label == Sentiment.Neutral)
        {
            return [];
        }

        var opinions = Spans(
            answers,
            sentence => sentence.Opinions.Where(opinion => SpeaksFor(opinion.Sentiment, label)).SelectMany(Words)
        );
        var spans =
            opinions.Count > 0 ? opinions : Spans(answers, sentence => SpeaksFor(sentence.Sentiment, label) ? [sentence.Words] : []);
        return
        [
            .. spans
                .Where(span => span.Length > 0 && span.Offset >= 0 && span.Offset <= text.Length - span.Length)
                .Distinct()
                .Take(MaxEvidence)
                .Select(span => new Evidence(Shortened(text.Substring(span.Offset, span.Length)), span.Offset, span.Length, Source)),
        ];
    }

    private static List<WordSpan> Spans(
        IReadOnlyList<PieceAnswer<SentimentAnswer>> answers,
        Func<SentenceAnswer, IEnumerable<WordSpan>> words
    ) =>
        [
            .. answers.SelectMany(answer =>
                answer.Value.Sentences.SelectMany(words).Select(span => span with { Offset = answer.Piece.Offset + span.Offset })
            ),
        ];

    private static IEnumerable<WordSpan> Words(OpinionAnswer opinion) => opinion.Assessments.Prepend(opinion.Target);

    private static bool SpeaksFor(Sentiment words, Sentiment label) =>
        words == label || (label == Sentiment.Mixed ? words != Sentiment.Neutral : words == Sentiment.Mixed);

    private static string Shortened(string words)
    {
        if (words.Length <= MaxEvidenceText)
        {
            return words;
        }

        var end = 0;
        while (StringInfo.GetNextTextElementLength(words, end) is var length && end + length <= MaxEvidenceText)
        {
            end += length;
        }

        return words[..end];
    }
}
