using System.Linq.Expressions;
using Azure.Core;
using Azure.Data.Tables.Filters;
using Azure.Data.Tables.Models;
using Azure.Data.Tables.Wire;

namespace Azure.Data.Tables;

/// <summary>The tables of an account.</summary>
public class TableServiceClient
{
    private readonly TableConnection _connection;

    /// <summary>For mocking.</summary>
    protected TableServiceClient() { }

    public TableServiceClient(string connectionString)
        : this(connectionString, null) { }

    public TableServiceClient(string connectionString, TableClientOptions options = null)
        : this(TableConnection.Open(connectionString, options)) { }

    public TableServiceClient(Uri endpoint, TableSharedKeyCredential credential)
        : this(endpoint, credential, null) { }

    public TableServiceClient(Uri endpoint, TableSharedKeyCredential credential, TableClientOptions options)
        : this(TableConnection.Open(endpoint, credential, options)) { }

    public TableServiceClient(Uri endpoint, TokenCredential tokenCredential, TableClientOptions options = null)
        : this(TableConnection.Open(endpoint, tokenCredential, options)) { }

    private TableServiceClient(TableConnection connection)
    {
        _connection = connection;
    }

    public virtual string AccountName => _connection.AccountName;

    public virtual Uri Uri => _connection.Endpoint;

    /// <summary>A filter from an interpolated string; what is in the holes is quoted and escaped.</summary>
    public static string CreateQueryFilter(FormattableString filter) => ODataLiteral.Fill(filter);

    /// <summary>A filter from a comparison written in C#.</summary>
    public static string CreateQueryFilter(Expression<Func<TableItem, bool>> filter) => ODataFilter.Of(filter);

    /// <summary>A client of one table that shares this client's pipeline. Asks the service nothing.</summary>
    public virtual TableClient GetTableClient(string tableName) => new(_connection, tableName);

    /// <summary>Creates a table.</summary>
    /// <exception cref="RequestFailedException">409 <c>TableAlreadyExists</c> when there is one.</exception>
    public virtual Task<Response<TableItem>> CreateTableAsync(string tableName, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(tableName);
        return TableRequests.CreateAsync(_connection, tableName, cancellationToken);
    }

    /// <summary>Creates a table; when it is there already the answer's raw status is 409.</summary>
    public virtual Task<Response<TableItem>> CreateTableIfNotExistsAsync(string tableName, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(tableName);
        return TableRequests.CreateIfNotExistsAsync(_connection, tableName, cancellationToken);
    }

    /// <summary>Deletes a table; when it is not there the answer's status is 404.</summary>
    public virtual Task<Response> DeleteTableAsync(string tableName, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(tableName);
        return TableRequests.DeleteAsync(_connection, tableName, cancellationToken);
    }

    /// <summary>The tables whose name meets a condition, by name.</summary>
    /// <param name="filter">An OData filter on <c>TableName</c>; null for all tables.</param>
    /// <param name="maxPerPage">Tables per request, at most 1,000.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public virtual AsyncPageable<TableItem> QueryAsync(
        string filter = null,
        int? maxPerPage = null,
        CancellationToken cancellationToken = default
    ) =>
        new TablePageable<TableItem>(
            (token, size, cancellation) => TableRequests.ListAsync(_connection, filter, token, size, cancellation),
            maxPerPage,
            cancellationToken
        );

    /// <inheritdoc cref="QueryAsync(string, int?, CancellationToken)"/>
    public virtual AsyncPageable<TableItem> QueryAsync(
        FormattableString filter,
        int? maxPerPage = null,
        CancellationToken cancellationToken = default
    ) => QueryAsync(CreateQueryFilter(filter), maxPerPage, cancellationToken);

    /// <inheritdoc cref="QueryAsync(string, int?, CancellationToken)"/>
    public virtual AsyncPageable<TableItem> QueryAsync(
        Expression<Func<TableItem, bool>> filter,
        int? maxPerPage = null,
        CancellationToken cancellationToken = default
    ) => QueryAsync(CreateQueryFilter(filter), maxPerPage, cancellationToken);
}
