using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using SupportPipeline.LocalHost.Faults;

namespace SupportPipeline.LocalHost.Language;

/// <summary>Answers <c>POST /language/:analyze-text</c> as Azure AI Language does: its limits, its errors, its JSON.</summary>
internal sealed class AnalyzeTextEndpoint(AnalyzeTextTasks tasks, FaultInjection faults)
{
    /// <summary>The largest request.</summary>
    internal const int MaxBytes = 1_000_000;
    private const string KeyHeader = "Ocp-Apim-Subscription-Key";

    private static readonly string[] s_versions = ["2022-05-01", "2023-04-01", "2024-11-01"];
    private static readonly AnalyzeTextError s_denied = new(401, "401", null, "The key is missing, or it is not the one of this resource.");

    public async Task AnswerAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var cancellationToken = context.RequestAborted;
        if (context.Request.Headers[KeyHeader] != LanguageServiceSetup.Key)
        {
            await RefuseAsync(context, s_denied);
            return;
        }

        var fault = faults.Take("language");
        if (fault?.Delay is { } delay)
        {
            // Real time: this is a slow network, which a moved clock does not hurry.
            await Task.Delay(delay, TimeProvider.System, cancellationToken);
        }

        if (fault?.Status is { } status)
        {
            await FailAsync(context, fault, status);
            return;
        }

        try
        {
            var answer = tasks.Answer(AnalyzeTextRequest.Read(await BodyAsync(context.Request, cancellationToken)));
            if (fault is { DropAnswer: true })
            {
                context.Abort();
                return;
            }

            await context.Response.WriteAsJsonAsync(answer, cancellationToken);
        }
        catch (AnalyzeTextRequest.RefusedException refused)
        {
            await RefuseAsync(context, refused.Error);
        }
    }

    private static async Task<JsonElement> BodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!s_versions.Contains(request.Query["api-version"].ToString(), StringComparer.Ordinal))
        {
            throw Refused(AnalyzeTextError.OfRequest("InvalidParameterValue", "The api-version is missing or not one of this service."));
        }

        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = MaxBytes;
        }

        try
        {
            using var body = await JsonDocument.ParseAsync(request.Body, cancellationToken: cancellationToken);
            return body.RootElement.Clone();
        }
        catch (JsonException)
        {
            throw Refused(AnalyzeTextError.OfRequest("InvalidRequestBodyFormat", "The body is not JSON."));
        }
        catch (BadHttpRequestException tooLarge) when (tooLarge.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            throw Refused(new AnalyzeTextError(413, "RequestEntityTooLarge", null, "A request has at most 1 MB."));
        }
    }

    private static AnalyzeTextRequest.RefusedException Refused(AnalyzeTextError error) => new(error);

    private static Task FailAsync(HttpContext context, Fault fault, int status)
    {
        var wait = fault.RetryAfter ?? (status == StatusCodes.Status429TooManyRequests ? TimeSpan.FromSeconds(1) : null);
        if (wait is { } seconds)
        {
            context.Response.Headers.RetryAfter = Math.Ceiling(seconds.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }

        var code = status switch
        {
            401 or 429 => status.ToString(CultureInfo.InvariantCulture),
            503 => "ServiceUnavailable",
            >= 500 => "InternalServerError",
            _ => "InvalidRequest",
        };
        return RefuseAsync(context, new AnalyzeTextError(status, code, null, "A planned fault."));
    }

    private static Task RefuseAsync(HttpContext context, AnalyzeTextError error)
    {
        context.Response.StatusCode = error.Status;
        return context.Response.WriteAsJsonAsync(new JsonObject { ["error"] = error.ToJson() }, context.RequestAborted);
    }
}
