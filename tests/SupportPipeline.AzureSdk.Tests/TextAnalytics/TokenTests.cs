using Azure.AI.TextAnalytics;
using Azure.Core;
using Azure.Core.Pipeline;
using SupportPipeline.AzureSdk.Tests.Http;

namespace SupportPipeline.AzureSdk.Tests.TextAnalytics;

public sealed class TokenTests
{
    [Theory]
    [InlineData(null, "https://cognitiveservices.azure.com/.default")]
    [InlineData("https://cognitiveservices.azure.us", "https://cognitiveservices.azure.us/.default")]
    public async Task Sends_a_token_for_the_audience(string? audience, string scope)
    {
        await using var server = await ScriptedServer.StartAsync(LanguageService.English("0"));
        using var handler = new WithoutTls();
        using var http = new HttpClient(handler);
        var options = new TextAnalyticsClientOptions { Transport = new HttpClientTransport(http) };
        if (audience is not null)
        {
            options.Audience = audience;
        }

        var credential = new RecordingCredential();
        var endpoint = new UriBuilder(server.Address) { Scheme = "https" }.Uri;

        await new TextAnalyticsClient(endpoint, credential, options).DetectLanguageBatchAsync(["Hello"]);

        Assert.Equal("Bearer test-token", server.OnlyRequest.Headers["Authorization"]);
        Assert.DoesNotContain("Ocp-Apim-Subscription-Key", server.OnlyRequest.Headers.Keys);
        Assert.Equal([scope], credential.Scopes);
    }

    [Fact]
    public async Task Does_not_send_a_token_without_tls()
    {
        await using var server = await ScriptedServer.StartAsync(LanguageService.English("0"));
        var client = new TextAnalyticsClient(new Uri(server.Address), new RecordingCredential());

        await Assert.ThrowsAsync<InvalidOperationException>(() => client.DetectLanguageBatchAsync(["Hello"]));

        Assert.Empty(server.Requests);
    }

    /// <summary>Lets a request for https reach the local server, which speaks http.</summary>
    private sealed class WithoutTls() : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.RequestUri = new UriBuilder(request.RequestUri!) { Scheme = "http" }.Uri;
            return base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class RecordingCredential : TokenCredential
    {
        public List<string> Scopes { get; } = [];

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Scopes.AddRange(requestContext.Scopes);
            return new AccessToken("test-token", DateTimeOffset.MaxValue);
        }

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            ValueTask.FromResult(GetToken(requestContext, cancellationToken));
    }
}
