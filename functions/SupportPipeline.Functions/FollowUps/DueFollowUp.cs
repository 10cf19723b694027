namespace SupportPipeline.FollowUps;

/// <summary>A follow-up whose time has come.</summary>
/// <param name="FollowUp">What is due.</param>
/// <param name="Partition">Where its row stands, which another number of shards may have decided.</param>
internal sealed record DueFollowUp(FollowUp FollowUp, string Partition);
