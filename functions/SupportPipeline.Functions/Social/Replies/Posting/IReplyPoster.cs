using SupportPipeline.Social.Mentions;

namespace SupportPipeline.Social.Replies.Posting;

/// <summary>The seam to the platforms: posts one answer.</summary>
internal interface IReplyPoster
{
    /// <summary>Posts an answer. A failure of the platform is an outcome, not an exception.</summary>
    Task<PostedReply> PostAsync(Mention mention, PublicReply reply, CancellationToken cancellationToken);
}

/// <summary>How posting ended.</summary>
/// <param name="Outcome">How the platform took it.</param>
/// <param name="PausedUntil">Until when our account there is to be left alone; null when it is not.</param>
internal sealed record PostedReply(PostOutcome Outcome, DateTimeOffset? PausedUntil);
