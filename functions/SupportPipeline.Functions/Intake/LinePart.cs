namespace SupportPipeline.Intake;

/// <summary>What a line of a message belongs to.</summary>
internal enum LinePart
{
    Own,
    Quoted,
    Signature,
}
