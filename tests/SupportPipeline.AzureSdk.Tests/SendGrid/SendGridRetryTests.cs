using System.Net;
using SendGrid;
using SendGrid.Helpers.Mail;
using SendGrid.Helpers.Reliability;
using SupportPipeline.AzureSdk.Tests.Http;

namespace SupportPipeline.AzureSdk.Tests.SendGrid;

public sealed class SendGridRetryTests
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(1);

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task Tries_again_after_a_server_error(int status)
    {
        await using var server = await ScriptedServer.StartAsync(new(status), new(status), new(202));

        var response = await new SendGridClient(Options(server, retries: 2)).SendEmailAsync(AMessage());

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Equal(3, server.Requests.Count);
        Assert.Equal(server.Requests[0].Body, server.Requests[2].Body);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(501)]
    [InlineData(400)]
    public async Task Does_not_try_again_after_other_errors(int status)
    {
        await using var server = await ScriptedServer.StartAsync(new ScriptedAnswer(status));

        var response = await new SendGridClient(Options(server, retries: 2)).SendEmailAsync(AMessage());

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Throws_when_the_retries_are_used_up()
    {
        await using var server = await ScriptedServer.StartAsync(new(503), new(503));

        var error = await Assert.ThrowsAsync<HttpRequestException>(() =>
            new SendGridClient(Options(server, retries: 1)).SendEmailAsync(AMessage())
        );

        Assert.Equal("Http status code 'ServiceUnavailable' indicates server error", error.Message);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task Takes_a_cancellation_for_a_timeout()
    {
        using var handler = new RetryDelegatingHandler(new CancellingHandler(), new ReliabilitySettings(1, Short, Short, Short));
        using var invoker = new HttpMessageInvoker(handler, disposeHandler: false);
        using var request = new HttpRequestMessage(HttpMethod.Get, "http://127.0.0.1");

        await Assert.ThrowsAsync<TimeoutException>(() => invoker.SendAsync(request, CancellationToken.None));
    }

    [Fact]
    public async Task Ignores_the_retry_settings_with_an_injected_http_client()
    {
        await using var server = await ScriptedServer.StartAsync(new ScriptedAnswer(503));
        using var transport = new SocketsHttpHandler();
        using var http = new HttpClient(transport);

        var response = await new SendGridClient(http, Options(server, retries: 2)).SendEmailAsync(AMessage());

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Single(server.Requests);
    }

    [Fact]
    public void Does_not_retry_by_default()
    {
        var settings = new SendGridClientOptions().ReliabilitySettings;

        Assert.Equal(0, settings.MaximumNumberOfRetries);
        Assert.Equal(
            [
                HttpStatusCode.InternalServerError,
                HttpStatusCode.BadGateway,
                HttpStatusCode.ServiceUnavailable,
                HttpStatusCode.GatewayTimeout,
            ],
            settings.RetriableServerErrorStatusCodes
        );
        Assert.Throws<ArgumentNullException>(() => new SendGridClientOptions { ReliabilitySettings = null });
    }

    [Theory]
    [InlineData(-1, 1, 2, 1)]
    [InlineData(6, 1, 2, 1)]
    [InlineData(1, 3, 2, 1)]
    [InlineData(1, 1, 31, 1)]
    [InlineData(1, 1, 2, 31)]
    public void Refuses_settings_out_of_range(int retries, int minimum, int maximum, int delta)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            new ReliabilitySettings(retries, TimeSpan.FromSeconds(minimum), TimeSpan.FromSeconds(maximum), TimeSpan.FromSeconds(delta))
        );
    }

    private static SendGridClientOptions Options(ScriptedServer server, int retries) =>
        new()
        {
            ApiKey = "SG.test-key",
            Host = server.Address,
            ReliabilitySettings = new ReliabilitySettings(retries, Short, Short, Short),
        };

    private static SendGridMessage AMessage() =>
        MailHelper.CreateSingleEmail(new EmailAddress("desk@example.com"), new EmailAddress("jo@example.com"), "Hello", "Hi", null);

    private sealed class CancellingHandler : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            throw new TaskCanceledException();
    }
}
