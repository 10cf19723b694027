using Azure.Data.Tables;
using SupportPipeline.Cases;

namespace SupportPipeline.LocalHost.Audit;

/// <summary>
/// Walks the cases. Rows come in the order of their keys, so one case is seen from its snapshot over its timeline to its outbox, and nothing of the
/// case before is held.
/// </summary>
internal sealed class CaseWalk(IAsyncEnumerable<TableEntity> rows)
{
    private const string UnknownKind = "reply-unknown";

    private readonly HashSet<string> _explained = new(StringComparer.Ordinal);
    private string? _case;
    private CaseLine? _snapshot;
    private List<string> _lists = [];
    private int _messages;

    public async Task WalkAsync(Action<Fact> see, CancellationToken cancellationToken)
    {
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            if (row.PartitionKey != _case)
            {
                EndCase(see);
                _case = row.PartitionKey;
            }

            try
            {
                Read(row, see);
            }
            catch (Exception wrong)
            {
                // Whatever its own feature fails with: the row is damaged, and the walk goes on.
                see(new RowUnreadable($"{row.PartitionKey}/{row.RowKey}", wrong.GetType().Name));
            }
        }

        EndCase(see);
    }

    private void Read(TableEntity row, Action<Fact> see)
    {
        switch (row.RowKey)
        {
            case CaseRows.CaseKey:
                var snapshot = CaseRows.ToCase(row);
                _snapshot = LineOf(snapshot);
                _lists = [.. CaseLists.Of(snapshot)];
                see(new NumberTaken(snapshot.Number.Digits, row.PartitionKey));
                foreach (var due in snapshot.FollowUps)
                {
                    see(new WakeUpWanted(row.PartitionKey, due.Kind.ToString(), due.Cause, due.At));
                }

                break;
            case var key when key.StartsWith(CaseRows.MessagePrefix, StringComparison.Ordinal) && CaseRows.IsMoved(row):
                // It stands in the case of its own id.
                break;
            case var key when key.StartsWith(CaseRows.MessagePrefix, StringComparison.Ordinal):
                _messages++;
                see(FactOf(CaseRows.ToMessage(row), row.PartitionKey));
                break;
            case var key when key.StartsWith(CaseRows.EventPrefix, StringComparison.Ordinal):
                Read(CaseRows.ToEvent(row), row.PartitionKey, see);
                break;
            case var key when key.StartsWith(CaseRows.ReplyPrefix, StringComparison.Ordinal):
                var reply = CaseRows.ToReply(row);
                see(new ReplyStored(row.PartitionKey, reply.Id, reply.State, reply.Reason, reply.CreatedAt, _explained.Contains(reply.Id)));
                break;
            default:
                break;
        }
    }

    private void Read(TimelineEvent happening, string caseId, Action<Fact> see)
    {
        var about = happening.Key[(happening.Key.IndexOf(':', StringComparison.Ordinal) + 1)..];
        switch (happening.Kind)
        {
            case UnknownKind:
                // With the attempt behind it when it was not the first.
                _explained.Add(about.Split(':')[0]);
                break;
            case "duplicate-received" when happening.Evidence is { } original:
                see(new DuplicateNoted(about, caseId, original));
                see(new OriginalNamed(original, about));
                break;
            default:
                break;
        }
    }

    private void EndCase(Action<Fact> see)
    {
        if (_case is not null)
        {
            see(new CaseStored(_case, _messages, _snapshot, _lists));
        }

        (_messages, _snapshot, _lists) = (0, null, []);
        _explained.Clear();
    }

    private static CaseLine LineOf(CaseSnapshot snapshot) =>
        new(
            snapshot.Number.Digits,
            snapshot.State.ToString(),
            snapshot.Urgency,
            snapshot.MessageCount,
            snapshot.Subject,
            snapshot.CustomerAddress,
            snapshot.LastMessageAt
        );

    private static MessageStored FactOf(CaseMessage message, string caseId)
    {
        var attachments = message.Attachments.Select(attachment => attachment.Blob);
        return new(
            message.Id.Value,
            caseId,
            message.Channel,
            message.RawBlob,
            [.. message.TextBlob is { } text ? attachments.Append(text) : attachments]
        );
    }
}
