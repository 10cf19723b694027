using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace SupportPipeline.LocalHost.Email;

/// <summary>Takes a mail, hands it to the product the way SendGrid would, and answers what the product answered.</summary>
internal sealed class LocalEmail(IHttpClientFactory clients, FrontDoor frontDoor, LocalSigningKey key, TimeProvider clock)
{
    /// <summary>The name of the client this asks <see cref="IHttpClientFactory"/> for.</summary>
    public const string ClientName = "local-email";

    public async Task<IResult> PostAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            // The product's own limit is what the caller wants to see.
            limit.MaxRequestBodySize = null;
        }

        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var (email, errors) = Read(context.Request, body.GetBuffer().AsMemory(0, (int)body.Length));
        if (email is null)
        {
            return Results.ValidationProblem(errors.ToDictionary(), title: "This mail cannot be sent.");
        }

        return await DeliverAsync(InboundEmailBuilder.Complete(email, clock.GetUtcNow()), context.RequestAborted);
    }

    private static (OutgoingTestEmail? Email, IReadOnlyDictionary<string, string[]> Errors) Read(
        HttpRequest request,
        ReadOnlyMemory<byte> body
    )
    {
        if (MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType is "message/rfc822")
        {
            return ReadMime(request, body);
        }

        try
        {
            using var json = JsonDocument.Parse(body);
            return TestEmailJson.Read(json.RootElement);
        }
        catch (JsonException)
        {
            return (null, Error("body", "Is neither JSON nor sent as message/rfc822."));
        }
    }

    private static (OutgoingTestEmail? Email, IReadOnlyDictionary<string, string[]> Errors) ReadMime(
        HttpRequest request,
        ReadOnlyMemory<byte> body
    )
    {
        var email = MimeEmail.Read(body);
        if (email.Headers.Count == 0)
        {
            return (null, Error("body", "Has no header field: this is no mail."));
        }

        // The SMTP envelope is not part of a mail; where it differs from the header it comes beside it.
        var (from, to) = (request.Query["envelopeFrom"], Mailbox.ParseList(request.Query["envelopeTo"]));
        email = email with
        {
            EnvelopeFrom = from.Count > 0 ? from.ToString() : email.EnvelopeFrom,
            EnvelopeTo = to.Count > 0 ? [.. to.Select(mailbox => mailbox.Address)] : email.EnvelopeTo,
        };
        return email.EnvelopeTo.Count == 0 ? (null, Error("to", "Names no recipient.")) : (email, Error());
    }

    private static Dictionary<string, string[]> Error(string? field = null, string? text = null) =>
        field is null ? [] : new Dictionary<string, string[]>(StringComparer.Ordinal) { [field] = [text!] };

    private async Task<IResult> DeliverAsync(OutgoingTestEmail email, CancellationToken cancellationToken)
    {
        using var client = clients.CreateClient(ClientName);
        using var request = InboundParseRequest.Of(email).ToHttpRequest(frontDoor, key, clock.GetUtcNow());
        try
        {
            using var response = await client.SendAsync(request, cancellationToken);
            var status = (int)response.StatusCode;
            if (response.IsSuccessStatusCode)
            {
                return Results.Json(new Delivered(status, email.MessageId), statusCode: status);
            }

            var answer = await response.Content.ReadAsStringAsync(cancellationToken);
            return Results.Text(answer, response.Content.Headers.ContentType?.ToString(), statusCode: status);
        }
        catch (HttpRequestException exception)
        {
            return Results.Problem(
                exception.Message,
                statusCode: StatusCodes.Status502BadGateway,
                title: "The function app cannot be reached."
            );
        }
    }

    private sealed record Delivered(int Status, string MessageId);
}
