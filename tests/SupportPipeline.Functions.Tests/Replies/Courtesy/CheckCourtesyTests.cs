using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SupportPipeline.Platform;
using SupportPipeline.Testing;

namespace SupportPipeline.Replies.Courtesy;

public sealed class CheckCourtesyTests
{
    /// <summary>One for all: compiling every cue file takes longer than all these requests.</summary>
    private static readonly Lazy<ServiceProvider> Services = new(() => Pipeline.Create(settings: ("WEBSITE_AUTH_ENABLED", "true")));

    private const string Good = "Hello,\\nThank you. The lamp is on its way.";

    [Fact]
    public async Task Nobody_practises_without_signing_in()
    {
        var (status, body) = await PostAsync($$"""{"text":"{{Good}}","language":"en"}""", role: null);

        Assert.Equal((401, "not-signed-in"), (status, Reason(body)));
    }

    [Fact]
    public async Task Marketing_is_not_enough()
    {
        var (status, body) = await PostAsync($$"""{"text":"{{Good}}","language":"en"}""", role: "Marketing");

        Assert.Equal((403, "role-missing"), (status, Reason(body)));
    }

    [Fact]
    public async Task A_good_answer_passes()
    {
        var (status, body) = await PostAsync($$"""{"text":"{{Good}}","language":"en"}""");

        Assert.Equal((200, """{"passes":true,"findings":[]}"""), (status, body.RootElement.GetRawText()));
    }

    [Fact]
    public async Task A_finding_says_what_where_and_what_instead()
    {
        var (status, body) = await PostAsync(
            """{"text":"Hello,\nThank you. You should have read it.","language":"en","channel":"email"}"""
        );

        Assert.Equal(200, status);
        Assert.Equal(
            """{"passes":false,"findings":[{"code":"accusation","severity":"block","offset":18,"length":20,"text":"You should have read","suggestion":"Leave out whose fault it was. Thank the customer for pointing out something confusing and give the steps that work."}]}""",
            body.RootElement.GetRawText()
        );
    }

    [Fact]
    public async Task The_scenario_the_name_and_the_channel_count()
    {
        var (_, email) = await PostAsync($$"""{"text":"{{Good}}","language":"en","scenario":"our-mistake","customerName":"Mia Jones"}""");
        var (_, note) = await PostAsync(
            $$"""{"text":"{{Good}}","language":"en","scenario":"praise","customerName":"Mia Jones","channel":"public"}"""
        );

        Assert.Equal(["missing-name", "missing-apology"], Codes(email));
        Assert.Empty(Codes(note));
    }

    [Fact]
    public async Task What_the_customer_wrote_tells_how_they_feel()
    {
        var (_, body) = await PostAsync(
            """{"text":"Hello,\nPlease restart the router. Thank you.","language":"en","customerMessage":"This is terrible, I am furious, awful service, the worst company ever!!!"}"""
        );

        Assert.Equal("negative", body.RootElement.GetProperty("customer").GetProperty("sentiment").GetString());
        Assert.Equal("en", body.RootElement.GetProperty("customer").GetProperty("language").GetString());
        Assert.Equal(["missing-empathy", "solution-first"], Codes(body));
        Assert.False(body.RootElement.GetProperty("passes").GetBoolean());
    }

    [Fact]
    public async Task Our_own_address_may_stand_anywhere()
    {
        var (_, body) = await PostAsync("""{"text":"Thank you. Write to support@desk.example.","language":"en","channel":"public"}""");

        Assert.Empty(Codes(body));
    }

    [Theory]
    [InlineData("", "text-missing")]
    [InlineData("null", "body-invalid")]
    [InlineData("[]", "body-invalid")]
    [InlineData("""{"text":"Hi","language":"en","tone":"nice"}""", "body-invalid")]
    [InlineData("""{"text":7,"language":"en"}""", "body-invalid")]
    [InlineData("""{"language":"en"}""", "text-missing")]
    [InlineData("""{"text":" ","language":"en"}""", "text-missing")]
    [InlineData("""{"text":"Hi"}""", "language-unknown")]
    [InlineData("""{"text":"Hi","language":"de"}""", "language-unknown")]
    [InlineData("""{"text":"Hi","language":"en","channel":"fax"}""", "channel-unknown")]
    [InlineData("""{"text":"Hi","language":"en","scenario":"VeryAngry"}""", "scenario-unknown")]
    public async Task What_cannot_be_read_is_refused_with_a_reason(string json, string reason)
    {
        var (status, body) = await PostAsync(json);

        Assert.Equal((400, reason), (status, Reason(body)));
    }

    [Fact]
    public async Task Long_texts_are_read_up_to_the_limit()
    {
        var most = new string('a', CourtesyPractice.MaxTextLength);
        var name = new string('n', CourtesyPractice.MaxNameLength + 1);

        Assert.Equal(200, (await PostAsync(Json(most, most))).Status);
        Assert.Equal((413, "text-too-long"), await RefusalAsync(Json(most + "a", null)));
        Assert.Equal((413, "text-too-long"), await RefusalAsync(Json("Hello", most + "a")));
        Assert.Equal((400, "name-too-long"), await RefusalAsync($$"""{"text":"Hi","language":"en","customerName":"{{name}}"}"""));
        Assert.Equal((413, "request-too-large"), await RefusalAsync(new string(' ', RequestBody.MaxBytes + 1)));
    }

    [Fact]
    public async Task Escapes_do_not_make_a_text_too_long()
    {
        var escaped = string.Concat(Enumerable.Repeat("\\u0430", CourtesyPractice.MaxTextLength));

        Assert.Equal(200, (await PostAsync($$"""{"text":"{{escaped}}","language":"ru","customerMessage":"{{escaped}}"}""")).Status);
    }

    private static string Json(string text, string? customerMessage) =>
        JsonSerializer.Serialize(
            new
            {
                text,
                language = "en",
                customerMessage,
            }
        );

    private static async Task<(int, string?)> RefusalAsync(string json)
    {
        var (status, body) = await PostAsync(json);
        return (status, Reason(body));
    }

    private static string? Reason(JsonDocument body) => body.RootElement.GetProperty("reason").GetString();

    private static IEnumerable<string?> Codes(JsonDocument body) =>
        body.RootElement.GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("code").GetString());

    private static async Task<(int Status, JsonDocument Body)> PostAsync(string json, string? role = "Agent")
    {
        var services = Services.Value;
        var context = new DefaultHttpContext { RequestServices = services };
        context.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(json));
        using var answer = new MemoryStream();
        context.Response.Body = answer;
        if (role is not null)
        {
            var principal = $$"""{"claims":[{"typ":"roles","val":"{{role}}"}]}""";
            context.Request.Headers["X-MS-CLIENT-PRINCIPAL"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(principal));
        }

        var function = ActivatorUtilities.CreateInstance<CheckCourtesy>(services);
        var result = await function.RunAsync(context.Request, CancellationToken.None);
        await result.ExecuteAsync(context);

        return (context.Response.StatusCode, JsonDocument.Parse(answer.ToArray()));
    }
}
