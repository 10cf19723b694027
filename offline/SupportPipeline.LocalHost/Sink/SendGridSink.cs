using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using SupportPipeline.LocalHost.Faults;

namespace SupportPipeline.LocalHost.Sink;

/// <summary>Answers <c>POST /v3/mail/send</c> as SendGrid does and keeps what it accepts in a <see cref="MailSink"/>.</summary>
internal sealed class SendGridSink(MailSink mails, TimeProvider clock, FaultInjection faults)
{
    private const string Scheme = "Bearer ";

    public async Task SendAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var cancellationToken = context.RequestAborted;
        if (await RefuseCallerAsync(context, cancellationToken))
        {
            return;
        }

        var fault = faults.Take("sendgrid");
        if (fault?.Delay is { } delay)
        {
            // Real time: this is a slow network, which a moved clock does not hurry.
            await Task.Delay(delay, TimeProvider.System, cancellationToken);
        }

        if (fault?.Status is { } status)
        {
            await RefuseAsync(context, status, cancellationToken);
            return;
        }

        var body = await MailSendBody.ReadAsync(context.Request, cancellationToken);
        using var json = body.Json;
        if (json is null)
        {
            await WriteAsync(context, body.Status, SendGridErrors.Of(body.Refusal!), cancellationToken);
            return;
        }

        await AcceptAsync(context, json.RootElement, fault?.DropAnswer ?? false, cancellationToken);
    }

    private static async Task<bool> RefuseCallerAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var authorization = context.Request.Headers.Authorization.ToString();
        if (authorization.Length == 0)
        {
            await WriteAsync(context, 401, SendGridErrors.Of(SendGridTexts.AuthorizationRequired), cancellationToken);
            return true;
        }

        if (!authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) || authorization.AsSpan(Scheme.Length).IsWhiteSpace())
        {
            await WriteAsync(context, 401, SendGridErrors.Of(SendGridTexts.BadGrant), cancellationToken);
            return true;
        }

        if (
            !MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type)
            || !type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
        )
        {
            await WriteAsync(context, 415, SendGridErrors.Of(SendGridTexts.WrongMediaType), cancellationToken);
            return true;
        }

        return false;
    }

    private async Task AcceptAsync(HttpContext context, JsonElement root, bool dropAnswer, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var errors = MailSendChecks.Check(root, now);
        if (errors.Count > 0)
        {
            await WriteAsync(context, 400, new SendGridErrors(errors), cancellationToken);
            return;
        }

        if (MailSendReader.IsSandbox(root))
        {
            context.Response.StatusCode = StatusCodes.Status200OK;
            return;
        }

        var messageId = NewMessageId();
        mails.Accept(MailSendReader.Read(root, messageId, now));
        if (dropAnswer)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = StatusCodes.Status202Accepted;
        context.Response.Headers["X-Message-Id"] = messageId;
        context.Response.ContentLength = 0;
    }

    private async Task RefuseAsync(HttpContext context, int status, CancellationToken cancellationToken)
    {
        if (status == StatusCodes.Status429TooManyRequests)
        {
            var reset = clock.GetUtcNow().ToUnixTimeSeconds() + 1;
            context.Response.Headers["X-RateLimit-Limit"] = "600";
            context.Response.Headers["X-RateLimit-Remaining"] = "0";
            context.Response.Headers["X-RateLimit-Reset"] = reset.ToString(CultureInfo.InvariantCulture);
        }

        var text = status switch
        {
            401 => SendGridTexts.BadGrant,
            413 => SendGridTexts.TooLarge,
            429 => SendGridTexts.TooManyRequests,
            503 => SendGridTexts.Unavailable,
            >= 500 => SendGridTexts.ServerError,
            _ => SendGridTexts.BadRequest,
        };
        await WriteAsync(context, status, SendGridErrors.Of(text), cancellationToken);
    }

    private static Task WriteAsync(HttpContext context, int status, SendGridErrors errors, CancellationToken cancellationToken)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(errors, SinkJson.Legible.SendGridErrors, "application/json", cancellationToken);
    }

    /// <summary>22 characters of the URL-safe Base64 alphabet, as SendGrid's are.</summary>
    private static string NewMessageId() => System.Buffers.Text.Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
}
