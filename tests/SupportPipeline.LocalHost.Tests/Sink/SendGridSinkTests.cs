using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using SupportPipeline.LocalHost.Faults;
using SupportPipeline.LocalHost.Sink;

namespace SupportPipeline.LocalHost.Tests.Sink;

public sealed class SendGridSinkTests
{
    [Fact]
    public async Task Answers_202_with_a_message_id_and_no_body()
    {
        await using var server = await SinkServer.StartAsync();

        using var response = await server.SendAsync(MailRequest.Valid().ToJsonString());

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Equal(string.Empty, await response.Content.ReadAsStringAsync());
        Assert.Equal(Assert.Single(server.Mails.Mails()).MessageId, Assert.Single(response.Headers.GetValues("X-Message-Id")));
    }

    [Fact]
    public async Task Keeps_one_mail_for_each_recipient_of_each_personalization()
    {
        await using var server = await SinkServer.StartAsync();
        var request = MailRequest.With("headers", """{"auto-submitted":"auto-generated","X-Desk":"1"}""");
        MailRequest.Set(request, "custom_args", """{"sp_kind":"ack","sp_case":"0"}""");
        MailRequest.Set(request, "reply_to", """{"email":"case-1@desk.example","name":"Desk"}""");
        MailRequest.Set(
            request,
            "personalizations",
            """
            [
              { "to": [{"email":"a@customer.example"},{"email":"b@customer.example"}], "cc": [{"email":"c@customer.example"}],
                "headers": {"Auto-Submitted":"auto-replied"}, "custom_args": {"sp_case":"1"} },
              { "to": [{"email":"d@customer.example"}], "subject": "Yours" }
            ]
            """
        );

        using var response = await server.SendAsync(request.ToJsonString());

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        var mails = server.Mails.Mails();
        Assert.Equal(
            ["a@customer.example to", "b@customer.example to", "c@customer.example cc", "d@customer.example to"],
            mails.Select(mail => $"{mail.To} {mail.Kind}")
        );
        Assert.Equal("auto-replied", mails[0].Headers["Auto-Submitted"]);
        Assert.Equal("auto-generated", mails[3].Headers["auto-submitted"]);
        Assert.Equal("Support <support@desk.example>", mails[0].Headers["From"]);
        Assert.Equal("Desk <case-1@desk.example>", mails[0].Headers["Reply-To"]);
        Assert.Equal(["ack", "1"], [mails[0].CustomArgs["sp_kind"], mails[0].CustomArgs["sp_case"]]);
        Assert.Equal("0", mails[3].CustomArgs["sp_case"]);
        Assert.Equal(["We have your message", "Yours"], [mails[0].Subject, mails[3].Subject]);
        Assert.Single(mails.Select(mail => mail.MessageId).Distinct());
    }

    [Fact]
    public async Task Refuses_the_whole_request_when_one_address_is_bad()
    {
        await using var server = await SinkServer.StartAsync();
        var request = MailRequest.With("personalizations", """[{"to":[{"email":"a@customer.example"}]},{"to":[{"email":"nobody"}]}]""");

        using var response = await server.SendAsync(request.ToJsonString());

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(
            """{"errors":[{"message":"Does not contain a valid address.","field":"personalizations.1.to.0.email","help":"http://sendgrid.com/docs/API_Reference/Web_API_v3/Mail/errors.html#message.personalizations.to"}]}""",
            await response.Content.ReadAsStringAsync()
        );
        Assert.Empty(server.Mails.Mails());
    }

