using System.Runtime.InteropServices;

namespace SupportPipeline.Triage.Azure;

/// <summary>One document of a call.</summary>
/// <param name="Text">At most <see cref="LanguageServiceLimits.MaxTextElements"/> text elements.</param>
/// <param name="Language">A code that the service knows; null leaves it to the client's default.</param>
internal sealed record LanguageDocument(string Text, string? Language);

/// <summary>What came back for one document: a value, or why there is none.</summary>
/// <param name="Value">The answer; null when <paramref name="Reason"/> is set.</param>
/// <param name="Reason">A reason code; null when there is an answer.</param>
internal sealed record LanguageAnswer<T>(T? Value, string? Reason)
    where T : class;

/// <summary>Some words of a document, in UTF-16 code units.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct WordSpan(int Offset, int Length);

/// <summary>How a document feels.</summary>
/// <param name="Sentiment">The service's label.</param>
/// <param name="Scores">The service's scores.</param>
/// <param name="Sentences">Its sentences in their order.</param>
internal sealed record SentimentAnswer(Sentiment Sentiment, SentimentScores Scores, IReadOnlyList<SentenceAnswer> Sentences);

/// <summary>How a sentence feels; never mixed.</summary>
internal sealed record SentenceAnswer(Sentiment Sentiment, SentimentScores Scores, WordSpan Words, IReadOnlyList<OpinionAnswer> Opinions);

/// <summary>What a sentence thinks of something.</summary>
/// <param name="Sentiment">For or against it, or both.</param>
/// <param name="Target">What is spoken of.</param>
/// <param name="Assessments">What is said about it.</param>
internal sealed record OpinionAnswer(Sentiment Sentiment, WordSpan Target, IReadOnlyList<WordSpan> Assessments);
