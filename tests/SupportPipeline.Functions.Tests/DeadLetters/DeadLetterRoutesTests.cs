using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using SupportPipeline.Testing;

namespace SupportPipeline.DeadLetters;

/// <summary>Who may ask, and what is refused before anything is looked at: there is no storage behind these tests.</summary>
public sealed class DeadLetterRoutesTests
{
    private const string Id = "inbound-messages.0123456789012345678-0123456789ab";

    [Theory]
    [InlineData("list")]
    [InlineData("read")]
    [InlineData("replay")]
    [InlineData("replay many")]
    [InlineData("discard")]
    public async Task Nobody_gets_in_without_the_role(string route)
    {
        Assert.Equal((401, "not-signed-in"), await AskAsync(route, principal: null));
        Assert.Equal((403, "role-missing"), await AskAsync(route, Principal("Marketing")));
        Assert.Equal((401, "not-signed-in"), await AskAsync(route, "no base64"));

        // Made up by the caller: with platform authentication off nothing checks the header.
        Assert.Equal((401, "not-signed-in"), await AskAsync(route, Principal("Admin"), isAuthenticationOn: false));
    }

    [Theory]
    [InlineData("?limit=0", "limit-invalid")]
    [InlineData("?limit=201", "limit-invalid")]
    [InlineData("?limit=many", "limit-invalid")]
    [InlineData("?queue=elsewhere", "queue-unknown")]
    [InlineData("?state=gone", "state-unknown")]
    [InlineData("?cursor=x", "cursor-invalid")]
    [InlineData("?cursor=elsewhere.0123456789012345678-0123456789ab", "cursor-invalid")]
    public async Task A_list_that_cannot_be_is_refused(string query, string reason) =>
        Assert.Equal((400, reason), await AskAsync("list", Principal("Agent"), query: query));

    [Theory]
    [InlineData("replay many", "{", 400, "body-invalid")]
    [InlineData("replay many", "{}", 400, "body-invalid")]
    [InlineData("replay many", """{"ids":[],"queue":"inbound-messages"}""", 400, "body-invalid")]
    [InlineData("replay many", """{"reason":"unknown"}""", 400, "body-invalid")]
    [InlineData("replay many", """{"queue":"elsewhere"}""", 400, "queue-unknown")]
    [InlineData("replay many", """{"queue":"inbound-messages","limit":501}""", 400, "limit-invalid")]
    [InlineData("replay many", """{"ids":["x"]}""", 404, "dead-letter-not-found")]
    [InlineData("discard", "{}", 400, "reason-missing")]
    [InlineData("discard", """{"reason":" "}""", 400, "reason-missing")]
    public async Task A_body_that_cannot_be_is_refused(string route, string body, int status, string reason) =>
        Assert.Equal((status, reason), await AskAsync(route, Principal("Admin"), body: body));

    [Theory]
    [InlineData("read")]
    [InlineData("replay")]
    [InlineData("discard")]
    public async Task An_id_that_is_none_is_not_found(string route) =>
        Assert.Equal(
            (404, "dead-letter-not-found"),
            await AskAsync(route, Principal("Agent"), body: """{"reason":"no"}""", id: "inbound-messages.' or 1 eq 1")
        );

    private static async Task<(int?, string?)> AskAsync(
        string route,
        string? principal,
        bool isAuthenticationOn = true,
        string query = "",
        string body = "",
        string id = Id
    )
    {
        await using var services = Pipeline.Create(settings: ("WEBSITE_AUTH_ENABLED", isAuthenticationOn ? "True" : "False"));
        var desk = services.GetRequiredService<DeadLetterDesk>();
        var request = new DefaultHttpContext().Request;
        request.QueryString = new(query);
        request.Body = new MemoryStream(Encoding.UTF8.GetBytes(body));
        request.Headers["X-MS-CLIENT-PRINCIPAL"] = principal;
        var answer = await (
            route switch
            {
                "list" => new ListDeadLetters(desk).RunAsync(request, CancellationToken.None),
                "read" => new ReadDeadLetter(desk).RunAsync(request, id, CancellationToken.None),
                "replay" => new ReplayDeadLetter(desk).RunAsync(request, id, CancellationToken.None),
                "replay many" => new ReplayDeadLetters(desk).RunAsync(request, CancellationToken.None),
                _ => new DiscardDeadLetter(desk).RunAsync(request, id, CancellationToken.None),
            }
        );
        var problem = Assert.IsType<ProblemHttpResult>(answer);
        return (problem.StatusCode, (string?)problem.ProblemDetails.Extensions["reason"]);
    }

    private static string Principal(string role) =>
        Convert.ToBase64String(
            Encoding.UTF8.GetBytes($$"""{"auth_typ":"aad","claims":[{"typ":"roles","val":"{{role}}"}],"role_typ":"roles"}""")
        );
}
