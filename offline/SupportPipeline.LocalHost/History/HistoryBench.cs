using System.Globalization;
using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using SupportPipeline.LocalHost.Email;
using SupportPipeline.LocalHost.Hosting;
using SupportPipeline.LocalHost.Load;
using SupportPipeline.LocalHost.Sink;
using SupportPipeline.Platform;

namespace SupportPipeline.LocalHost.History;

/// <summary>Measures on a running host what the next email and a page of open cases cost, and what Azurite alone needs for a read and a write.</summary>
internal sealed class HistoryBench(LocalHostRun run, HttpClient http)
{
    private const string Support = "support@desk.example";
    private const int PageSize = 50;

    private readonly TableClient _cases = new(run.StorageConnectionString, StorageNames.CasesTable);
    private readonly TableClient _views = new(run.StorageConnectionString, StorageNames.CaseViewsTable);
    private int _mails;

    /// <summary>Measures everything.</summary>
    /// <param name="name">What the account holds.</param>
    /// <param name="emails">How many emails; everything else is done as often.</param>
    /// <param name="firstCustomer">The number of the first customer; each of them writes once, so that none has written on the same day before.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<HistorySize> MeasureAsync(string name, int emails, int firstCustomer, CancellationToken cancellationToken)
    {
        var email = await Measured.OfAsync(
            emails,
            run.StorageOperations,
            number => EmailAsync(firstCustomer + number, cancellationToken),
            () => run.WaitUntilIdleAsync(cancellationToken)
        );
        var page = await Measured.OfAsync(
            emails,
            run.StorageOperations,
            async _ => await http.GetByteArrayAsync($"api/cases?limit={PageSize}", cancellationToken)
        );
        var (partition, row) = await SomeCaseAsync(cancellationToken);
        var point = await Measured.OfAsync(
            emails,
            run.StorageOperations,
            async _ => await _cases.GetEntityAsync<TableEntity>(partition, row, cancellationToken: cancellationToken)
        );
        var list = await Measured.OfAsync(emails, run.StorageOperations, _ => BarePageAsync(cancellationToken));
        var write = await Measured.OfAsync(
            emails,
            run.StorageOperations,
            async number => await _cases.AddEntityAsync(new TableEntity(BareKey(number), "bare") { ["Text"] = "x" }, cancellationToken)
        );
        foreach (var number in Enumerable.Range(0, emails))
        {
            await _cases.DeleteEntityAsync(BareKey(number), "bare", cancellationToken: cancellationToken);
        }

        return new(name, email, page, point, list, write);
    }

    /// <summary>One email through the front door; returns when its answer is with the mail service.</summary>
    private async Task EmailAsync(int customer, CancellationToken cancellationToken)
    {
        var number = Interlocked.Increment(ref _mails);
        var now = run.Clock.GetUtcNow();
        var from = SyntheticEmails.SenderOf(customer);
        var mail = SyntheticEmails.Email(number, Support, now);
        mail = mail with
        {
            EnvelopeFrom = from,
            Headers =
            [
                .. mail.Headers.Where(header => !header.Is("From") && !header.Is("Message-ID")),
                TestHeader.OfMailboxes("From", [new Mailbox(null, from)]),
                new TestHeader("Message-ID", string.Create(CultureInfo.InvariantCulture, $"<history-{number}@load.example>")),
            ],
        };
        var sink = run.Services.GetRequiredService<MailSink>();
        var sent = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var subscription = sink.Subscribe(_ => sent.TrySetResult());
        var request = InboundParseRequest
            .Of(InboundEmailBuilder.Complete(mail, now))
            .ToHttpRequest(run.Services.GetRequiredService<FrontDoor>(), run.Services.GetRequiredService<LocalSigningKey>(), now);
        using var answer = await http.SendAsync(request, cancellationToken);
        answer.EnsureSuccessStatusCode();
        await sent.Task.WaitAsync(TimeSpan.FromSeconds(30), cancellationToken);
    }

    /// <summary>The query behind a page, without the product.</summary>
    private async Task BarePageAsync(CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {"open|support|00"}");
        await foreach (
            var page in _views
                .QueryAsync<TableEntity>(filter, maxPerPage: PageSize + 1, cancellationToken: cancellationToken)
                .AsPages()
                .WithCancellation(cancellationToken)
        )
        {
            _ = page.Values.Count;
            break;
        }
    }

    private async Task<(string Partition, string Row)> SomeCaseAsync(CancellationToken cancellationToken)
    {
        await foreach (var row in _cases.QueryAsync<TableEntity>(maxPerPage: 1, cancellationToken: cancellationToken))
        {
            return (row.PartitionKey, row.RowKey);
        }

        throw new InvalidOperationException("There is no case to be read.");
    }

    private static string BareKey(int number) => string.Create(CultureInfo.InvariantCulture, $"~bare-{number}");
}

/// <summary>What was measured with one amount of history.</summary>
/// <param name="Name">The amount, for people.</param>
/// <param name="Email">The next email, from its post to its sent answer.</param>
/// <param name="Page">A page of open cases, through the front door.</param>
/// <param name="BarePoint">Azurite alone: a point read of a case.</param>
/// <param name="BarePage">Azurite alone: the query of a page.</param>
/// <param name="BareWrite">Azurite alone: an insert.</param>
internal sealed record HistorySize(string Name, Measured Email, Measured Page, Measured BarePoint, Measured BarePage, Measured BareWrite);
