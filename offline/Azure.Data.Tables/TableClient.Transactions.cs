using Azure.Core;
using Azure.Data.Tables.Wire;

namespace Azure.Data.Tables;

public partial class TableClient
{
    /// <summary>Writes all of it or nothing: at most 100 actions on different entities of one partition, under 4 MiB together.</summary>
    /// <param name="transactionActions">What to do, in order.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>One response per action, each with its status and the new version.</returns>
    /// <exception cref="TableTransactionFailedException">An action was refused; it says which.</exception>
    /// <exception cref="RequestFailedException">The request as a whole was refused.</exception>
    /// <exception cref="InvalidOperationException">There is no action.</exception>
    public virtual async Task<Response<IReadOnlyList<Response>>> SubmitTransactionAsync(
        IEnumerable<TableTransactionAction> transactionActions,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(transactionActions);
        var batch = BatchRequest.Of(_connection, Name, transactionActions);
        using var message = _connection.CreateMessage(RequestMethod.Post, _connection.Address("$batch"));
        message.Request.Headers.Add(HttpHeader.Names.ContentType, $"multipart/mixed; boundary={batch.Boundary}");
        message.Request.Content = RequestContent.Create(batch.Body);
        var response = await _connection.SendAsync(message, cancellationToken).ConfigureAwait(false);
        var parts = BatchResponse.Parse(response.Content);
        if (parts.Find(static part => part.IsError) is { } refused)
        {
            throw new TableTransactionFailedException(new RequestFailedException(refused, null, TableErrorParser.Instance));
        }

        return Response.FromValue<IReadOnlyList<Response>>(parts, response);
    }
}
