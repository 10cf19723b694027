namespace SupportPipeline.Social.Replies.Posting;

/// <summary>How a platform took an answer.</summary>
internal abstract record PostOutcome
{
    private PostOutcome() { }

    /// <summary>It has it.</summary>
    /// <param name="ExternalId">Its id there; null when the platform does not say.</param>
    public sealed record Posted(string? ExternalId) : PostOutcome;

    /// <summary>It refused it, and would again.</summary>
    /// <param name="Detail">What it said; for people.</param>
    public sealed record Refused(string Detail) : PostOutcome;

    /// <summary>It certainly does not have it, and may take it later.</summary>
    /// <param name="Until">When; null when it does not say.</param>
    /// <param name="Detail">What it said.</param>
    public sealed record Later(DateTimeOffset? Until, string Detail) : PostOutcome;

    /// <summary>It was asked, and no answer came.</summary>
    /// <param name="Detail">What happened.</param>
    public sealed record Unknown(string Detail) : PostOutcome;
}
