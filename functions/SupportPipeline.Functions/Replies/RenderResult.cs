namespace SupportPipeline.Replies;

/// <summary>How filling a template ended.</summary>
internal abstract record RenderResult
{
    private RenderResult() { }

    /// <summary>Filled completely.</summary>
    /// <param name="Subject">Empty for a public note.</param>
    /// <param name="Text">Plain text.</param>
    public sealed record Complete(string Subject, string Text) : RenderResult;

    /// <summary>Not filled; the reply must not go out by itself.</summary>
    /// <param name="Problem">What is missing.</param>
    public sealed record Incomplete(string Problem) : RenderResult;
}