    [Theory]
    [InlineData(null, "authorization required")]
    [InlineData("Basic c2VjcmV0", "The provided authorization grant is invalid, expired, or revoked")]
    public async Task Asks_for_a_bearer_key(string? authorization, string text)
    {
        await using var server = await SinkServer.StartAsync();
        using var content = new StringContent(MailRequest.Valid().ToJsonString(), Encoding.UTF8, "application/json");

        using var response = await server.SendAsync(content, authorization);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal($$"""{"errors":[{"message":"{{text}}","field":null,"help":null}]}""", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Takes_nothing_but_json()
    {
        await using var server = await SinkServer.StartAsync();
        using var content = new StringContent(MailRequest.Valid().ToJsonString(), Encoding.UTF8, "text/plain");

        using var response = await server.SendAsync(content);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        Assert.Equal(
            """{"errors":[{"message":"Content-Type should be application/json.","field":null,"help":null}]}""",
            await response.Content.ReadAsStringAsync()
        );
    }

    [Fact]
    public async Task Takes_less_than_30_megabytes()
    {
        await using var server = await SinkServer.StartAsync();
        var request = MailRequest.Valid();
        MailRequest.Set(request, "content.0.value", $"\"{new string('x', MailSendBody.MaxBytes)}\"");

        using var response = await server.SendAsync(request.ToJsonString());

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Theory]
    [InlineData("{", "Bad Request")]
    [InlineData("", "Bad Request")]
    [InlineData("[]", "Bad Request")]
    public async Task Refuses_what_is_not_a_json_object(string body, string text)
    {
        await using var server = await SinkServer.StartAsync();

        using var response = await server.SendAsync(body);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal($$"""{"errors":[{"message":"{{text}}","field":null,"help":null}]}""", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Only_checks_in_sandbox_mode()
    {
        await using var server = await SinkServer.StartAsync();

        using var response = await server.SendAsync(
            MailRequest.With("mail_settings", """{"sandbox_mode":{"enable":true}}""").ToJsonString()
        );

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(server.Mails.Mails());
    }

    [Fact]
    public async Task Unpacks_gzip()
    {
        await using var server = await SinkServer.StartAsync();
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            await gzip.WriteAsync(Encoding.UTF8.GetBytes(MailRequest.Valid().ToJsonString()));
        }

        using var content = new ByteArrayContent(packed.ToArray());
        content.Headers.ContentType = new("application/json");
        content.Headers.ContentEncoding.Add("gzip");
        using var response = await server.SendAsync(content);

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
    }

    [Fact]
    public async Task Says_when_the_rate_limit_ends()
    {
        await using var server = await SinkServer.StartAsync();
        server.Misbehave(new FaultPlan { Status = 429 });

        using var refused = await server.SendAsync(MailRequest.Valid().ToJsonString());
        using var accepted = await server.SendAsync(MailRequest.Valid().ToJsonString());

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal("0", Assert.Single(refused.Headers.GetValues("X-RateLimit-Remaining")));
        Assert.Equal("600", Assert.Single(refused.Headers.GetValues("X-RateLimit-Limit")));
        Assert.Equal($"{SinkServer.Now.ToUnixTimeSeconds() + 1}", Assert.Single(refused.Headers.GetValues("X-RateLimit-Reset")));
        Assert.Equal(
            """{"errors":[{"message":"too many requests","field":null,"help":null}]}""",
            await refused.Content.ReadAsStringAsync()
        );
        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        Assert.Single(server.Mails.Mails());
    }

    [Fact]
    public async Task Keeps_the_mail_and_cuts_the_connection_when_the_answer_is_dropped()
    {
        await using var server = await SinkServer.StartAsync();
        server.Misbehave(new FaultPlan { DropAnswer = true });

        await Assert.ThrowsAsync<HttpRequestException>(() => server.SendAsync(MailRequest.Valid().ToJsonString()));

        Assert.Single(server.Mails.Mails());
    }

    [Fact]
    public async Task Lists_the_mails_to_one_address_in_any_case()
    {
        await using var server = await SinkServer.StartAsync();
        using var first = await server.SendAsync(MailRequest.With("subject", "\"您好\"").ToJsonString());
        using var second = await server.SendAsync(
            MailRequest.With("personalizations.0.to.0.email", "\"b@customer.example\"").ToJsonString()
        );

        var all = JsonNode.Parse(await server.Client.GetStringAsync("/local/outbox"))!.AsArray();
        var hers = JsonNode.Parse(await server.Client.GetStringAsync("/local/outbox?to=ANNA@customer.EXAMPLE"))!.AsArray();

        Assert.Equal(2, all.Count);
        var mail = Assert.Single(hers)!;
        Assert.Equal("anna@customer.example", (string?)mail["to"]);
        Assert.Equal("您好", (string?)mail["subject"]);
        Assert.Equal("Hello", (string?)mail["text"]);
        Assert.Equal("<p>Hello</p>", (string?)mail["html"]);
        Assert.Equal("2026-08-03T09:30:00+00:00", (string?)mail["at"]);
        Assert.Equal("Support <support@desk.example>", (string?)mail["headers"]!["From"]);
        Assert.Empty(mail["customArgs"]!.AsObject());
    }
}
