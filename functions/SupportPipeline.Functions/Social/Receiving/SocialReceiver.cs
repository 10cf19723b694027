using System.Text.Json;
using Azure;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SupportPipeline.Platform;
using SupportPipeline.Social.Connectors;

namespace SupportPipeline.Social.Receiving;

/// <summary>Takes in one delivery of a platform: verify on raw bytes, read to refuse what cannot be read, keep, queue. A handshake touches no storage.</summary>
public sealed partial class SocialReceiver(
    ConnectorCatalog connectors,
    DeliveryKeeping keeping,
    MentionClaims claims,
    IOptions<ConnectorsOptions> options,
    ILogger<SocialReceiver> logger
)
{
    /// <summary>Handles the request of <see cref="ReceiveSocialDelivery"/>.</summary>
    public async Task<IResult> ReceiveAsync(HttpRequest request, string name, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (connectors.Find(name) is not { IsEnabled: true } connector)
        {
            return Problems.Of(StatusCodes.Status404NotFound, "connector-unknown", "There is no such connector, or it is not configured.");
        }

        if (HttpMethods.IsGet(request.Method))
        {
            return connector.Answer(request.Query)
                ?? Problems.Of(
                    StatusCodes.Status405MethodNotAllowed,
                    "handshake-expected",
                    "A GET request is a handshake; this is none that the connector knows."
                );
        }

        try
        {
            return await ReadAsync(request, cancellationToken) is { } body
                ? await AcceptAsync(request, connector, body, cancellationToken)
                : TooLarge();
        }
        catch (BadHttpRequestException exception)
        {
            return Problems.Of(exception.StatusCode, "request-unreadable", "The request body could not be read to its end.");
        }
        catch (Exception exception) when (IsStorageFailure(exception) && !cancellationToken.IsCancellationRequested)
        {
            Log.StorageUnavailable(logger, name, exception);
            return Problems.StorageUnavailable(request.HttpContext);
        }
    }

    private async Task<IResult> AcceptAsync(
        HttpRequest request,
        ISocialConnector connector,
        byte[] body,
        CancellationToken cancellationToken
    )
    {
        await connector.PrepareAsync(request.Headers, cancellationToken);
        switch (connector.Verify(request.Headers, body, claims.Now))
        {
            case ConnectorVerdict.Failed failed:
                Log.Refused(logger, connector.Name, failed.Reason);
                return Problems.Of(failed.Status, failed.Reason, failed.Detail);
            case ConnectorVerdict.Answered answered:
                return answered.Result;
            default:
                break;
        }

        IReadOnlyList<SocialEvent> events;
        try
        {
            events = connector.Read(body);
        }
        catch (Exception exception) when (exception is JsonException or FormatException)
        {
            Log.Unreadable(logger, connector.Name, exception.GetType().Name);
            var detail = exception is FormatException ? exception.Message : "The body is not JSON in UTF-8.";
            return Problems.Of(StatusCodes.Status400BadRequest, ReasonCode.MalformedPayload, detail);
        }

        var posts = events.Count(one => one is SocialEvent.Posted);
        if (connector is not IItemAnswers answers)
        {
            await KeepAsync(connector, events, body, posts, cancellationToken);
            return connector.Acknowledgement is { } text ? Results.Text(text) : Results.Ok();
        }

        var kept = await KeepAsync(connector, events, body, posts, cancellationToken);
        return answers.Answer(events, kept is null ? new bool[events.Count] : await claims.AreKnownAsync(kept, events, cancellationToken));
    }

    /// <summary>What tells nothing is not kept.</summary>
    private async Task<KeptDelivery?> KeepAsync(
        ISocialConnector connector,
        IReadOnlyList<SocialEvent> events,
        byte[] body,
        int posts,
        CancellationToken cancellationToken
    ) =>
        events.All(one => one is SocialEvent.Ignored or SocialEvent.Refused) && connector is IItemAnswers
        || events.All(one => one is SocialEvent.Ignored)
            ? null
            : await keeping.KeepAsync(connector.Name, body, Math.Max(1, posts), cancellationToken);

    private async Task<byte[]?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var max = options.Value.MaxPayloadBytes;
        if (request.ContentLength > max)
        {
            return null;
        }

        // One byte more than is allowed tells that there are too many, whatever the header said.
        var buffer = new byte[(int)Math.Min(max, request.ContentLength ?? max) + 1];
        var read = await request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        return read > max || read == buffer.Length ? null : buffer[..read];
    }

    private IResult TooLarge() =>
        Problems.Of(
            StatusCodes.Status413PayloadTooLarge,
            "request-too-large",
            $"The request is larger than {options.Value.MaxPayloadBytes} bytes."
        );

    private static bool IsStorageFailure(Exception exception) =>
        exception is RequestFailedException or AggregateException or HttpRequestException or IOException or OperationCanceledException;

    private static partial class Log
    {
        [LoggerMessage(601, LogLevel.Warning, "A delivery of {Connector} could not be stored; the platform was told to try again.")]
        public static partial void StorageUnavailable(ILogger logger, string connector, Exception exception);

        [LoggerMessage(602, LogLevel.Information, "A delivery to {Connector} was refused: {Reason}.")]
        public static partial void Refused(ILogger logger, string connector, string reason);

        [LoggerMessage(603, LogLevel.Information, "A delivery to {Connector} could not be read: {Failure}.")]
        public static partial void Unreadable(ILogger logger, string connector, string failure);
    }
}
