using Microsoft.Extensions.Options;
using SupportPipeline.Outages.OnCall;
using SupportPipeline.Platform;
using SupportPipeline.Replies;

namespace SupportPipeline.Outages.Notices;

/// <summary>Sends a notice to one of our own people, marked as a test. Nothing of it is kept, and no count knows of it.</summary>
public sealed class NoticeTesting(
    NoticeMailWriter writer,
    IMailingTransport transport,
    OnCallSettings onCall,
    Organisation organisation,
    IOptions<RepliesOptions> replies
)
{
    private readonly OutboundAllowList _allowed = OutboundAllowList.Parse(replies.Value.AllowList);

    /// <summary>Sends it.</summary>
    /// <returns>Why not; null when the mail service took it.</returns>
    public async Task<NoticeVerdict.Refuse?> SendAsync(
        DraftedNotice draft,
        string? to,
        string? language,
        CancellationToken cancellationToken
    )
    {
        if (!EmailAddress.TryParse(to, out var address) || !(organisation.IsInternal(address.Domain) || onCall.Addresses.Contains(address)))
        {
            return new(400, "test-address-foreign", "to is an address of one of the organisation's own domains, or of somebody on call.");
        }

        var chosen = language ?? organisation.DefaultLanguage;
        if (!draft.Texts.TryGetValue(chosen, out var text))
        {
            return new(400, "language-missing", $"The notice is written in {string.Join(", ", draft.Texts.Keys)}.");
        }

        if (!replies.Value.Enabled || !_allowed.Lets(address))
        {
            return new(409, ReasonCode.NotOnAllowList, "Sending is switched off, or the address is not on the allow list.");
        }

        var slice = new NoticeSlice
        {
            NoticeId = draft.Notice.Id,
            Number = 0,
            Language = chosen,
            States = [RecipientState.Claimed],
        };
        var mailing = writer.Write(draft.Notice, slice, text with { Subject = "[TEST] " + text.Subject }, [new(address.Value, null)], [0]);
        var test = mailing with
        {
            CustomArgs = new Dictionary<string, string>(StringComparer.Ordinal) { [NoticeMailWriter.TestArgument] = draft.Notice.Id },
        };
        return await transport.SendAsync(test, cancellationToken) switch
        {
            SendResult.Accepted => null,
            SendResult.Unavailable or SendResult.Unknown => new(
                503,
                ReasonCode.MailServiceUnavailable,
                "The mail service did not answer. Try again."
            ),
            _ => new(422, NoticeReason.ContentRefused, "The mail service refuses the mail."),
        };
    }
}
