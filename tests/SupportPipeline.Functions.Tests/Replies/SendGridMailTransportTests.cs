using System.Net;
using System.Text;
using SendGrid;
using SupportPipeline.Testing;

namespace SupportPipeline.Replies;

public sealed class SendGridMailTransportTests
{
    private readonly FixedClock _clock = new();

    [Theory]
    [InlineData(202, "", "Accepted sg-1")]
    [InlineData(200, "", "Accepted sg-1")]
    [InlineData(400, """{"errors":[{"message":"bad","field":"personalizations.0.to"}]}""", "Refused 400 personalizations.0.to")]
    [InlineData(400, """{"errors":[{"message":"bad","field":null,"help":{}}]}""", "Refused 400")]
    [InlineData(400, "<html>", "Refused 400")]
    [InlineData(400, "[]", "Refused 400")]
    [InlineData(413, "", "Refused 413")]
    [InlineData(415, "", "Refused 415")]
    // set up wrongly, or not read at all: later
    [InlineData(401, "", "Unavailable 401")]
    [InlineData(403, "", "Unavailable 403")]
    [InlineData(404, "", "Unavailable 404")]
    [InlineData(405, "", "Unavailable 405")]
    [InlineData(408, "", "Unavailable 408")]
    [InlineData(429, "", "Unavailable 429")]
    [InlineData(500, "", "Unavailable 500")]
    [InlineData(503, "", "Unavailable 503")]
    // a gateway gave up on what is behind it
    [InlineData(502, "", "Unknown 502")]
    [InlineData(504, "", "Unknown 504")]
    public async Task Every_status_means_one_thing(int status, string body, string expected)
    {
        var answer = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8) };
        answer.Headers.Add("X-Message-Id", "sg-1");

        Assert.Equal(expected, Describe(await SendAsync(_ => Task.FromResult(answer))));
    }

    [Theory]
    [InlineData(30, 30)]
    [InlineData(3_600, 3_600)]
    [InlineData(0, 1)]
    [InlineData(-1, null)]
    [InlineData(3_601, null)]
    [InlineData(null, null)]
    public async Task Too_many_requests_names_the_moment_to_come_back(int? secondsFromNow, int? expected)
    {
        var answer = new HttpResponseMessage(HttpStatusCode.TooManyRequests);
        if (secondsFromNow is { } seconds)
        {
            answer.Headers.Add("X-RateLimit-Reset", $"{_clock.Now.ToUnixTimeSeconds() + seconds}");
        }

        var result = Assert.IsType<SendResult.Unavailable>(await SendAsync(_ => Task.FromResult(answer)));

        Assert.Equal(expected is { } wait ? TimeSpan.FromSeconds(wait) : null, result.RetryAfter);
    }

    [Fact]
    public async Task A_moment_that_is_no_number_is_no_moment()
    {
        var answer = new HttpResponseMessage(HttpStatusCode.TooManyRequests);
        answer.Headers.Add("X-RateLimit-Reset", "soon");

        Assert.Null(Assert.IsType<SendResult.Unavailable>(await SendAsync(_ => Task.FromResult(answer))).RetryAfter);
    }

    [Theory]
    [InlineData(HttpRequestError.ConnectionError, "Unavailable ConnectionError")]
    [InlineData(HttpRequestError.NameResolutionError, "Unavailable NameResolutionError")]
    [InlineData(HttpRequestError.SecureConnectionError, "Unavailable SecureConnectionError")]
    [InlineData(HttpRequestError.ProxyTunnelError, "Unavailable ProxyTunnelError")]
    [InlineData(HttpRequestError.ResponseEnded, "Unknown ResponseEnded")]
    [InlineData(HttpRequestError.InvalidResponse, "Unknown InvalidResponse")]
    [InlineData(HttpRequestError.Unknown, "Unknown Unknown")]
    public async Task What_went_wrong_on_the_way_says_whether_it_can_have_arrived(HttpRequestError error, string expected) =>
        Assert.Equal(expected, Describe(await SendAsync(_ => throw new HttpRequestException(error))));

    [Fact]
    public async Task No_answer_in_time_is_unknown()
    {
        Assert.Equal("Unknown timeout", Describe(await SendAsync(_ => throw new TaskCanceledException())));
        Assert.Equal("Unknown timeout", Describe(await SendAsync(_ => throw new IOException())));
    }

    [Fact]
    public async Task Stopped_before_it_was_asked_it_is_not_asked()
    {
        using var stopped = new CancellationTokenSource();
        await stopped.CancelAsync();

        await Assert.ThrowsAsync<OperationCanceledException>(() =>
            SendAsync(_ => throw new InvalidOperationException("Asked."), stopped.Token)
        );
    }

    private async Task<SendResult> SendAsync(
        Func<HttpRequestMessage, Task<HttpResponseMessage>> answer,
        CancellationToken cancellationToken = default
    )
    {
        using var http = new HttpClient(new Answering(answer));
        var client = new SendGridClient(http, new SendGridClientOptions { ApiKey = "SG.test", Host = "http://127.0.0.1" });
        return await new SendGridMailTransport(client, _clock).SendAsync(Mail(), cancellationToken);
    }

    private static string Describe(SendResult result) =>
        result switch
        {
            SendResult.Accepted accepted => $"Accepted {accepted.ProviderMessageId}",
            SendResult.Refused refused => $"Refused {refused.Detail}",
            SendResult.Unavailable unavailable => $"Unavailable {unavailable.Detail}",
            SendResult.Unknown unknown => $"Unknown {unknown.Detail}",
            _ => "",
        };

    private static OutgoingMail Mail() =>
        new()
        {
            To = Emails.Address("mia@customer.example"),
            ToName = "Jones, Mia; private",
            From = Emails.Address("support@desk.example"),
            FromName = "Example Support",
            ReplyTo = Emails.Address("support@desk.example"),
            Subject = "Re: Blender",
            Text = "Hello",
            Html = "<p>Hello</p>",
            Headers = new Dictionary<string, string>(StringComparer.Ordinal),
            CustomArgs = new Dictionary<string, string>(StringComparer.Ordinal),
        };

    private sealed class Answering(Func<HttpRequestMessage, Task<HttpResponseMessage>> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            answer(request);
    }
}
