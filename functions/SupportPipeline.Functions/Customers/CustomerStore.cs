using Azure;
using Azure.Data.Tables;
using SupportPipeline.Platform;

namespace SupportPipeline.Customers;

/// <summary>The customers. Everything about one identity is one partition, so that a change of it is one entity-group transaction.</summary>
public sealed class CustomerStore(TableServiceClient tables)
{
    private readonly TableClient _customers = tables.GetTableClient(StorageNames.CustomersTable);

    /// <summary>A record; null when there is none.</summary>
    internal async Task<StoredCustomer?> LoadAsync(string customerId, CancellationToken cancellationToken)
    {
        var found = await _customers.GetEntityIfExistsAsync<TableEntity>(
            customerId,
            CustomerRows.CustomerKey,
            cancellationToken: cancellationToken
        );
        return found.HasValue ? new(CustomerRows.ToCustomer(found.Value!), found.Value!.ETag) : null;
    }

    /// <summary>Stores a change as a whole.</summary>
    /// <returns>The record as it stands now; null when somebody else was faster: load and decide again.</returns>
    internal async Task<StoredCustomer?> SaveAsync(CustomerChange change, CancellationToken cancellationToken)
    {
        var customer = change.Customer;
        var row = CustomerRows.FromCustomer(customer);
        var actions = new List<TableTransactionAction>
        {
            change.Expected is { } expected
                ? new(TableTransactionActionType.UpdateReplace, row, expected)
                : new(TableTransactionActionType.Add, row),
        };
        if (change.OpenedCase is { } caseId)
        {
            actions.Add(new(TableTransactionActionType.UpsertReplace, CustomerRows.FromCase(customer.Id, caseId)));
        }

        actions.AddRange(
            change.Log.Select(entry => new TableTransactionAction(
                TableTransactionActionType.UpsertReplace,
                CustomerRows.FromLog(customer.Id, entry with { Version = customer.Version })
            ))
        );
        try
        {
            var responses = (await _customers.SubmitTransactionAsync(actions, cancellationToken)).Value;
            return new(customer, responses[0].Headers.ETag!.Value);
        }
        catch (RequestFailedException exception) when (exception.Status is 409 or 412)
        {
            return null;
        }
    }

    /// <summary>Lists a case without touching the record.</summary>
    internal Task AddCaseAsync(string customerId, TimeOrderedId caseId, CancellationToken cancellationToken) =>
        _customers.UpsertEntityAsync(CustomerRows.FromCase(customerId, caseId), TableUpdateMode.Replace, cancellationToken);

    /// <summary>Takes a case from the list; nothing happens when it is not there.</summary>
    internal Task RemoveCaseAsync(string customerId, TimeOrderedId caseId, CancellationToken cancellationToken) =>
        _customers.DeleteEntityAsync(customerId, CustomerRows.CaseKey(caseId), ETag.All, cancellationToken);

    /// <summary>The cases of a record, newest first.</summary>
    /// <param name="customerId">The record.</param>
    /// <param name="after">The case to go on after; null for the beginning.</param>
    /// <param name="limit">The most.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    internal async Task<IReadOnlyList<TimeOrderedId>> ListCasesAsync(
        string customerId,
        TimeOrderedId? after,
        int limit,
        CancellationToken cancellationToken
    )
    {
        var from = after is { } last ? CustomerRows.CaseKey(last) : CustomerRows.CasePrefix;
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {customerId} and RowKey gt {from} and RowKey lt {CustomerRows.CasePrefix + "~"}"
        );
        var cases = new List<TimeOrderedId>(limit);
        await foreach (var row in _customers.QueryAsync<TableEntity>(filter, Math.Min(limit, 1000), cancellationToken: cancellationToken))
        {
            cases.Add(CustomerRows.ToCaseId(row));
            if (cases.Count == limit)
            {
                break;
            }
        }

        return cases;
    }

    /// <summary>What was done to a record, oldest first.</summary>
    internal async Task<IReadOnlyList<CustomerLogEntry>> ReadLogAsync(string customerId, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {customerId} and RowKey gt {CustomerRows.LogPrefix} and RowKey lt {CustomerRows.LogPrefix + "~"}"
        );
        var log = new List<CustomerLogEntry>();
        await foreach (var row in _customers.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            log.Add(CustomerRows.ToLog(row));
        }

        return log;
    }

    /// <summary>Writes an entry again, with less in it.</summary>
    internal Task ReplaceLogAsync(string customerId, CustomerLogEntry entry, CancellationToken cancellationToken) =>
        _customers.UpsertEntityAsync(CustomerRows.FromLog(customerId, entry), TableUpdateMode.Replace, cancellationToken);
}

/// <summary>A change of a record that is stored as a whole or not at all.</summary>
/// <param name="Customer">The new record.</param>
/// <param name="Expected">The version it was made from; null makes the record.</param>
internal sealed record CustomerChange(CustomerRecord Customer, ETag? Expected)
{
    /// <summary>A case to be listed with it.</summary>
    public TimeOrderedId? OpenedCase { get; init; }

    /// <summary>What to note about it.</summary>
    public IReadOnlyList<CustomerLogEntry> Log { get; init; } = [];

    /// <summary>A change of the profile, as its next version, with its entry in the log.</summary>
    public static CustomerChange Of(StoredCustomer before, CustomerRecord after, params IReadOnlyList<CustomerLogEntry> log) =>
        new(after with { Version = before.Customer.Version + 1 }, before.ETag) { Log = log };
}
