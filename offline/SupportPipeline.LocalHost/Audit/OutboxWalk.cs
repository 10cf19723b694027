using System.Text.Json;
using SupportPipeline.LocalHost.Sink;
using SupportPipeline.Replies;

namespace SupportPipeline.LocalHost.Audit;

/// <summary>Reads the mails the mail service accepted, one at a time: the sink's file (JSON lines) or its answer (a JSON array).</summary>
internal sealed class OutboxWalk(Stream mails)
{
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
        var (caseId, replyId) = (
            mail.CustomArgs.GetValueOrDefault(MailWriter.CaseArgument),
            mail.CustomArgs.GetValueOrDefault(MailWriter.ReplyArgument)
        );
        var isReply = caseId is not null && replyId is not null;
        if (isReply)
        {
            see(new MailAccepted(caseId!, replyId!, mail.MessageId));
        }

        var header = mail.Headers.FirstOrDefault(field => field.Key.Equals("Message-ID", StringComparison.OrdinalIgnoreCase)).Value;
        see(new MailNamed(header ?? mail.MessageId, isReply ? Subject.Reply(caseId!, replyId!).Id : null));
    }

    private async Task<bool> IsArrayAsync(CancellationToken cancellationToken)
    {
        var first = new byte[1];
        var read = await mails.ReadAsync(first, cancellationToken);
        mails.Position = 0;
        return read == 1 && first[0] == (byte)'[';
    }
}
