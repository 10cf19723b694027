using System.Buffers;
using System.Text;
using Azure.Data.Tables.Entities;

namespace Azure.Data.Tables.Wire;

#nullable enable

/// <summary>A transaction as the service reads it: one change set inside one batch, both multipart/mixed.</summary>
internal sealed class BatchRequest
{
    private readonly ArrayBufferWriter<byte> _body = new(4096);
    private readonly string _changeSet;

    // The boundaries only have to differ from everything in the body.
    private BatchRequest(Guid id)
    {
        Boundary = $"batch_{id:D}";
        _changeSet = $"changeset_{id:D}";
    }

    public string Boundary { get; }

    public ReadOnlyMemory<byte> Body => _body.WrittenMemory;

    /// <summary>The request for these actions, in their order.</summary>
    /// <exception cref="InvalidOperationException">There is no action.</exception>
    public static BatchRequest Of(TableConnection connection, string table, IEnumerable<TableTransactionAction> actions)
    {
        var batch = new BatchRequest(Guid.CreateVersion7());
        batch.Text($"--{batch.Boundary}\r\nContent-Type: multipart/mixed; boundary={batch._changeSet}\r\n\r\n");
        var count = 0;
        foreach (var action in actions)
        {
            batch.Add(connection, EntityRequest.Of(table, action));
            count++;
        }

        if (count == 0)
        {
            throw new InvalidOperationException("Transaction request must contain at least one operation.");
        }

        batch.Text($"--{batch._changeSet}--\r\n--{batch.Boundary}--\r\n");
        return batch;
    }

    private void Add(TableConnection connection, EntityRequest request)
    {
        var address = connection.Address(request.Path).ToUri();
        Text($"--{_changeSet}\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n");
        Text($"{request.Method} {address.AbsoluteUri} HTTP/1.1\r\nHost: {address.Authority}\r\n");
        Text("Accept: application/json;odata=minimalmetadata\r\nDataServiceVersion: 3.0\r\n");
        if (request.WantsNoContent)
        {
            Text($"Prefer: {EntityRequest.NoContent}\r\n");
        }

        if (request.IfMatch is { } ifMatch)
        {
            Text($"If-Match: {ifMatch}\r\n");
        }

        if (request.Entity is { } entity)
        {
            Text("Content-Type: application/json\r\n\r\n");
            EntityJson.Write(_body, entity);
        }
        else
        {
            Text("\r\n");
        }

        Text("\r\n");
    }

    private void Text(string text) => Encoding.UTF8.GetBytes(text, _body);
}
