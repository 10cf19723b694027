using System.Runtime.InteropServices;

namespace Azure.AI.TextAnalytics;

/// <summary>What the service said about one document: an answer or an error.</summary>
public class TextAnalyticsResult
{
    internal TextAnalyticsResult(string id, TextDocumentStatistics statistics)
    {
        Id = id;
        Statistics = statistics;
    }

    internal TextAnalyticsResult(string id, TextAnalyticsError error)
    {
        Id = id;
        Error = error;
    }

    /// <summary>The id of the input.</summary>
    public string Id { get; }

    /// <summary>Zeros unless statistics were asked for.</summary>
    public TextDocumentStatistics Statistics { get; }

    /// <summary>Why there is no answer; the default value when there is one.</summary>
    public TextAnalyticsError Error { get; }

    /// <summary>Whether there is no answer; reading one then throws <see cref="InvalidOperationException"/>.</summary>
    public bool HasError => Error.ErrorCode != default;

    private protected T Answer<T>(T value) =>
        HasError
            ? throw new InvalidOperationException(
                $"Cannot access result for document {Id}, due to error {Error.ErrorCode}: {Error.Message}"
            )
            : value;
}

/// <summary>Why the service has no answer.</summary>
public readonly struct TextAnalyticsError
{
    internal TextAnalyticsError(string code, string message, string target)
    {
        ErrorCode = code;
        Message = message;
        Target = target;
    }

    /// <summary>The innermost code the service gave.</summary>
    public TextAnalyticsErrorCode ErrorCode { get; }

    public string Message { get; }

    /// <summary>What the error is about, when the service says so.</summary>
    public string Target { get; }
}

/// <summary>Something worth knowing about an answer.</summary>
public readonly struct TextAnalyticsWarning
{
    internal TextAnalyticsWarning(string code, string message)
    {
        WarningCode = code;
        Message = message;
    }

    public TextAnalyticsWarningCode WarningCode { get; }

    public string Message { get; }
}

/// <summary>What one document cost.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly struct TextDocumentStatistics
{
    internal TextDocumentStatistics(int characterCount, int transactionCount)
    {
        CharacterCount = characterCount;
        TransactionCount = transactionCount;
    }

    /// <summary>Text elements.</summary>
    public int CharacterCount { get; }

    /// <summary>Billed records of 1,000 characters.</summary>
    public int TransactionCount { get; }
}

/// <summary>What one call cost.</summary>
public class TextDocumentBatchStatistics
{
    internal TextDocumentBatchStatistics(int documentCount, int validDocumentCount, int invalidDocumentCount, long transactionCount)
    {
        DocumentCount = documentCount;
        ValidDocumentCount = validDocumentCount;
        InvalidDocumentCount = invalidDocumentCount;
        TransactionCount = transactionCount;
    }

    public int DocumentCount { get; }

    public int ValidDocumentCount { get; }

    public int InvalidDocumentCount { get; }

    public long TransactionCount { get; }
}
