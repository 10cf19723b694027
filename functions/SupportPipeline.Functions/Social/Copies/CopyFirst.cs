using SupportPipeline.Social.Mentions;

namespace SupportPipeline.Social.Copies;

/// <summary>A post that copies are known by.</summary>
/// <param name="Id">Its mention.</param>
/// <param name="Group">What it and its copies have in common.</param>
/// <param name="Key">What leads to it from its platform's id.</param>
/// <param name="Print">By what copies are known.</param>
internal sealed record CopyFirst(MentionId Id, string Group, string Key, CopyPrint Print);
