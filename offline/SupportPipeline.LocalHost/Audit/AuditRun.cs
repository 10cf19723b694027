using Azure;
using Azure.Data.Tables;
using SupportPipeline.Platform;

namespace SupportPipeline.LocalHost.Audit;

/// <summary>Walks everything the account holds, brings together what belongs together, and judges it. Only reads.</summary>
internal sealed class AuditRun(AuditAccount account, RepeatedPayloads repeated)
{
    /// <summary>The mails that went out; without them, what the outbox rows say of them is believed.</summary>
    public Stream? Outbox { get; init; }

    /// <summary>The ids that senders were answered with, a line each; null when nobody wrote them down.</summary>
    public Stream? Answered { get; init; }

    /// <summary>What is younger than this is not asked for its whereabouts.</summary>
    public required DateTimeOffset Since { get; init; }

    public async Task<AuditReport> RunAsync(CancellationToken cancellationToken)
    {
        using var facts = new FactFiles();
        var report = new AuditReport();
        var see = (Fact fact) =>
        {
            report.See(fact);
            facts.Add(fact);
        };

        // In the direction things move, so that what moves in the meantime is seen at least once.
        var queues = new QueueWalk(account.Queues);
        await queues.WalkAsync(see, cancellationToken);
        var blobs = new BlobWalk(account.Blobs);
        await blobs.WalkAsync(see, cancellationToken);
        await WalkAsync(StorageNames.ThreadsTable, IndexWalk.ReadThread, see, cancellationToken);
        await new CaseWalk(Rows(StorageNames.CasesTable, cancellationToken)).WalkAsync(see, cancellationToken);
        await WalkAsync(StorageNames.CaseViewsTable, IndexWalk.ReadView, see, cancellationToken);
        await WalkAsync(StorageNames.DeadLettersTable, IndexWalk.ReadDeadLetter, see, cancellationToken);
        await WalkAsync(StorageNames.FollowUpsTable, IndexWalk.ReadFollowUp, see, cancellationToken);
        await WalkAsync(StorageNames.CustomersTable, IndexWalk.ReadCustomer, see, cancellationToken);
        await WalkNoticesAsync(see, cancellationToken);
        if (Outbox is not null)
        {
            var outbox = new OutboxWalk(Outbox);
            await outbox.WalkAsync(see, cancellationToken);
            report.Mails = outbox.Count;
        }

        await WalkAnsweredAsync(see, cancellationToken);
        report.Rejected = blobs.RejectedCount;
        report.Waiting = queues.Sights.Where(queue => !queue.IsDead).Sum(queue => queue.Messages);
        report.DeadLetters += queues.Sights.Where(queue => queue.IsDead).Sum(queue => queue.Messages);
        await JudgeAsync(facts, queues.Sights, report, cancellationToken);
        return report;
    }

    private async Task WalkNoticesAsync(Action<Fact> see, CancellationToken cancellationToken)
    {
        var notices = new NoticeWalk(account);
        await foreach (var row in Rows(StorageNames.NoticesTable, cancellationToken))
        {
            await notices.WalkAsync(row, see, cancellationToken);
        }
    }

    private async Task WalkAnsweredAsync(Action<Fact> see, CancellationToken cancellationToken)
    {
        using var lines = Answered is null ? null : new StreamReader(Answered, leaveOpen: true);
        while (lines is not null && await lines.ReadLineAsync(cancellationToken) is { } message)
        {
            see(new PostAnswered(message));
        }
    }

    private async Task JudgeAsync(
        FactFiles facts,
        IReadOnlyList<QueueSight> queues,
        AuditReport report,
        CancellationToken cancellationToken
    )
    {
        var scope = new AuditScope(Since, Outbox is not null, QueuesHoldMore: queues.Any(queue => queue.Unread > 0));
        var unread = new Queue<string>(
            queues
                .Where(queue => queue.Queue.StartsWith(StorageNames.InboundMessagesQueue, StringComparison.Ordinal))
                .SelectMany(queue => Enumerable.Repeat(queue.Queue, queue.Unread))
        );
        foreach (var (subject, about) in facts.Subjects())
        {
            var evidence = new Evidence(subject, about, scope);
            if (subject.Kind == SubjectKind.Message && MessageRules.IsAlone(evidence))
            {
                about.AddRange(await ExplainAsync(evidence.One<PayloadKept>()!, unread, report, cancellationToken));
            }

            foreach (var problem in AuditRules.Judge(evidence))
            {
                report.Add(problem);
            }
        }
    }

    /// <summary>What may be said for a payload without any other trace: it was never accepted, or it is one of those a queue only counts.</summary>
    private async Task<IReadOnlyList<Fact>> ExplainAsync(
        PayloadKept payload,
        Queue<string> unread,
        AuditReport report,
        CancellationToken cancellationToken
    )
    {
        Fact? fact = await repeated.FindTwinAsync(payload, cancellationToken);
        fact ??= unread.TryDequeue(out var queue) ? new MessageQueued(payload.Message, queue, Read: false) : null;
        if (fact is null)
        {
            return [];
        }

        report.See(fact);
        return [fact];
    }

    private async Task WalkAsync(
        string table,
        Action<TableEntity, Action<Fact>> read,
        Action<Fact> see,
        CancellationToken cancellationToken
    )
    {
        await foreach (var row in Rows(table, cancellationToken))
        {
            try
            {
                read(row, see);
            }
            catch (Exception wrong)
            {
                // Whatever it fails with: the row is damaged, and the walk goes on.
                see(new RowUnreadable($"{table}: {row.PartitionKey}/{row.RowKey}", wrong.GetType().Name));
            }
        }
    }

    /// <summary>The rows of a table in the order of their keys, a page at a time; none when the table was never created.</summary>
    private async IAsyncEnumerable<TableEntity> Rows(
        string table,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var pages = account.Tables.GetTableClient(table).QueryAsync<TableEntity>(cancellationToken: cancellationToken).AsPages();
        await using var page = pages.GetAsyncEnumerator(cancellationToken);
        while (await MoveAsync(page))
        {
            foreach (var row in page.Current.Values)
            {
                yield return row;
            }
        }
    }

    private static async Task<bool> MoveAsync<T>(IAsyncEnumerator<T> page)
    {
        try
        {
            return await page.MoveNextAsync();
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return false;
        }
    }
}
