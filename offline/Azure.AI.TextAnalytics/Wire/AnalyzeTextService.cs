using System.Text.Json;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.AI.TextAnalytics.Wire;

/// <summary>Sends questions through the pipeline, which authenticates, retries and honours <c>Retry-After</c>.</summary>
internal sealed class AnalyzeTextService(Uri endpoint, HttpPipelinePolicy authentication, TextAnalyticsClientOptions options)
{
    private static readonly AnalyzeTextErrors Errors = new();

    private readonly HttpPipeline pipeline = HttpPipelineBuilder.Build(options, authentication);

    public TextAnalyticsClientOptions Options { get; } = options;

    /// <summary>Asks, and reads the answer with <paramref name="read"/>.</summary>
    /// <exception cref="RequestFailedException">The whole call failed, or its answer is not readable.</exception>
    public async Task<Response<T>> AskAsync<T>(
        AnalyzeTextRequest request,
        Func<AnalyzeTextResults, T> read,
        CancellationToken cancellationToken
    )
    {
        using var message = pipeline.CreateMessage();
        message.Request.Method = RequestMethod.Post;
        message.Request.Uri.Reset(endpoint);
        message.Request.Uri.AppendPath("/language/:analyze-text", escape: false);
        message.Request.Uri.AppendQuery("api-version", Options.ApiVersion, escapeValue: true);
        if (request.IncludeStatistics)
        {
            message.Request.Uri.AppendQuery("showStats", "true", escapeValue: false);
        }

        message.Request.Headers.Add(HttpHeader.Names.Accept, "application/json");
        message.Request.Headers.Add(HttpHeader.Names.ContentType, "application/json");
        message.Request.Content = RequestContent.Create(request.ToBinaryData());
        await pipeline.SendAsync(message, cancellationToken).ConfigureAwait(false);

        var response = message.Response;
        if (response.Status != 200)
        {
            throw new RequestFailedException(response, innerException: null, Errors);
        }

        using var document = JsonDocument.Parse(response.Content.ToMemory());
        var answer = read(new AnalyzeTextResults(document.RootElement.GetProperty("results"), request.Ids));
        return Response.FromValue(answer, response);
    }
}
