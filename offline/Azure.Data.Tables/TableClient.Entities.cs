using Azure.Core;
using Azure.Data.Tables.Entities;
using Azure.Data.Tables.Wire;

namespace Azure.Data.Tables;

public partial class TableClient
{
    private const int NotFound = 404;

    /// <summary>Inserts an entity that must not exist yet.</summary>
    /// <exception cref="RequestFailedException">409 <c>EntityAlreadyExists</c>; 404 <c>TableNotFound</c>.</exception>
    public virtual Task<Response> AddEntityAsync<T>(T entity, CancellationToken cancellationToken = default)
        where T : ITableEntity
    {
        ThrowIfKeyless(entity);
        return WriteAsync(EntityRequest.Add(Name, entity), null, cancellationToken);
    }

    /// <summary>Gets an entity that must exist.</summary>
    /// <exception cref="RequestFailedException">404 <c>ResourceNotFound</c> or <c>TableNotFound</c>.</exception>
    public virtual async Task<Response<T>> GetEntityAsync<T>(
        string partitionKey,
        string rowKey,
        IEnumerable<string> select = null,
        CancellationToken cancellationToken = default
    )
        where T : class, ITableEntity =>
        (Response<T>)await FindAsync<T>(partitionKey, rowKey, select, null, cancellationToken).ConfigureAwait(false);

    /// <summary>Gets an entity; when it, or the table, is missing the answer has no value.</summary>
    public virtual Task<NullableResponse<T>> GetEntityIfExistsAsync<T>(
        string partitionKey,
        string rowKey,
        IEnumerable<string> select = null,
        CancellationToken cancellationToken = default
    )
        where T : class, ITableEntity => FindAsync<T>(partitionKey, rowKey, select, NotFound, cancellationToken);

    /// <summary>Writes an entity that must exist.</summary>
    /// <param name="entity">What to write.</param>
    /// <param name="ifMatch">The version that must be stored, or <see cref="ETag.All"/>.</param>
    /// <param name="mode">What happens to properties the entity does not name.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="RequestFailedException">412 <c>UpdateConditionNotSatisfied</c>; 404 <c>ResourceNotFound</c>.</exception>
    public virtual Task<Response> UpdateEntityAsync<T>(
        T entity,
        ETag ifMatch,
        TableUpdateMode mode = TableUpdateMode.Merge,
        CancellationToken cancellationToken = default
    )
        where T : ITableEntity
    {
        ThrowIfKeyless(entity);
        return ifMatch == default
            ? throw new ArgumentException("Value cannot be empty.", nameof(ifMatch))
            : WriteAsync(EntityRequest.Update(Name, entity, Known(mode), ifMatch), null, cancellationToken);
    }

    public virtual Task<Response> UpsertEntityAsync<T>(
        T entity,
        TableUpdateMode mode = TableUpdateMode.Merge,
        CancellationToken cancellationToken = default
    )
        where T : ITableEntity
    {
        ThrowIfKeyless(entity);
        return WriteAsync(EntityRequest.Update(Name, entity, Known(mode), default), null, cancellationToken);
    }

    /// <summary>Deletes an entity; when it is missing the answer's status is 404.</summary>
    /// <exception cref="RequestFailedException">412 <c>UpdateConditionNotSatisfied</c>.</exception>
    public virtual Task<Response> DeleteEntityAsync(
        string partitionKey,
        string rowKey,
        ETag ifMatch = default,
        CancellationToken cancellationToken = default
    ) => WriteAsync(EntityRequest.Delete(Name, partitionKey, rowKey, ifMatch), NotFound, cancellationToken);

    /// <inheritdoc cref="DeleteEntityAsync(string, string, ETag, CancellationToken)"/>
    public virtual Task<Response> DeleteEntityAsync(
        ITableEntity entity,
        ETag ifMatch = default,
        CancellationToken cancellationToken = default
    )
    {
        ThrowIfKeyless(entity);
        return DeleteEntityAsync(entity.PartitionKey, entity.RowKey, ifMatch, cancellationToken);
    }

    private async Task<Response> WriteAsync(EntityRequest request, int? accepted, CancellationToken cancellationToken)
    {
        using var message = _connection.CreateMessage(request.Method, _connection.Address(request.Path), accepted);
        var headers = message.Request.Headers;
        if (request.IfMatch is { } ifMatch)
        {
            headers.Add(HttpHeader.Names.IfMatch, ifMatch);
        }

        if (request.WantsNoContent)
        {
            headers.Add("Prefer", EntityRequest.NoContent);
        }

        if (request.Entity is { } entity)
        {
            headers.Add(HttpHeader.Common.JsonContentType);
            message.Request.Content = RequestContent.Create(EntityJson.Write(entity));
        }

        return await _connection.SendAsync(message, cancellationToken).ConfigureAwait(false);
    }

    private async Task<NullableResponse<T>> FindAsync<T>(
        string partitionKey,
        string rowKey,
        IEnumerable<string> select,
        int? accepted,
        CancellationToken cancellationToken
    )
        where T : class, ITableEntity
    {
        var uri = _connection.Address(EntityRequest.PathOf(Name, partitionKey, rowKey));
        QueryOptions.Append(uri, filter: null, top: null, select);
        using var message = _connection.CreateMessage(RequestMethod.Get, uri, accepted);
        var response = await _connection.SendAsync(message, cancellationToken).ConfigureAwait(false);
        return response.Status == NotFound
            ? new NoEntity<T>(response)
            : Response.FromValue(EntityJson.Read<T>(response.Content.ToMemory().Span), response);
    }

    private static void ThrowIfKeyless(ITableEntity entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        if (entity.PartitionKey is null || entity.RowKey is null)
        {
            throw new ArgumentNullException(nameof(entity), "PartitionKey and RowKey must be set.");
        }
    }

    private static TableUpdateMode Known(TableUpdateMode mode) =>
        mode is TableUpdateMode.Merge or TableUpdateMode.Replace
            ? mode
            : throw new ArgumentException($"Unexpected value for mode: {mode}", nameof(mode));
}
