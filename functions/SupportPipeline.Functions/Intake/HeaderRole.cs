namespace SupportPipeline.Intake;

/// <summary>What a line of a quoted header says.</summary>
internal enum HeaderRole
{
    None,
    From,
    Date,
    To,
    Subject,

    /// <summary>Copies, reply address, importance, attachments: part of a header, but of no further use.</summary>
    Other,
}
