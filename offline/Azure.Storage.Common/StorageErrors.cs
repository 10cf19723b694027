using System.Text;
using Azure.Core;

namespace Azure.Storage;

/// <summary>Makes a <see cref="RequestFailedException"/> of a failed answer: the code from <c>x-ms-error-code</c> or the XML body.</summary>
internal sealed class StorageErrors : RequestFailedDetailsParser
{
    public static readonly StorageErrors Parser = new();

    public static RequestFailedException Create(Response response) => new(response, innerException: null, Parser);

    /// <summary>The error code without an exception, for answers that are not failures to the caller.</summary>
    public static string Code(Response response) =>
        response.Headers.TryGetValue("x-ms-error-code", out var code) ? code : FromBody(response).Code;

    public override bool TryParse(Response response, out ResponseError error, out IDictionary<string, string> data)
    {
        var (code, message) = FromBody(response);
        if (response.Headers.TryGetValue("x-ms-error-code", out var fromHeader))
        {
            code = fromHeader;
        }

        data = null;
        error = code is null ? null : new ResponseError(code, message ?? response.ReasonPhrase);
        return error is not null;
    }

    private static (string Code, string Message) FromBody(Response response)
    {
        if (response.ContentStream is not MemoryStream || response.Headers.ContentType?.Contains("xml", StringComparison.Ordinal) != true)
        {
            return default;
        }

        string code = null;
        string message = null;
        var xml = new XmlScanner(response.Content.ToMemory().Span);
        try
        {
            while (xml.Read())
            {
                if (xml.IsStart("Code"u8))
                {
                    code = Encoding.UTF8.GetString(xml.ReadContent());
                }
                else if (xml.IsStart("Message"u8))
                {
                    message = Encoding.UTF8.GetString(xml.ReadContent());
                }
            }
        }
        catch (FormatException)
        {
            // A proxy's error page: the status says enough.
        }

        return (code, message);
    }
}
