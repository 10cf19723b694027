namespace SupportPipeline.Social.Mentions.Desk;

/// <summary>What an act on a mention comes to.</summary>
internal abstract record MentionVerdict
{
    private MentionVerdict() { }

    /// <summary>The mention changes.</summary>
    /// <param name="Change">How.</param>
    public sealed record Apply(MentionChange Change) : MentionVerdict;

    /// <summary>It was done before.</summary>
    public sealed record Nothing : MentionVerdict;

    /// <summary>It cannot be done.</summary>
    /// <param name="Status">The HTTP status.</param>
    /// <param name="Reason">A stable code.</param>
    /// <param name="Detail">Why, for people.</param>
    public sealed record Refuse(int Status, string Reason, string Detail) : MentionVerdict
    {
        /// <summary>Further members of the answer.</summary>
        public IReadOnlyDictionary<string, object?> More { get; init; } = new Dictionary<string, object?>(StringComparer.Ordinal);
    }
}
