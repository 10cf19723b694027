using System.Security.Cryptography;
using Azure;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SupportPipeline.Intake;
using SupportPipeline.Platform;

namespace SupportPipeline.Replies.DeliveryEvents;

/// <summary>
/// Takes in delivery events: verify on raw bytes, check the limit, keep the request, queue it. What the events mean is found out behind the queue, so that
/// SendGrid never waits for it and nothing is lost when it fails.
/// </summary>
public sealed partial class DeliveryEventReceiver(
    DeliveryPayloadStore payloads,
    QueueSender queue,
    IdSource ids,
    IOptions<SendGridOptions> options,
    ILogger<DeliveryEventReceiver> logger
) : IDisposable
{
    private readonly WebhookSignature? _signature = options.Value.EventVerificationKey is { Length: > 0 } key ? new(key) : null;

    /// <summary>Handles the request of <see cref="ReceiveDeliveryEvents"/>.</summary>
    public async Task<IResult> ReceiveAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var maxBytes = options.Value.MaxEventBytes;
        if (request.ContentLength > maxBytes)
        {
            return TooLarge(maxBytes);
        }

        using var hash = WebhookSignature.StartHash(request.Headers[WebhookSignature.TimestampHeader].ToString());
        try
        {
            await using var payload = await PayloadBuffer.ReadAsync(request.Body, maxBytes, hash, cancellationToken);
            return payload is null ? TooLarge(maxBytes) : await AcceptAsync(request, payload, hash, cancellationToken);
        }
        catch (BadHttpRequestException exception)
        {
            return Problems.Of(exception.StatusCode, "request-unreadable", "The request body could not be read to its end.");
        }
        catch (Exception exception) when (IsStorageFailure(exception) && !cancellationToken.IsCancellationRequested)
        {
            Log.StorageUnavailable(logger, exception);
            return Problems.StorageUnavailable(request.HttpContext);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _signature?.Dispose();

    private async Task<IResult> AcceptAsync(
        HttpRequest request,
        PayloadBuffer payload,
        IncrementalHash hash,
        CancellationToken cancellationToken
    )
    {
        if (_signature?.Verify(hash, request.Headers[WebhookSignature.SignatureHeader].ToString()) == false)
        {
            return Problems.Of(
                StatusCodes.Status401Unauthorized,
                "signature-wrong",
                "The request is not signed with the key of this endpoint."
            );
        }

        if (!await DeliveryEventReader.IsArrayAsync(payload.OpenRead(), cancellationToken))
        {
            await payloads.KeepRejectedAsync(ids.Next(), payload, ReasonCode.MalformedPayload, cancellationToken);
            return Problems.Of(StatusCodes.Status400BadRequest, ReasonCode.MalformedPayload, "The request is not a JSON array of events.");
        }

        var blob = await payloads.KeepAsync(ids.Next(), payload, cancellationToken);
        await queue.SendAsync(new DeliveryEventsReceived(blob), cancellationToken);
        return Results.Ok();
    }

    private static bool IsStorageFailure(Exception exception) =>
        exception is RequestFailedException or AggregateException or HttpRequestException or IOException or OperationCanceledException;

    private static IResult TooLarge(long maxBytes) =>
        Problems.Of(StatusCodes.Status413PayloadTooLarge, "request-too-large", $"The request is larger than {maxBytes} bytes.");

    private static partial class Log
    {
        [LoggerMessage(311, LogLevel.Warning, "Delivery events could not be stored; the sender was told to try again.")]
        public static partial void StorageUnavailable(ILogger logger, Exception exception);
    }
}
