using System.Globalization;
using Azure.Core;
using Azure.Storage.Queues.Models;

namespace Azure.Storage.Queues;

public partial class QueueClient
{
    /// <summary>Drops all messages.</summary>
    public virtual async Task<Response> ClearMessagesAsync(CancellationToken cancellationToken = default)
    {
        using var message = _endpoint.Storage.CreateMessage(RequestMethod.Delete, _messagesUri);
        return await _endpoint.Storage.SendAsync(message, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc cref="SendMessageAsync(string, TimeSpan?, TimeSpan?, CancellationToken)" />
    public virtual Task<Response<SendReceipt>> SendMessageAsync(string messageText) =>
        SendMessageAsync(messageText, visibilityTimeout: null, timeToLive: null, CancellationToken.None);

    /// <inheritdoc cref="SendMessageAsync(string, TimeSpan?, TimeSpan?, CancellationToken)" />
    public virtual Task<Response<SendReceipt>> SendMessageAsync(string messageText, CancellationToken cancellationToken = default) =>
        SendMessageAsync(messageText, visibilityTimeout: null, timeToLive: null, cancellationToken);

    /// <summary>Adds a message.</summary>
    /// <param name="messageText">The content.</param>
    /// <param name="visibilityTimeout">How long it stays invisible, 0 seconds to 7 days; default 0.</param>
    /// <param name="timeToLive">When it is dropped; default 7 days, -1 second for never.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public virtual Task<Response<SendReceipt>> SendMessageAsync(
        string messageText,
        TimeSpan? visibilityTimeout = default,
        TimeSpan? timeToLive = default,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(messageText);
        return SendAsync(QueueMessageXml.Write(messageText, _endpoint.Encoding), visibilityTimeout, timeToLive, cancellationToken);
    }

    /// <inheritdoc cref="SendMessageAsync(string, TimeSpan?, TimeSpan?, CancellationToken)" />
    public virtual Task<Response<SendReceipt>> SendMessageAsync(
        BinaryData message,
        TimeSpan? visibilityTimeout = default,
        TimeSpan? timeToLive = default,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(message);
        return SendAsync(QueueMessageXml.Write(message, _endpoint.Encoding), visibilityTimeout, timeToLive, cancellationToken);
    }

    /// <inheritdoc cref="ReceiveMessagesAsync(int?, TimeSpan?, CancellationToken)" />
    public virtual Task<Response<QueueMessage[]>> ReceiveMessagesAsync() =>
        ReceiveMessagesAsync(maxMessages: null, visibilityTimeout: null, CancellationToken.None);

    /// <inheritdoc cref="ReceiveMessagesAsync(int?, TimeSpan?, CancellationToken)" />
    public virtual Task<Response<QueueMessage[]>> ReceiveMessagesAsync(CancellationToken cancellationToken = default) =>
        ReceiveMessagesAsync(maxMessages: null, visibilityTimeout: null, cancellationToken);

    /// <summary>Takes messages and makes them invisible.</summary>
    /// <param name="maxMessages">At most so many, 1 to 32; default 1.</param>
    /// <param name="visibilityTimeout">For how long, 1 second to 7 days; default 30 seconds.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The messages; none when the queue has no visible one.</returns>
    public virtual async Task<Response<QueueMessage[]>> ReceiveMessagesAsync(
        int? maxMessages = default,
        TimeSpan? visibilityTimeout = default,
        CancellationToken cancellationToken = default
    )
    {
        using var message = _endpoint.Storage.CreateMessage(RequestMethod.Get, _messagesUri);
        AppendQuery(message.Request, "numofmessages", maxMessages);
        AppendQuery(message.Request, "visibilitytimeout", visibilityTimeout);
        var response = await _endpoint.Storage.SendAsync(message, cancellationToken).ConfigureAwait(false);
        return Response.FromValue(QueueMessageXml.ReadMessages(response, _endpoint.Encoding), response);
    }

    /// <summary>Takes one message; the value is null when there is none.</summary>
    public virtual async Task<Response<QueueMessage>> ReceiveMessageAsync(
        TimeSpan? visibilityTimeout = default,
        CancellationToken cancellationToken = default
    )
    {
        var messages = await ReceiveMessagesAsync(1, visibilityTimeout, cancellationToken).ConfigureAwait(false);
        return Response.FromValue(messages.Value is [var first, ..] ? first : null, messages.GetRawResponse());
    }

    /// <summary>Looks at visible messages and leaves them.</summary>
    /// <param name="maxMessages">At most so many, 1 to 32; default 1.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public virtual async Task<Response<PeekedMessage[]>> PeekMessagesAsync(
        int? maxMessages = default,
        CancellationToken cancellationToken = default
    )
    {
        using var message = _endpoint.Storage.CreateMessage(RequestMethod.Get, _messagesUri);
        message.Request.Uri.AppendQuery("peekonly", "true", escapeValue: false);
        AppendQuery(message.Request, "numofmessages", maxMessages);
        var response = await _endpoint.Storage.SendAsync(message, cancellationToken).ConfigureAwait(false);
        return Response.FromValue(QueueMessageXml.ReadPeeked(response, _endpoint.Encoding), response);
    }

