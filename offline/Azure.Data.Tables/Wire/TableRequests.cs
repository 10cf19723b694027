using System.Buffers;
using System.Text.Json;
using Azure.Core;
using Azure.Data.Tables.Models;

namespace Azure.Data.Tables.Wire;

#nullable enable

/// <summary>Creating, deleting and listing tables.</summary>
internal static class TableRequests
{
    private const int Conflict = 409;
    private const int NotFound = 404;

    public static async Task<Response<TableItem>> CreateAsync(TableConnection connection, string table, CancellationToken cancellationToken)
    {
        using var message = CreateMessage(connection, table, accepted: null);
        return Created(table, await connection.SendAsync(message, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Only "already exists" is no failure: a table that is being deleted answers 409 too.</summary>
    public static async Task<Response<TableItem>> CreateIfNotExistsAsync(
        TableConnection connection,
        string table,
        CancellationToken cancellationToken
    )
    {
        using var message = CreateMessage(connection, table, Conflict);
        var response = await connection.SendAsync(message, cancellationToken).ConfigureAwait(false);
        if (response.Status == Conflict)
        {
            var failure = new RequestFailedException(response);
            if (failure.ErrorCode is null || failure.ErrorCode != TableErrorCode.TableAlreadyExists)
            {
                throw failure;
            }
        }

        return Created(table, response);
    }

    public static async Task<Response> DeleteAsync(TableConnection connection, string table, CancellationToken cancellationToken)
    {
        using var message = connection.CreateMessage(RequestMethod.Delete, connection.Address($"Tables('{table}')"), NotFound);
        return await connection.SendAsync(message, cancellationToken).ConfigureAwait(false);
    }

    public static async Task<Page<TableItem>> ListAsync(
        TableConnection connection,
        string? filter,
        string? token,
        int? pageSize,
        CancellationToken cancellationToken
    )
    {
        var uri = connection.Address("Tables");
        QueryOptions.Append(uri, filter, pageSize, select: null);
        ContinuationToken.ContinueTables(uri, token);
        using var message = connection.CreateMessage(RequestMethod.Get, uri);
        var response = await connection.SendAsync(message, cancellationToken).ConfigureAwait(false);
        using var document = JsonDocument.Parse(response.Content.ToMemory());
        var tables = document
            .RootElement.GetProperty("value")
            .EnumerateArray()
            .Select(static table => new TableItem(table.GetProperty("TableName").GetString()))
            .ToList();
        return Page<TableItem>.FromValues(tables, ContinuationToken.OfTables(response), response);
    }

    private static HttpMessage CreateMessage(TableConnection connection, string table, int? accepted)
    {
        var body = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(body))
        {
            writer.WriteStartObject();
            writer.WriteString("TableName", table);
            writer.WriteEndObject();
        }

        var message = connection.CreateMessage(RequestMethod.Post, connection.Address("Tables"), accepted);
        message.Request.Headers.Add(HttpHeader.Common.JsonContentType);
        message.Request.Headers.Add("Prefer", EntityRequest.NoContent);
        message.Request.Content = RequestContent.Create(body.WrittenMemory);
        return message;
    }

    private static Response<TableItem> Created(string table, Response response) => Response.FromValue(new TableItem(table), response);
}
