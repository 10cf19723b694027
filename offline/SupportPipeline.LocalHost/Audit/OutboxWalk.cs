using System.Collections.Frozen;
using System.Text.Json;
using SupportPipeline.LocalHost.Sink;
using SupportPipeline.Outages.Audience.Subscriptions;
using SupportPipeline.Outages.Notices;
using SupportPipeline.Outages.OnCall;
using SupportPipeline.Platform;
using SupportPipeline.Replies;

namespace SupportPipeline.LocalHost.Audit;

/// <summary>Reads the mails the mail service accepted, one at a time: the sink's file (JSON lines) or its answer (a JSON array).</summary>
internal sealed class OutboxWalk(Stream mails)
{
    // What a mail may be that is no reply and no notice.
    private static readonly FrozenSet<string> s_otherCauses = FrozenSet.Create(
        StringComparer.Ordinal,
        OnCallMails.Argument,
        SubscriptionMailWriter.Argument,
        NoticeMailWriter.TestArgument
    );

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    public async Task WalkAsync(Action<Fact> see, CancellationToken cancellationToken)
    {
        // An array's elements, or values one after the other.
        var isArray = await IsArrayAsync(cancellationToken);
        await foreach (
            var mail in JsonSerializer.DeserializeAsyncEnumerable(
                mails,
                SinkJson.Legible.SinkMail,
                topLevelValues: !isArray,
                cancellationToken
            )
        )
        {
            Count++;
            Read(mail!, see);
        }
    }

    private static void Read(SinkMail mail, Action<Fact> see)
    {
        if (
            mail.CustomArgs.GetValueOrDefault(NoticeMailWriter.NoticeArgument) is { } notice
            && EmailAddress.TryParse(mail.To, out var address)
        )
        {
            var request =
                $"{mail.CustomArgs.GetValueOrDefault(NoticeMailWriter.SliceArgument)}/{mail.CustomArgs.GetValueOrDefault(NoticeMailWriter.AttemptArgument)}";
            see(new NoticeMailAccepted(notice, address.Hash, request));
            return;
        }

        var (caseId, replyId) = (
            mail.CustomArgs.GetValueOrDefault(MailWriter.CaseArgument),
            mail.CustomArgs.GetValueOrDefault(MailWriter.ReplyArgument)
        );
        var isReply = caseId is not null && replyId is not null;
        if (isReply)
        {
            see(new MailAccepted(caseId!, replyId!, mail.MessageId));
        }

        var other = mail.CustomArgs.FirstOrDefault(argument => s_otherCauses.Contains(argument.Key)).Value;
        var header = mail.Headers.FirstOrDefault(field => field.Key.Equals("Message-ID", StringComparison.OrdinalIgnoreCase)).Value;
        see(new MailNamed(header ?? mail.MessageId, isReply ? Subject.Reply(caseId!, replyId!).Id : other));
    }

    private async Task<bool> IsArrayAsync(CancellationToken cancellationToken)
    {
        var first = new byte[1];
        var read = await mails.ReadAsync(first, cancellationToken);
        mails.Position = 0;
        return read == 1 && first[0] == (byte)'[';
    }
}
