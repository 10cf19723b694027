using Azure.Core;
using Azure.Core.Pipeline;

namespace SupportPipeline.AzureSdk.Tests.Tables;

/// <summary>Answers in place of the network and remembers what was asked.</summary>
internal sealed class AnsweringTransport(params int[] statuses) : HttpClientTransport
{
    public string Body { get; init; } = "";

    public List<string> Requests { get; } = [];

    public List<string?> Authorizations { get; } = [];

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        var status = statuses[Math.Min(Requests.Count, statuses.Length - 1)];
        Requests.Add($"{message.Request.Method} {message.Request.Uri}");
        Authorizations.Add(message.Request.Headers.TryGetValue("Authorization", out var value) ? value : null);
        using var answering = new HttpClientTransport(new Answering(status, Body));
        await answering.ProcessAsync(message);
    }

    private sealed class Answering(int status, string body) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage((System.Net.HttpStatusCode)status) { Content = new StringContent(body) });
    }
}
