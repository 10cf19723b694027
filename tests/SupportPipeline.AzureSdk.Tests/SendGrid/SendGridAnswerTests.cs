using System.Net;
using System.Text.Json;
using SendGrid;
using SendGrid.Helpers.Errors.Model;
using SendGrid.Helpers.Mail;
using SupportPipeline.AzureSdk.Tests.Http;

namespace SupportPipeline.AzureSdk.Tests.SendGrid;

public sealed class SendGridAnswerTests
{
    private const string BadAddress = """
        {"errors":[
          {"message":"Does not contain a valid address.","field":"personalizations.1.to","help":"https://example.com/help"},
          {"message":"The subject is required.","field":"subject","help":null}]}
        """;

    [Fact]
    public async Task Gives_the_message_id_of_an_accepted_mail()
    {
        await using var server = await ScriptedServer.StartAsync(new ScriptedAnswer(202).With("X-Message-Id", "abc.123"));

        var response = await Client(server).SendEmailAsync(AMessage());

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.True(response.IsSuccessStatusCode);
        Assert.Equal("abc.123", response.Headers.GetValues("X-Message-Id").Single());
        Assert.Equal("abc.123", response.DeserializeResponseHeaders()["X-Message-Id"]);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(413)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task Returns_an_error_answer_without_throwing_or_retrying(int status)
    {
        await using var server = await ScriptedServer.StartAsync(new ScriptedAnswer(status, BadAddress));

        var response = await Client(server).SendEmailAsync(AMessage());

        Assert.Equal(status, (int)response.StatusCode);
        Assert.False(response.IsSuccessStatusCode);
        JsonAssert.Equal(BadAddress, await response.Body.ReadAsStringAsync());
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Reads_a_body_that_can_be_indexed_dynamically()
    {
        await using var server = await ScriptedServer.StartAsync(new ScriptedAnswer(400, BadAddress));

        var response = await Client(server).SendEmailAsync(AMessage());

        var body = await response.DeserializeResponseBodyAsync();
        Assert.Equal("personalizations.1.to", (string)body["errors"][0]["field"]);
        Assert.Equal("The subject is required.", (string)body["errors"][1]["message"]);
    }

    [Fact]
    public async Task Reads_an_empty_body_as_nothing()
    {
        await using var server = await ScriptedServer.StartAsync(new ScriptedAnswer(202));

        var response = await Client(server).SendEmailAsync(AMessage());

        Assert.Null(await response.DeserializeResponseBodyAsync());
    }

    [Theory]
    [InlineData(400, typeof(BadRequestException))]
    [InlineData(401, typeof(UnauthorizedException))]
    [InlineData(403, typeof(ForbiddenException))]
    [InlineData(404, typeof(NotFoundException))]
    [InlineData(405, typeof(MethodNotAllowedException))]
    [InlineData(413, typeof(PayloadTooLargeException))]
    [InlineData(415, typeof(UnsupportedMediaTypeException))]
    [InlineData(418, typeof(RequestErrorException))]
    [InlineData(429, typeof(TooManyRequestsException))]
    [InlineData(500, typeof(ServerUnavailableException))]
    [InlineData(502, typeof(SendGridInternalException))]
    [InlineData(503, typeof(ServiceNotAvailableException))]
    public async Task Throws_the_exception_of_the_status_when_asked_to(int status, Type exception)
    {
        await using var server = await ScriptedServer.StartAsync(new ScriptedAnswer(status, BadAddress));

        var error = await Assert.ThrowsAsync(exception, () => Client(server, httpErrorAsException: true).SendEmailAsync(AMessage()));

        var said = JsonSerializer.Deserialize<SendGridErrorResponse>(error.Message)!;
        Assert.Equal(status, said.ErrorHttpStatusCode);
        Assert.Equal("Does not contain a valid address.", said.SendGridErrorMessage);
        Assert.Equal("personalizations.1.to", said.FieldWithError);
        Assert.Equal("https://example.com/help", said.HelpLink);
    }

    [Theory]
    [InlineData("<html>bad gateway</html>")]
    [InlineData("[]")]
    [InlineData("")]
    public async Task Throws_with_the_status_alone_when_the_body_is_not_an_error_document(string body)
    {
        await using var server = await ScriptedServer.StartAsync(new ScriptedAnswer(502, body));

        var error = await Assert.ThrowsAsync<SendGridInternalException>(() =>
            Client(server, httpErrorAsException: true).SendEmailAsync(AMessage())
        );

        var said = JsonSerializer.Deserialize<SendGridErrorResponse>(error.Message)!;
        Assert.Equal(502, said.ErrorHttpStatusCode);
        Assert.Equal("Bad Gateway", said.ErrorReasonPhrase);
        Assert.Null(said.SendGridErrorMessage);
    }

    private static SendGridClient Client(ScriptedServer server, bool httpErrorAsException = false) =>
        new(
            new SendGridClientOptions
            {
                ApiKey = "SG.test-key",
                Host = server.Address,
                HttpErrorAsException = httpErrorAsException,
            }
        );

    private static SendGridMessage AMessage() =>
        MailHelper.CreateSingleEmail(new EmailAddress("desk@example.com"), new EmailAddress("jo@example.com"), "Hello", "Hi", null);
}
