namespace SupportPipeline.Intake;

/// <summary>GroupWise writes <c>&gt;&gt;&gt; Jo Smith &lt;jo@example.org&gt; 03.05.24 10:11 &gt;&gt;&gt;</c> above the earlier mail, which has no marks itself.</summary>
internal static class GroupWise
{
    private const int MaxLength = 200;

    internal static bool IsIntroduction(string line) =>
        line.AsSpan().Trim() is { Length: > 12 and <= MaxLength } text
        && text.StartsWith(">>>", StringComparison.Ordinal)
        && text.EndsWith(">>>", StringComparison.Ordinal)
        && text.Trim("> ") is var words
        && words.ContainsAnyInRange('0', '9')
        && !words.Contains("://", StringComparison.Ordinal);
}
