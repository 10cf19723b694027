using System.Security.Cryptography;
using Azure;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SupportPipeline.Platform;

namespace SupportPipeline.Intake;

/// <summary>
/// Takes in one email: verify on raw bytes, check the limits, keep the payload, queue it. Nothing is stored before every check has passed,
/// except a payload that cannot be read at all: SendGrid takes the 4xx it gets as final, so the payload is kept for a person to look at.
/// </summary>
public sealed partial class EmailReceiver(
    RawMessageStore rawMessages,
    QueueSender queue,
    IdSource ids,
    IOptions<IntakeOptions> options,
    ILogger<EmailReceiver> logger
) : IDisposable
{
    private readonly WebhookSignature? _signature = options.Value.VerificationKey is { Length: > 0 } key ? new(key) : null;

    /// <summary>Handles the request of <see cref="ReceiveEmail"/>.</summary>
    public async Task<IResult> ReceiveAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var limits = options.Value;
        if (request.ContentLength > limits.MaxRequestBytes)
        {
            return TooLarge("request-too-large", $"The request is larger than {limits.MaxRequestBytes} bytes.");
        }

        using var hash = WebhookSignature.StartHash(request.Headers[WebhookSignature.TimestampHeader].ToString());
        try
        {
            await using var payload = await PayloadBuffer.ReadAsync(request.Body, limits.MaxRequestBytes, hash, cancellationToken);
            return payload is null
                ? TooLarge("request-too-large", $"The request is larger than {limits.MaxRequestBytes} bytes.")
                : await AcceptAsync(request, payload, hash, cancellationToken);
        }
        catch (BadHttpRequestException exception)
        {
            // The caller went away or broke the protocol while sending; 413 is the server's own limit.
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

        var contentType = request.ContentType ?? "";
        if (InboundParseReader.Boundary(contentType) is not { } boundary)
        {
            await rawMessages.KeepRejectedAsync(ids.Next(), payload, contentType, "not-multipart", cancellationToken);
            return Problems.Of(
                StatusCodes.Status415UnsupportedMediaType,
                "not-multipart",
                "Inbound Parse requests are multipart/form-data with a boundary."
            );
        }

        var form = await InboundParseReader.ReadAsync(payload.OpenRead(), boundary, options.Value.MaxFieldBytes, null, cancellationToken);
        if (CheckAttachments(form) is { } overLimit)
        {
            return overLimit;
        }

        if (!form.HasMail)
        {
            await rawMessages.KeepRejectedAsync(ids.Next(), payload, contentType, ReasonCode.MalformedPayload, cancellationToken);
            return Problems.Of(
                StatusCodes.Status400BadRequest,
                ReasonCode.MalformedPayload,
                "No field of an email could be read from the request."
            );
        }

        var id = ids.Next();
        var blob = await rawMessages.KeepAsync(id, payload, contentType, cancellationToken);
        await queue.SendAsync(new MessageReceived(id.Value, "email", blob), cancellationToken);
        return Results.Ok(new EmailAccepted(id.Value));
    }

    private IResult? CheckAttachments(InboundParseForm form)
    {
        var limits = options.Value;
        if (form.Attachments.Count > limits.MaxAttachments)
        {
            return TooLarge(
                "too-many-attachments",
                $"The message has {form.Attachments.Count} attachments; {limits.MaxAttachments} are allowed."
            );
        }

        return form.Attachments.Exists(attachment => attachment.Length > limits.MaxAttachmentBytes)
            ? TooLarge("attachment-too-large", $"An attachment is larger than {limits.MaxAttachmentBytes} bytes.")
            : null;
    }

    private static bool IsStorageFailure(Exception exception) =>
        exception is RequestFailedException or AggregateException or HttpRequestException or IOException or OperationCanceledException;

    private static IResult TooLarge(string reason, string detail) => Problems.Of(StatusCodes.Status413PayloadTooLarge, reason, detail);

    private static partial class Log
    {
        [LoggerMessage(201, LogLevel.Warning, "An email could not be stored; the sender was told to try again.")]
        public static partial void StorageUnavailable(ILogger logger, Exception exception);
    }
}

/// <summary>The answer to an accepted email.</summary>
/// <param name="MessageId">The id under which it is processed.</param>
public sealed record EmailAccepted(string MessageId);