    /// <summary>Changes when a message becomes visible and, when a text is given, its content.</summary>
    /// <param name="messageId">The message.</param>
    /// <param name="popReceipt">From the latest receive or update; with any other the service answers PopReceiptMismatch.</param>
    /// <param name="messageText">New content; null keeps the old one.</param>
    /// <param name="visibilityTimeout">Invisible for so long from now; default 0, visible at once.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public virtual Task<Response<UpdateReceipt>> UpdateMessageAsync(
        string messageId,
        string popReceipt,
        string messageText = null,
        TimeSpan visibilityTimeout = default,
        CancellationToken cancellationToken = default
    )
    {
        var body = messageText is null ? null : QueueMessageXml.Write(messageText, _endpoint.Encoding);
        return UpdateAsync(messageId, popReceipt, body, visibilityTimeout, cancellationToken);
    }

    /// <inheritdoc cref="UpdateMessageAsync(string, string, string, TimeSpan, CancellationToken)" />
    public virtual Task<Response<UpdateReceipt>> UpdateMessageAsync(
        string messageId,
        string popReceipt,
        BinaryData message,
        TimeSpan visibilityTimeout = default,
        CancellationToken cancellationToken = default
    )
    {
        var body = message is null ? null : QueueMessageXml.Write(message, _endpoint.Encoding);
        return UpdateAsync(messageId, popReceipt, body, visibilityTimeout, cancellationToken);
    }

    /// <summary>Deletes a message that was received.</summary>
    public virtual async Task<Response> DeleteMessageAsync(
        string messageId,
        string popReceipt,
        CancellationToken cancellationToken = default
    )
    {
        using var message = CreateMessageFor(RequestMethod.Delete, messageId, popReceipt);
        return await _endpoint.Storage.SendAsync(message, cancellationToken).ConfigureAwait(false);
    }

    private async Task<Response<SendReceipt>> SendAsync(
        byte[] body,
        TimeSpan? visibilityTimeout,
        TimeSpan? timeToLive,
        CancellationToken cancellationToken
    )
    {
        using var message = _endpoint.Storage.CreateMessage(RequestMethod.Post, _messagesUri);
        AppendQuery(message.Request, "visibilitytimeout", visibilityTimeout);
        AppendQuery(message.Request, "messagettl", timeToLive);
        SetBody(message.Request, body);
        var response = await _endpoint.Storage.SendAsync(message, cancellationToken).ConfigureAwait(false);
        return Response.FromValue(QueueMessageXml.ReadReceipt(response), response);
    }

    private async Task<Response<UpdateReceipt>> UpdateAsync(
        string messageId,
        string popReceipt,
        byte[] body,
        TimeSpan visibilityTimeout,
        CancellationToken cancellationToken
    )
    {
        using var message = CreateMessageFor(RequestMethod.Put, messageId, popReceipt);
        AppendQuery(message.Request, "visibilitytimeout", visibilityTimeout);
        if (body is not null)
        {
            SetBody(message.Request, body);
        }

        var response = await _endpoint.Storage.SendAsync(message, cancellationToken).ConfigureAwait(false);
        _ = response.Headers.TryGetValue("x-ms-popreceipt", out var receipt);
        _ = response.Headers.TryGetValue("x-ms-time-next-visible", out var nextVisible);
        _ = DateTimeOffset.TryParse(nextVisible, CultureInfo.InvariantCulture, out var nextVisibleOn);
        return Response.FromValue(QueuesModelFactory.UpdateReceipt(receipt, nextVisibleOn), response);
    }

    private HttpMessage CreateMessageFor(RequestMethod method, string messageId, string popReceipt)
    {
        ArgumentNullException.ThrowIfNull(messageId);
        ArgumentNullException.ThrowIfNull(popReceipt);
        var message = _endpoint.Storage.CreateMessage(method, _messagesUri);
        message.Request.Uri.AppendPath("/", escape: false);
        message.Request.Uri.AppendPath(messageId, escape: true);
        message.Request.Uri.AppendQuery("popreceipt", popReceipt, escapeValue: true);
        return message;
    }

    private static void SetBody(Request request, byte[] body)
    {
        request.Content = RequestContent.Create(body);
        request.Headers.Add("Content-Type", "application/xml");
    }

    private static void AppendQuery(Request request, string name, TimeSpan? value) =>
        AppendQuery(request, name, value is { } duration ? (int)duration.TotalSeconds : null);

    private static void AppendQuery(Request request, string name, int? value)
    {
        if (value is { } number)
        {
            request.Uri.AppendQuery(name, number.ToString(CultureInfo.InvariantCulture), escapeValue: false);
        }
    }
}
