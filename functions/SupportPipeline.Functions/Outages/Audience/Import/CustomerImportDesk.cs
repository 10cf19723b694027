using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using SupportPipeline.Platform;

namespace SupportPipeline.Outages.Audience.Import;

/// <summary>Answers imports of customers. On-call staff.</summary>
public sealed class CustomerImportDesk(CustomerImport import, StaffPrincipal staff)
{
    /// <summary>Imports the body.</summary>
    internal async Task<IResult> ImportAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (staff.Refuse(request, StaffRole.OnCall) is { } refusal)
        {
            return refusal;
        }

        // A million rows are more than the server takes by itself.
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = null;
        }

        if (RowsOf(request, cancellationToken) is not { } rows)
        {
            return Problems.Of(
                StatusCodes.Status415UnsupportedMediaType,
                "content-type-unsupported",
                "The body is text/csv, application/json (an array) or application/x-ndjson, in UTF-8."
            );
        }

        var complete = request.Query["complete"].ToString();
        if (complete is not ("" or "true" or "false"))
        {
            return Problems.Of(StatusCodes.Status400BadRequest, "complete-invalid", "complete is true or false.");
        }

        try
        {
            return await import.RunAsync(rows, complete == "true", cancellationToken) is { } summary
                ? Results.Ok(summary)
                : Problems.Of(
                    StatusCodes.Status409Conflict,
                    "import-running",
                    "Another import is being written. Send this one again after it."
                );
        }
        catch (ImportFormatException exception)
        {
            return Problems.Of(StatusCodes.Status400BadRequest, "import-invalid", exception.Message);
        }
    }

    private static IAsyncEnumerable<ImportRow>? RowsOf(HttpRequest request, CancellationToken cancellationToken)
    {
        if (
            !MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || (type.Charset.HasValue && !type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        )
        {
            return null;
        }

        return type.MediaType.ToString().ToLowerInvariant() switch
        {
            "text/csv" => CsvCustomers.ReadAsync(request.Body, cancellationToken),
            "application/json" => JsonCustomers.ReadArrayAsync(request.Body, cancellationToken),
            "application/x-ndjson" or "application/jsonl" or "application/json-lines" => JsonCustomers.ReadLinesAsync(
                request.Body,
                cancellationToken
            ),
            _ => null,
        };
    }
}
