using System.Net;
using System.Text;
using System.Text.Json;

namespace SupportPipeline.LocalHost.Tests.Hosting;

public sealed class HttpFunctionTests : IAsyncLifetime
{
    private SampleHost _host = null!;

    public async Task InitializeAsync() => _host = await SampleHost.StartAsync(typeof(HttpSample));

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Gives_parts_of_the_address_to_parameters_of_their_name() =>
        Assert.Equal("hi hi!", await _host.Http.GetStringAsync("api/greet/hi/2?end=!"));

    [Fact]
    public async Task Knows_only_the_declared_methods()
    {
        using var head = new HttpRequestMessage(HttpMethod.Head, "api/greet/hi/2");
        using var answer = await _host.Http.SendAsync(head);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
    }

    [Fact]
    public async Task Answers_a_failure_with_problem_details_that_do_not_quote_it()
    {
        using var answer = await _host.Http.GetAsync("api/Break");
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.DoesNotContain("bob", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_without_a_sign_in_is_a_developer_with_every_role_whatever_it_claims()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/Keyed");
        request.Headers.Add("X-MS-CLIENT-PRINCIPAL", "forged");
        using var answer = await _host.Http.SendAsync(request);
        Assert.Equal(["Agent", "Marketing", "OnCall", "Approver", "Admin"], Roles(await answer.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task A_sign_in_chooses_one_role()
    {
        using var signIn = await _host.Http.GetAsync("local/sign-in?role=on-call");
        Assert.Equal(HttpStatusCode.OK, signIn.StatusCode);
        using var answer = await _host.Http.PostAsync("api/Keyed", null);
        Assert.Equal(["OnCall"], Roles(await answer.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task Faults_that_make_no_sense_are_refused()
    {
        foreach (
            var body in (string[])
                ["", "[]", """{"target":"mail","status":500}""", """{"target":"storage","status":429,"dropAnswer":true}"""]
        )
        {
            using var content = new StringContent(body, Encoding.UTF8, "application/json");
            using var answer = await _host.Http.PostAsync("local/faults", content);
            Assert.Equal(
                (HttpStatusCode.BadRequest, "application/problem+json"),
                (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType)
            );
        }
    }

    [Fact]
    public async Task Health_says_ready_and_idle() =>
        Assert.Equal("""{"ready":true,"idle":true,"queues":{},"poison":{}}""", await _host.Http.GetStringAsync("local/health"));

    internal static IEnumerable<string?> Roles(string principal)
    {
        using var document = JsonDocument.Parse(Convert.FromBase64String(principal));
        return
        [
            .. document
                .RootElement.GetProperty("claims")
                .EnumerateArray()
                .Where(claim => claim.GetProperty("typ").ValueEquals("roles"))
                .Select(claim => claim.GetProperty("val").GetString()),
        ];
    }
}
