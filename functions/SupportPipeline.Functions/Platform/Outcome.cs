namespace SupportPipeline.Platform;

/// <summary>How the handling of one queue message ended. <see cref="QueueOutcomes"/> is the one place that maps it to what happens to the queue message.</summary>
public abstract record Outcome
{
    private Outcome() { }

    /// <summary>The work was done.</summary>
    public sealed record Completed : Outcome;

    /// <summary>There was nothing to do; the reason code says why.</summary>
    /// <param name="Reason">A value of <see cref="ReasonCode"/>.</param>
    public sealed record Skipped(string Reason) : Outcome;

    /// <summary>It cannot be done yet; the same message is to come again.</summary>
    /// <param name="After">How long to wait; the platform allows up to 7 days.</param>
    /// <param name="Reason">A value of <see cref="ReasonCode"/>.</param>
    public sealed record Deferred(TimeSpan After, string Reason) : Outcome;

    /// <summary>It can never be done; the message becomes a dead letter with the reason.</summary>
    /// <param name="Reason">A value of <see cref="ReasonCode"/>.</param>
    public sealed record Rejected(string Reason) : Outcome;
}
