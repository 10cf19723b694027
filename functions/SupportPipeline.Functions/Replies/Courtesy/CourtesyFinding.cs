namespace SupportPipeline.Replies.Courtesy;

/// <summary>One place where a text could be more courteous.</summary>
/// <param name="Code">What it is.</param>
/// <param name="Severity">How much it weighs.</param>
/// <param name="Offset">Where it begins in the checked text, in UTF-16 code units; for something that is missing, where it belongs.</param>
/// <param name="Length">Its length in UTF-16 code units; 0 for something that is missing.</param>
/// <param name="Text">The words, empty for something that is missing. May be personal data: never log it.</param>
/// <param name="Suggestion">What to write instead, in the language of the text.</param>
public sealed record CourtesyFinding(CourtesyCode Code, CourtesySeverity Severity, int Offset, int Length, string Text, string Suggestion);
