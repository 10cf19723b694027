using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Options;

namespace SupportPipeline.Social.Alerts;

public sealed class WebhookAddressTests
{
    [Theory]
    [InlineData("https://hooks.example.com/services/T0/B0/x", null)]
    [InlineData("https://8.8.8.8/x", null)]
    [InlineData("http://hooks.example.com/x", "must be https on port 443")]
    [InlineData("https://hooks.example.com:8443/x", "must be https on port 443")]
    [InlineData("ftp://hooks.example.com/x", "must be https on port 443")]
    [InlineData("https://user:secret@hooks.example.com/x", "must not hold a user name or password")]
    [InlineData("https://localhost/x", "must not lead into our own network")]
    [InlineData("https://127.0.0.1/x", "must not lead into our own network")]
    [InlineData("https://0x7f.1/x", "must not lead into our own network")]
    [InlineData("https://2130706433/x", "must not lead into our own network")]
    [InlineData("https://10.1.2.3/x", "must not lead into our own network")]
    [InlineData("https://169.254.169.254/metadata", "must not lead into our own network")]
    [InlineData("https://[::1]/x", "must not lead into our own network")]
    [InlineData("https://[::ffff:10.0.0.1]/x", "must not lead into our own network")]
    [InlineData("https://[fd00::1]/x", "must not lead into our own network")]
    [InlineData("hooks.example.com/x", "is not an address")]
    [InlineData("", "is not an address")]
    public void An_address_must_be_public_and_encrypted(string text, string? expected) =>
        Assert.Equal(expected, WebhookAddress.Check(text, [], allowLoopback: false, out _));

    [Fact]
    public void Hosts_can_be_limited()
    {
        Assert.Null(WebhookAddress.Check("https://hooks.example.com/x", ["HOOKS.example.com"], false, out var address));
        Assert.Equal("hooks.example.com", address!.Host);
        Assert.Equal(
            "is on a host that is not allowed",
            WebhookAddress.Check("https://hooks.example.org/x", ["hooks.example.com"], false, out _)
        );
    }

    [Fact]
    public void This_machine_is_allowed_only_when_that_is_said()
    {
        Assert.Null(WebhookAddress.Check("http://127.0.0.1:7071/local/webhooks", [], true, out _));
        Assert.Equal("must be https on port 443", WebhookAddress.Check("http://10.0.0.1:7071/x", [], true, out _));
    }

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("2606:4700::1111", true)]
    [InlineData("0.0.0.0", false)]
    [InlineData("10.255.255.255", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("127.8.8.8", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("172.16.0.1", false)]
    [InlineData("172.32.0.1", true)]
    [InlineData("192.168.1.1", false)]
    [InlineData("192.0.2.1", false)]
    [InlineData("198.18.0.1", false)]
    [InlineData("203.0.113.9", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::", false)]
    [InlineData("::1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fc00::1", false)]
    [InlineData("ff02::1", false)]
    [InlineData("::ffff:192.168.0.1", false)]
    [InlineData("64:ff9b::a00:1", false)]
    [InlineData("2002:a00:1::", false)]
    [InlineData("2001:0:a00::1", false)]
    [InlineData("2001:db8::1", false)]
    public void Only_public_addresses_are_public(string address, bool expected) =>
        Assert.Equal(expected, WebhookAddress.IsPublic(IPAddress.Parse(address)));

    [Fact]
    public async Task A_name_that_leads_home_is_not_called()
    {
        using var sender = new WebhookSender(
            Options.Create(new AlertsOptions()),
            (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse("8.8.8.8"), IPAddress.Parse("10.0.0.1")])
        );

        var answer = await sender.PostAsync(new Uri("https://hooks.example.com/x"), "{}", CancellationToken.None);

        Assert.Equal("The name leads into our own network.", Assert.IsType<WebhookAnswer.Refused>(answer).Detail);
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", typeof(WebhookAnswer.Taken))]
    [InlineData("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1/\r\nContent-Length: 0\r\n\r\n", typeof(WebhookAnswer.Refused))]
    [InlineData("HTTP/1.1 410 Gone\r\nContent-Length: 0\r\n\r\n", typeof(WebhookAnswer.Refused))]
    [InlineData("HTTP/1.1 429 Too Many Requests\r\nRetry-After: 30\r\nContent-Length: 0\r\n\r\n", typeof(WebhookAnswer.NotThere))]
    [InlineData("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n", typeof(WebhookAnswer.NotThere))]
    [InlineData("", typeof(WebhookAnswer.Unknown))]
    public async Task An_answer_means_what_its_status_means(string response, Type expected)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var answered = AnswerAsync(listener, response);
        using var sender = new WebhookSender(Options.Create(new AlertsOptions { AllowLoopback = true }));

        var answer = await sender.PostAsync(
            new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/hook"),
            "{\"text\":\"é\"}",
            CancellationToken.None
        );

        Assert.IsType(expected, answer);
        Assert.Contains("{\"text\":\"é\"}", await answered, StringComparison.Ordinal);
    }

    private static async Task<string> AnswerAsync(TcpListener listener, string response)
    {
        using var client = await listener.AcceptTcpClientAsync();
        var stream = client.GetStream();
        var (received, buffer) = (new StringBuilder(), new byte[4_096]);
        while (!received.ToString().Contains('}', StringComparison.Ordinal))
        {
            var read = await stream.ReadAsync(buffer);
            received.Append(Encoding.UTF8.GetString(buffer, 0, read));
        }

        await stream.WriteAsync(Encoding.ASCII.GetBytes(response));
        return received.ToString();
    }
}
