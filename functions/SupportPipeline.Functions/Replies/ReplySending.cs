using Microsoft.Extensions.Options;
using SupportPipeline.Cases;
using SupportPipeline.Platform;

namespace SupportPipeline.Replies;

/// <summary>Hands a claimed reply to the mail service and records how that ended.</summary>
public sealed class ReplySending(
    IMailTransport transport,
    MailWriter mails,
    ReplyRecords records,
    IOptions<RepliesOptions> options,
    ReplySendingLog log
)
{
    /// <summary>Sends.</summary>
    /// <returns>How long to wait before it is to be looked at again; null when there is nothing more to do.</returns>
    internal async Task<TimeSpan?> SendAsync(StoredReply claimed, CancellationToken cancellationToken)
    {
        var reply = claimed.Reply;
        switch (await transport.SendAsync(mails.Write(reply), cancellationToken))
        {
            case SendResult.Accepted accepted:
                log.Sent(reply);
                await records.SentAsync(claimed, accepted.ProviderMessageId);
                return null;
            case SendResult.Refused refused:
                log.Refused(reply, refused.Detail);
                await records.ReturnedAsync(claimed, ReasonCode.RefusedByMailService, refused.Detail);
                return null;
            case SendResult.Unknown unknown:
                log.Unknown(reply, unknown.Detail);
                return await records.UnknownAsync(claimed, unknown.Detail) ? options.Value.UnknownWait : null;
            case SendResult.Unavailable unavailable:
                return await PostponeAsync(claimed, unavailable);
            default:
                throw new InvalidOperationException("A send ended in a way nobody has thought of.");
        }
    }

    private async Task<TimeSpan?> PostponeAsync(StoredReply claimed, SendResult.Unavailable unavailable)
    {
        var reply = claimed.Reply;
        if (log.AgeOf(reply) > TimeSpan.FromHours(options.Value.GiveUpAfterHours))
        {
            log.GivenUp(reply);
            await records.ReturnedAsync(claimed, ReasonCode.DeliveryGivenUp, unavailable.Detail);
            return null;
        }

        await records.PostponedAsync(claimed, unavailable.Detail);
        return RetryDelay.Spread(unavailable.RetryAfter ?? RetryDelay.After(reply.Attempts, options.Value), reply);
    }
}
