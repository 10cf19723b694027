namespace SupportPipeline.Triage.Cues;

/// <summary>Cue files cannot be read; the message lists up to ten places as <c>folder/file:line: what is wrong</c>.</summary>
public sealed class CueFormatException : FormatException
{
    /// <summary>The most problems that are listed.</summary>
    public const int MaxListed = 10;

    /// <summary>Lists the problems.</summary>
    public CueFormatException(IReadOnlyCollection<string> problems)
        : base(Describe(problems)) => Problems = problems;

    /// <summary>All problems.</summary>
    public IReadOnlyCollection<string> Problems { get; }

    private static string Describe(IReadOnlyCollection<string> problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        var listed = string.Join(Environment.NewLine, problems.Take(MaxListed));
        return problems.Count <= MaxListed ? listed : $"{listed}{Environment.NewLine}… and {problems.Count - MaxListed} more.";
    }
}
