using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace SupportPipeline.LocalHost.Tests.Email;

public sealed class LocalEmailTests
{
    [Fact]
    public async Task Posts_a_signed_request_to_the_front_door()
    {
        await using var server = await FrontDoorServer.StartAsync();

        using var response = await PostAsync(
            server,
            """
            {"from":"Анна <anna@customer.example>","to":["support@desk.example","Ops <ops@desk.example>"],"cc":"boss@customer.example, b@customer.example",
             "subject":"订单","text":"Где заказ?","headers":{"message-id":"<7@customer.example>","X-Priority":"1"},
             "envelope":{"to":["support@desk.example"],"from":"bounce@customer.example"},
             "attachments":[{"filename":"a.txt","type":"text/plain","content":"aGVsbG8="}]}
            """
        );

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("""{"status":200,"messageId":"<7@customer.example>"}""", await response.Content.ReadAsStringAsync());
        var received = await server.First.Task;
        Assert.Equal("inbound/email", received.Route);
        Assert.True(server.IsSigned(received));
        Assert.False(server.IsSigned(received with { Body = [.. received.Body, 0] }));
        Assert.Equal("key-1", received.Headers["x-functions-key"]);
        Assert.Equal("Sendlib/1.0", received.Headers["User-Agent"]);
        Assert.Equal("multipart/form-data; boundary=xYzZY", received.Headers["Content-Type"]);
        Assert.Contains("\r\n\r\nАнна <anna@customer.example>\r\n", received.Text, StringComparison.Ordinal);
        Assert.Contains("\r\n\r\nsupport@desk.example, Ops <ops@desk.example>\r\n", received.Text, StringComparison.Ordinal);
        Assert.Contains("\r\n\r\nboss@customer.example, b@customer.example\r\n", received.Text, StringComparison.Ordinal);
        Assert.Contains("""{"to":["support@desk.example"],"from":"bounce@customer.example"}""", received.Text, StringComparison.Ordinal);
        Assert.Contains("\nmessage-id: <7@customer.example>\n", received.Text, StringComparison.Ordinal);
        Assert.Contains("\r\n\r\nhello\r\n", received.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Makes_up_the_fields_a_mail_server_would_have_added()
    {
        await using var server = await FrontDoorServer.StartAsync();

        using var response = await PostAsync(
            server,
            """{"from":"a@customer.example","to":"support@desk.example","subject":"s","text":"t"}"""
        );

        var messageId = (string)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["messageId"]!;
        Assert.Matches("^<[0-9]+\\.[0-9a-f]{16}@customer\\.example>$", messageId);
        var received = await server.First.Task;
        Assert.Contains($"\nMessage-ID: {messageId}\n", received.Text, StringComparison.Ordinal);
        Assert.Contains("\nDate: ", received.Text, StringComparison.Ordinal);
        Assert.Contains("\nMIME-Version: 1.0\n", received.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Takes_a_mail_in_its_own_format()
    {
        await using var server = await FrontDoorServer.StartAsync();
        using var content = new ByteArrayContent(
            Encoding.UTF8.GetBytes("From: a@customer.example\r\nTo: support@desk.example\r\nSubject: =?koi8-r?B?+sHLwdo=?=\r\n\r\nhi")
        );
        content.Headers.ContentType = new("message/rfc822");

        using var response = await server.Client.PostAsync("/local/email?envelopeTo=case-1@desk.example&envelopeFrom=", content);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var received = await server.First.Task;
        Assert.True(server.IsSigned(received));
        Assert.Contains("Subject: =?koi8-r?B?+sHLwdo=?=\n", received.Text, StringComparison.Ordinal);
        Assert.Contains("\"subject\":\"koi8-r\"", received.Text, StringComparison.Ordinal);
        Assert.Contains("""{"to":["case-1@desk.example"],"from":""}""", received.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(413, """{"title":"Too large"}""")]
    [InlineData(503, """{"title":"Storage is down"}""")]
    [InlineData(401, "")]
    public async Task Answers_what_the_front_door_answers(int status, string body)
    {
        await using var server = await FrontDoorServer.StartAsync();
        server.Answers.Enqueue((status, body));

        using var response = await PostAsync(
            server,
            """{"from":"a@customer.example","to":"support@desk.example","subject":"s","text":"t"}"""
        );

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(body, await response.Content.ReadAsStringAsync());
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
    }

    [Theory]
    [InlineData("""{"to":"a@b.example"}""", "from", "Is required.")]
    [InlineData("""{"from":"a@b.example"}""", "to", "Is required.")]
    [InlineData("""{"from":"a@b.example, c@d.example","to":"e@f.example"}""", "from", "Has to be one sender.")]
    [InlineData("""{"from":"nobody","to":"e@f.example"}""", "from", "'nobody' is no address.")]
    [InlineData("""{"from":"a@b.example","to":["e@f.example","x"]}""", "to", "'x' is no address.")]
    [InlineData(
        """{"from":"a@b.example","to":7}""",
        "to",
        "Has to be an address, a list of addresses with commas, or an array of addresses."
    )]
    [InlineData("""{"from":"a@b.example","to":"e@f.example","subject":1}""", "subject", "Has to be a text.")]
    [InlineData("""{"from":"a@b.example","to":"e@f.example","subject":"a\nBcc: x"}""", "subject", "Must not contain control characters.")]
    [InlineData(
        """{"from":"a@b.example","to":"e@f.example","headers":{"X":"a\r\nY: b"}}""",
        "headers.X",
        "Must not contain control characters."
    )]
    [InlineData("""{"from":"a@b.example","to":"e@f.example","headers":{"X Y":"a"}}""", "headers.X Y", "Is no name of a header field.")]
    [InlineData("""{"from":"a@b.example","to":"e@f.example","headers":[]}""", "headers", "Has to be an object of texts.")]
    [InlineData("""{"from":"a@b.example","to":"e@f.example","text":{}}""", "text", "Has to be a text.")]
    [InlineData(
        """{"from":"a@b.example","to":"e@f.example","attachments":[{"filename":"a","content":"%"}]}""",
        "attachments[0].content",
        "Has to be Base64."
    )]
    [InlineData(
        """{"from":"a@b.example","to":"e@f.example","attachments":[{"content":"YQ=="}]}""",
        "attachments[0].filename",
        "Is required."
    )]
    [InlineData("""{"from":"a@b.example","to":"e@f.example","envelope":{"from":1}}""", "envelope.from", "Has to be a text.")]
    [InlineData("[]", "body", "Has to be a JSON object.")]
    [InlineData("hello", "body", "Is neither JSON nor sent as message/rfc822.")]
    public async Task Names_the_field_that_is_wrong(string json, string field, string text)
    {
        await using var server = await FrontDoorServer.StartAsync();

        using var response = await PostAsync(server, json);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        var problem = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.Equal("This mail cannot be sent.", (string?)problem["title"]);
        var error = Assert.Single(problem["errors"]!.AsObject());
        Assert.Equal((field, text), (error.Key, (string?)Assert.Single(error.Value!.AsArray())));
        Assert.Empty(server.All);
    }

    private static Task<HttpResponseMessage> PostAsync(FrontDoorServer server, string json) =>
        server.Client.PostAsync("/local/email", new StringContent(json, Encoding.UTF8, "application/json"));
}
