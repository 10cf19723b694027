using Microsoft.Extensions.Options;
using SupportPipeline.Cases;
using SupportPipeline.Platform;

namespace SupportPipeline.Replies;

/// <summary>Puts pointers to replies on their queue.</summary>
public sealed class ReplyAnnouncer(QueueSender queue, IOptions<RepliesOptions> options)
{
    /// <summary>Says before the commit that a reply is to go out: should the process die after it, somebody looks when a send could not still be under way.</summary>
    internal Task AnnounceAsync(Reply reply, CancellationToken cancellationToken) =>
        PostponeAsync(reply, TimeSpan.FromSeconds(options.Value.ClaimSeconds), cancellationToken);

    /// <summary>Lets somebody look at a reply again after a while.</summary>
    internal Task PostponeAsync(Reply reply, TimeSpan wait, CancellationToken cancellationToken) =>
        queue.SendAsync(new ReplyDue(reply.CaseId.Value, reply.Id), wait, cancellationToken);
}
