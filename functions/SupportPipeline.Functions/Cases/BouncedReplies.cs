using SupportPipeline.Intake;
using SupportPipeline.Replies.DeliveryEvents;

namespace SupportPipeline.Cases;

/// <summary>Takes a mail server's report to the reply it is about.</summary>
public sealed class BouncedReplies(ReplyNews news, CaseTokens tokens)
{
    /// <summary>
    /// Applies a report; any other mail is left alone. A report is about a reply of ours when it names the signed id of one; the reply may stand in a case
    /// that was joined into the one the report is in.
    /// </summary>
    internal async Task ApplyAsync(InboundEmail email, CancellationToken cancellationToken)
    {
        if (
            email.Bounce is { OriginalMessageId: { } original } report
            && tokens.ReadReply(original) is var (caseId, replyId)
            && BouncedMail.Of(email.Id, caseId, replyId, report) is { } told
        )
        {
            await news.ApplyAsync(caseId, replyId, [told], cancellationToken);
        }
    }
}
