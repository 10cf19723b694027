using SupportPipeline.Platform;

namespace SupportPipeline.Intake;

/// <summary>A mail system's report on a mail of ours: not delivered, delayed, or (when asked for) delivered.</summary>
/// <param name="OriginalMessageId">The Message-ID of the mail it is about, without brackets; null when the report does not carry it.</param>
/// <param name="Recipients">What became of it for each recipient that the report names; at least one.</param>
internal sealed record BounceReport(string? OriginalMessageId, IReadOnlyList<BouncedRecipient> Recipients)
{
    /// <summary>The recipient who matters most: one who is lost for good before one who failed before one who waits.</summary>
    public BouncedRecipient Worst =>
        Recipients.FirstOrDefault(recipient => recipient.IsPermanent)
        ?? Recipients.FirstOrDefault(recipient => recipient.Action == BounceActions.Failed)
        ?? Recipients[0];

    /// <inheritdoc cref="BouncedRecipient.Action"/>
    public string Action => Worst.Action;

    /// <inheritdoc cref="BouncedRecipient.Status"/>
    public string? Status => Worst.Status;

    /// <inheritdoc cref="BouncedRecipient.Diagnostic"/>
    public string? Diagnostic => Worst.Diagnostic;

    /// <inheritdoc cref="BouncedRecipient.Recipient"/>
    public EmailAddress? FinalRecipient => Worst.Recipient;

    /// <inheritdoc cref="BouncedRecipient.IsPermanent"/>
    public bool IsPermanent => Worst.IsPermanent;

    /// <summary>A form that is safe in logs.</summary>
    public override string ToString() => $"{Action} {Status}";
}
