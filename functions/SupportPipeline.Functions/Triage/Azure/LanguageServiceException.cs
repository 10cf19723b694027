namespace SupportPipeline.Triage.Azure;

/// <summary>A call to the service failed as a whole.</summary>
/// <param name="reason">A reason code.</param>
/// <param name="detail">A status, an error code or the name of an exception; never a word of a message.</param>
/// <param name="innerException">What happened.</param>
internal sealed class LanguageServiceException(string reason, string detail, Exception? innerException = null)
    : Exception($"{reason} ({detail})", innerException)
{
    /// <summary>A reason code.</summary>
    public string Reason => reason;

    /// <summary>What it was, for the log.</summary>
    public string Detail => detail;

    /// <summary>How long the service wants to be left alone, when it says so.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Key, role or address are wrong: no other call can fare better.</summary>
    public bool IsSetup { get; init; }

    /// <summary>The request was refused for what is in it; the service itself is well.</summary>
    public bool IsRejection { get; init; }
}
