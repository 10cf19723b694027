using SendGrid;
using SendGrid.Helpers.Mail;
using SupportPipeline.AzureSdk.Tests.Http;

namespace SupportPipeline.AzureSdk.Tests.SendGrid;

public sealed class SendGridRequestTests
{
    private const string Key = "SG.test-key";
    private static readonly ScriptedAnswer Accepted = new(202);

    [Fact]
    public async Task Posts_a_message_to_mail_send_with_key_and_agent()
    {
        await using var server = await ScriptedServer.StartAsync(Accepted);

        await new SendGridClient(Key, server.Address).SendEmailAsync(AMessage());

        var request = server.OnlyRequest;
        Assert.Equal("POST", request.Method);
        Assert.Equal("/v3/mail/send", request.Target);
        Assert.Equal("Bearer SG.test-key", request.Headers["Authorization"]);
        Assert.Equal("application/json", request.Headers["Accept"]);
        Assert.Equal("application/json", request.Headers["Content-Type"]);
        Assert.Equal("sendgrid/9.29.3.0 csharp", request.Headers["User-Agent"]);
        JsonAssert.SameText(
            """
            {
              "from": { "email": "desk@example.com" },
              "personalizations": [{ "to": [{ "email": "jo@example.com" }], "subject": "Hello" }],
              "content": [{ "type": "text/plain", "value": "Hi" }]
            }
            """,
            request.Body
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("/local/sendgrid")]
    [InlineData("/local/sendgrid/")]
    public async Task Keeps_the_path_of_the_host(string path)
    {
        await using var server = await ScriptedServer.StartAsync(Accepted);

        await new SendGridClient(Key, server.Address + path).SendEmailAsync(AMessage());

        Assert.Equal($"{path.TrimEnd('/')}/v3/mail/send", server.OnlyRequest.Target);
    }

    [Fact]
    public async Task Adds_the_request_headers_of_its_options()
    {
        await using var server = await ScriptedServer.StartAsync(Accepted);
        var headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["on-behalf-of"] = "subuser" };

        await new SendGridClient(Key, server.Address, headers).SendEmailAsync(AMessage());

        Assert.Equal("subuser", server.OnlyRequest.Headers["on-behalf-of"]);
    }

    [Fact]
    public async Task Writes_query_parameters_from_a_json_object_and_repeats_arrays()
    {
        await using var server = await ScriptedServer.StartAsync(new ScriptedAnswer(200, "[]"));
        var client = new SendGridClient(Key, server.Address);

        await client.RequestAsync(BaseClient.Method.GET, queryParams: """{"limit":2,"tag":["a","b"]}""", urlPath: "suppression/bounces");

        Assert.Equal("GET", server.OnlyRequest.Method);
        Assert.Equal("/v3/suppression/bounces?limit=2&tag=a&tag=b", server.OnlyRequest.Target);
        Assert.Equal("", server.OnlyRequest.Body);
    }

    [Fact]
    public async Task Uses_the_path_and_version_of_the_client_when_a_request_names_none()
    {
        await using var server = await ScriptedServer.StartAsync(new ScriptedAnswer(200, "{}"));
        var client = new SendGridClient(Key, server.Address, version: "v9", urlPath: "scopes");

        await client.RequestAsync(BaseClient.Method.DELETE);

        Assert.Equal("DELETE", server.OnlyRequest.Method);
        Assert.Equal("/v9/scopes", server.OnlyRequest.Target);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public void Wants_a_key(string? key)
    {
        var error = Assert.Throws<ArgumentNullException>(() => new SendGridClient(key));

        Assert.Equal("apiKey", error.ParamName);
    }

    [Fact]
    public void Accepts_options_without_a_key()
    {
        var client = new SendGridClient(new SendGridClientOptions());

        Assert.Equal("v3", client.Version);
        Assert.Equal("application/json", client.MediaType);
    }

    [Fact]
    public void Knows_the_hosts_of_the_regions()
    {
        Assert.Equal("https://api.sendgrid.com", new SendGridClientOptions().Host);
        Assert.Equal("https://api.eu.sendgrid.com", new SendGridClientOptions().SetDataResidency("eu").Host);
        Assert.Equal("https://api.sendgrid.com", new SendGridClientOptions().SetDataResidency("global").Host);
    }

    private static SendGridMessage AMessage() =>
        MailHelper.CreateSingleEmail(new EmailAddress("desk@example.com"), new EmailAddress("jo@example.com"), "Hello", "Hi", null);
}
