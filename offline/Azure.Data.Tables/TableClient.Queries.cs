using System.Linq.Expressions;
using Azure.Core;
using Azure.Data.Tables.Entities;
using Azure.Data.Tables.Filters;
using Azure.Data.Tables.Wire;

namespace Azure.Data.Tables;

public partial class TableClient
{
    /// <summary>A filter from an interpolated string; what is in the holes is quoted and escaped.</summary>
    public static string CreateQueryFilter(FormattableString filter) => ODataLiteral.Fill(filter);

    /// <summary>A filter from a comparison written in C#.</summary>
    /// <exception cref="NotSupportedException">The service has no such comparison.</exception>
    public static string CreateQueryFilter<T>(Expression<Func<T, bool>> filter) => ODataFilter.Of(filter);

    /// <summary>The entities that meet a condition, by partition and row key.</summary>
    /// <param name="filter">An OData filter; null for everything.</param>
    /// <param name="maxPerPage">Entities per request, at most 1,000.</param>
    /// <param name="select">Properties to fetch; null for all.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public virtual AsyncPageable<T> QueryAsync<T>(
        string filter = null,
        int? maxPerPage = null,
        IEnumerable<string> select = null,
        CancellationToken cancellationToken = default
    )
        where T : class, ITableEntity =>
        new TablePageable<T>(
            (token, size, cancellation) => FetchAsync<T>(filter, select, token, size, cancellation),
            maxPerPage,
            cancellationToken
        );

    /// <inheritdoc cref="QueryAsync{T}(string, int?, IEnumerable{string}, CancellationToken)"/>
    public virtual AsyncPageable<T> QueryAsync<T>(
        Expression<Func<T, bool>> filter,
        int? maxPerPage = null,
        IEnumerable<string> select = null,
        CancellationToken cancellationToken = default
    )
        where T : class, ITableEntity => QueryAsync<T>(ODataFilter.Of(filter), maxPerPage, select, cancellationToken);

    private async Task<Page<T>> FetchAsync<T>(
        string filter,
        IEnumerable<string> select,
        string token,
        int? size,
        CancellationToken cancellationToken
    )
        where T : class, ITableEntity
    {
        var uri = _connection.Address(Name + "()");
        QueryOptions.Append(uri, filter, size, select);
        ContinuationToken.ContinueEntities(uri, token);
        using var message = _connection.CreateMessage(RequestMethod.Get, uri);
        var response = await _connection.SendAsync(message, cancellationToken).ConfigureAwait(false);
        var entities = EntityJson.ReadPage<T>(response.Content.ToMemory().Span);
        return Page<T>.FromValues(entities, ContinuationToken.OfEntities(response), response);
    }
}
