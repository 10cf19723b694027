using Azure;
using Azure.Data.Tables;
using Microsoft.Extensions.Options;
using SupportPipeline.Platform;

namespace SupportPipeline.Cases;

/// <summary>
/// Hands out places in the sequence of case numbers. Each process takes a block at a time from one row (optimistic concurrency), so a number costs
/// a fraction of a storage operation; what a process that dies has not used is lost, never handed out twice.
/// </summary>
public sealed class CaseNumberSequence(TableServiceClient tables, IOptions<CasesOptions> options) : IDisposable
{
    private const string PartitionKey = "sequence";
    private const string RowKey = "case-number";
    private const string NextProperty = "Next";

    private readonly TableClient _counters = tables.GetTableClient(StorageNames.CountersTable);
    private readonly SemaphoreSlim _gate = new(1, 1);
    private long _next;
    private long _end;

    /// <summary>The next number.</summary>
    public async Task<CaseNumber> NextAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_next == _end)
            {
                _next = await TakeBlockAsync(options.Value.NumberBlock, cancellationToken);
                _end = _next + options.Value.NumberBlock;
            }

            return CaseNumber.FromSequence(_next++);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();

    private async Task<long> TakeBlockAsync(int size, CancellationToken cancellationToken)
    {
        while (true)
        {
            var found = await _counters.GetEntityIfExistsAsync<TableEntity>(PartitionKey, RowKey, cancellationToken: cancellationToken);
            var first = found.HasValue ? found.Value!.GetInt64(NextProperty)!.Value : 0;
            var row = new TableEntity(PartitionKey, RowKey) { [NextProperty] = first + size };
            try
            {
                if (found.HasValue)
                {
                    await _counters.UpdateEntityAsync(row, found.Value!.ETag, TableUpdateMode.Replace, cancellationToken);
                }
                else
                {
                    await _counters.AddEntityAsync(row, cancellationToken);
                }

                return first;
            }
            catch (RequestFailedException exception) when (exception.Status is 409 or 412)
            {
                // Another process took a block in between: look again.
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
    }
}
