using System.Collections.Concurrent;
using Azure.Core;
using Azure.Core.Pipeline;

namespace SupportPipeline.AzureSdk.Tests.Pipeline;

/// <summary>The real transport, except that a test may answer in its place or change what came back.</summary>
internal sealed class InterceptingTransport : HttpPipelineTransport
{
    private readonly HttpClientTransport _inner = new();

    /// <summary>Sees each request and answers in place of the service; null lets it through.</summary>
    public Func<Request, CannedResponse?> Answer { get; set; } = _ => null;

    /// <summary>Sees each answer of the service.</summary>
    public Action<HttpMessage> Received { get; init; } = _ => { };

    /// <summary>The requests so far: method and address.</summary>
    public ConcurrentQueue<string> Requests { get; } = [];

    public override Request CreateRequest() => _inner.CreateRequest();

    public override void Process(HttpMessage message) => throw new NotSupportedException("The clients are asynchronous.");

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        Requests.Enqueue($"{message.Request.Method} {message.Request.Uri.ToUri().PathAndQuery}");
        if (Answer(message.Request) is { } answer)
        {
            answer.ClientRequestId = message.Request.ClientRequestId;
            message.Response = answer;
            return;
        }

        await _inner.ProcessAsync(message);
        Received(message);
    }
}
