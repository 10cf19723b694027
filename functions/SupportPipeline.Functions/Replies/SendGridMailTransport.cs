using System.Globalization;
using System.Text.Json;
using SendGrid;
using SendGrid.Helpers.Mail;
using SendGridResponse = SendGrid.Response;

namespace SupportPipeline.Replies;

/// <summary>
/// Sends through SendGrid's <c>POST /v3/mail/send</c>. SendGrid has no idempotency key, so what happened when no answer came is reported as unknown,
/// and the client's own retries stay off.
/// </summary>
public sealed class SendGridMailTransport(ISendGridClient client, TimeProvider clock) : IMailTransport, IMailingTransport
{
    /// <inheritdoc/>
    public Task<SendResult> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(mail);
        cancellationToken.ThrowIfCancellationRequested();
        return SendAsync(ToMessage(mail), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<SendResult> SendAsync(OutgoingMailing mailing, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(mailing);
        cancellationToken.ThrowIfCancellationRequested();
        return SendAsync(ToMessage(mailing), cancellationToken);
    }

    private async Task<SendResult> SendAsync(SendGridMessage message, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadAsync(await client.SendEmailAsync(message, cancellationToken));
        }
        catch (HttpRequestException exception) when (NeverReached(exception))
        {
            return new SendResult.Unavailable(null, exception.HttpRequestError.ToString());
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException or IOException)
        {
            return new SendResult.Unknown(exception is HttpRequestException request ? request.HttpRequestError.ToString() : "timeout");
        }
    }

    private static SendGridMessage ToMessage(OutgoingMail mail)
    {
        var message = MailHelper.CreateSingleEmail(
            new EmailAddress(mail.From.Value, mail.FromName),
            new EmailAddress(mail.To.Value, RecipientName(mail.ToName)),
            mail.Subject,
            mail.Text,
            mail.Html
        );
        message.SetReplyTo(new EmailAddress(mail.ReplyTo.Value, mail.FromName));
        message.AddHeaders(new Dictionary<string, string>(mail.Headers, StringComparer.OrdinalIgnoreCase));
        message.AddCustomArgs(new Dictionary<string, string>(mail.CustomArgs, StringComparer.Ordinal));
        return WithoutTracking(message);
    }

    private static SendGridMessage ToMessage(OutgoingMailing mailing) =>
        WithoutTracking(
            new SendGridMessage
            {
                From = new EmailAddress(mailing.From.Value, mailing.FromName),
                ReplyTo = new EmailAddress(mailing.ReplyTo.Value, mailing.FromName),
                Subject = mailing.Subject,
                PlainTextContent = mailing.Text,
                HtmlContent = mailing.Html,
                Headers = new Dictionary<string, string>(mailing.Headers, StringComparer.OrdinalIgnoreCase),
                CustomArgs = new Dictionary<string, string>(mailing.CustomArgs, StringComparer.Ordinal),
                Personalizations = [.. mailing.Recipients.Select(ToPersonalization)],
            }
        );

    private static Personalization ToPersonalization(MailingRecipient recipient) =>
        new()
        {
            Tos = [new EmailAddress(recipient.Address, RecipientName(recipient.Name))],
            Substitutions = new Dictionary<string, string>(recipient.Substitutions, StringComparer.Ordinal),
            Headers = new Dictionary<string, string>(recipient.Headers, StringComparer.OrdinalIgnoreCase),
            CustomArgs = new Dictionary<string, string>(recipient.CustomArgs, StringComparer.Ordinal),
        };

    private static SendGridMessage WithoutTracking(SendGridMessage message)
    {
        // Left out, the account's defaults apply, which often rewrite links and add a footer.
        message.SetClickTracking(false, false);
        message.SetOpenTracking(false);
        message.SetSubscriptionTracking(false);
        return message;
    }

    /// <summary>SendGrid refuses names with a comma or a semicolon.</summary>
    private static string? RecipientName(string? name) => name?.Replace(',', ' ').Replace(';', ' ');

    private async Task<SendResult> ReadAsync(SendGridResponse response)
    {
        var status = (int)response.StatusCode;
        switch (status)
        {
            case >= 200 and < 300:
                return new SendResult.Accepted(response.Headers.TryGetValues("X-Message-Id", out var ids) ? ids.FirstOrDefault() : null);
            case 429:
                return new SendResult.Unavailable(RateLimitReset(response), "429");
            // The key, the sender or the address of the API is not set up: mended for every waiting reply at once. 408 and 425: not even read.
            case 401 or 403 or 404 or 405 or 408 or 425:
                return new SendResult.Unavailable(null, status.ToString(CultureInfo.InvariantCulture));
            // A gateway in between gave up; what is behind it may have taken the mail.
            case 502 or 504:
                return new SendResult.Unknown(status.ToString(CultureInfo.InvariantCulture));
            case >= 500:
                return new SendResult.Unavailable(null, status.ToString(CultureInfo.InvariantCulture));
            default:
                return await RefusedAsync(response);
        }
    }

    private TimeSpan? RateLimitReset(SendGridResponse response)
    {
        if (
            !response.Headers.TryGetValues("X-RateLimit-Reset", out var values)
            || !long.TryParse(values.FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        )
        {
            return null;
        }

        // A reset far in the future is a broken header, not a wish.
        var now = clock.GetUtcNow();
        var wait = seconds - now.ToUnixTimeSeconds();
        return wait is >= 0 and <= 3_600 ? TimeSpan.FromSeconds(Math.Max(1, wait)) : null;
    }

    private static async Task<SendResult.Refused> RefusedAsync(SendGridResponse response)
    {
        string[] fields = [];
        try
        {
            using var body = JsonDocument.Parse(await response.Body.ReadAsStringAsync());
            var errors = body.RootElement.GetProperty("errors").EnumerateArray();
            fields = [.. errors.Select(error => error.TryGetProperty("field", out var field) ? field.GetString() : null).OfType<string>()];
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            // The body is not SendGrid's; the status alone has to do.
        }

        var status = ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture);
        return new(fields.Length > 0 ? $"{status} {string.Join(", ", fields)}" : status) { Fields = fields };
    }

    private static bool NeverReached(HttpRequestException exception) =>
        exception.HttpRequestError
            is HttpRequestError.ConnectionError
                or HttpRequestError.NameResolutionError
                or HttpRequestError.SecureConnectionError
                or HttpRequestError.ProxyTunnelError;
}
