using System.IO.Compression;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace SupportPipeline.LocalHost.Sink;

/// <summary>Reads the body of a mail/send request, or says with which status and text it is refused.</summary>
internal sealed class MailSendBody
{
    /// <summary>A message with its attachments has to stay below 30 MB.</summary>
    public const int MaxBytes = 30 * 1024 * 1024;

    public JsonDocument? Json { get; private init; }

    public int Status { get; private init; }

    public string? Refusal { get; private init; }

    public static async Task<MailSendBody> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            // The limit below answers as SendGrid does; the server's own would cut the connection.
            limit.MaxRequestBodySize = null;
        }

        var gzip = string.Equals(request.Headers.ContentEncoding, "gzip", StringComparison.OrdinalIgnoreCase);
        await using var body = gzip ? new GZipStream(request.Body, CompressionMode.Decompress, leaveOpen: true) : request.Body;
        using var bytes = new MemoryStream((int)Math.Clamp(gzip ? 0 : request.ContentLength ?? 0, 0, MaxBytes));
        var chunk = new byte[64 * 1024];
        int read;
        while ((read = await body.ReadAsync(chunk, cancellationToken)) > 0)
        {
            bytes.Write(chunk, 0, read);
            if (bytes.Length >= MaxBytes)
            {
                return Refused(StatusCodes.Status413PayloadTooLarge, SendGridTexts.TooLarge);
            }
        }

        return Parse(bytes.GetBuffer().AsMemory(0, (int)bytes.Length));
    }

    private static MailSendBody Parse(ReadOnlyMemory<byte> bytes)
    {
        if (!Utf8.IsValid(bytes.Span))
        {
            return Refused(StatusCodes.Status400BadRequest, SendGridTexts.InvalidUtf8);
        }

        try
        {
            return new MailSendBody { Json = JsonDocument.Parse(bytes) };
        }
        catch (JsonException)
        {
            return Refused(StatusCodes.Status400BadRequest, SendGridTexts.BadRequest);
        }
    }

    private static MailSendBody Refused(int status, string text) => new() { Status = status, Refusal = text };
}
