using System.Text.Encodings.Web;
using System.Text.Json;
using SendGrid.Helpers.Errors.Model;

namespace SendGrid.Helpers.Errors;

/// <summary>Turns an error answer into the exception for its status.</summary>
public class ErrorHandler
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Always throws.</summary>
    public static async Task ThrowException(HttpResponseMessage message)
    {
        var error = await Read(message).ConfigureAwait(false);
        throw For(error.ErrorHttpStatusCode, JsonSerializer.Serialize(error, Json));
    }

    private static Exception For(int status, string text) =>
        status switch
        {
            400 => new BadRequestException(text),
            401 => new UnauthorizedException(text),
            403 => new ForbiddenException(text),
            404 => new NotFoundException(text),
            405 => new MethodNotAllowedException(text),
            413 => new PayloadTooLargeException(text),
            415 => new UnsupportedMediaTypeException(text),
            429 => new TooManyRequestsException(text),
            500 => new ServerUnavailableException(text),
            503 => new ServiceNotAvailableException(text),
            >= 400 and < 500 => new RequestErrorException(text),
            >= 500 => new SendGridInternalException(text),
            _ => new BadRequestException(text),
        };

    private static async Task<SendGridErrorResponse> Read(HttpResponseMessage message)
    {
        var result = new SendGridErrorResponse { ErrorHttpStatusCode = (int)message.StatusCode, ErrorReasonPhrase = message.ReasonPhrase };
        var body = await message.Content.ReadAsStringAsync().ConfigureAwait(false);
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            if (root.TryGetProperty("errors", out var errors) && errors.ValueKind == JsonValueKind.Array && errors.GetArrayLength() > 0)
            {
                result.SendGridErrorMessage = Text(errors[0], "message");
                result.FieldWithError = Text(errors[0], "field");
                result.HelpLink = Text(errors[0], "help");
            }
            else
            {
                result.SendGridErrorMessage = Text(root, "error");
            }
        }
        catch (Exception notReadable) when (notReadable is JsonException or InvalidOperationException)
        {
            // The body of a gateway's error page says nothing that we could keep; status and reason phrase still do.
        }

        return result;
    }

    private static string Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
