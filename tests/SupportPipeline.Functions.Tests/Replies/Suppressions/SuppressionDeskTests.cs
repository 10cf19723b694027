using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using SupportPipeline.AzureSdk.Tests;
using SupportPipeline.Platform;
using SupportPipeline.Testing;

namespace SupportPipeline.Replies.Suppressions;

[Collection("Azurite")]
public sealed class SuppressionDeskTests(AzuriteFixture azurite)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Nobody_gets_in_without_the_role(bool lifts)
    {
        Assert.Equal((401, "not-signed-in"), await AskAsync(lifts, null));
        Assert.Equal((403, "role-missing"), await AskAsync(lifts, Principal("OnCall")));

        // Made up by the caller: with platform authentication off nothing checks the header.
        Assert.Equal((401, "not-signed-in"), await AskAsync(lifts, Principal("Admin"), isAuthenticationOn: false));
    }

    [Theory]
    [InlineData("?limit=0", "limit-invalid")]
    [InlineData("?limit=201", "limit-invalid")]
    [InlineData("?cursor=x", "cursor-invalid")]
    [InlineData("?cursor=' or RowKey gt '00000000000000000", "cursor-invalid")]
    public async Task A_list_that_cannot_be_is_refused(string query, string reason) =>
        Assert.Equal((400, reason), await AskAsync(false, Principal("Agent"), query: query));

    [Fact]
    public async Task An_agent_lifts_a_suppression_once()
    {
        await using var services = Create(true);
        await services.GetRequiredService<StorageProvisioner>().EnsureCreatedAsync(CancellationToken.None);
        var address = Emails.Address($"{Ids.Next()}@customer.example");
        var list = services.GetRequiredService<SuppressionList>();
        await list.AddAsync(address, new() { Code = "reported-as-spam", At = Ids.Time }, CancellationToken.None);

        Assert.Equal((204, null), await AskAsync(services, true, Principal("Agent"), "", address.Hash));
        Assert.Equal((404, "suppression-not-found"), await AskAsync(services, true, Principal("Agent"), "", address.Hash));
        Assert.Equal((404, "suppression-not-found"), await AskAsync(services, true, Principal("Agent"), "", "x"));

        Assert.Null(await list.FindAsync(address, Ids.Time, CancellationToken.None));
    }

    private async Task<(int?, string?)> AskAsync(bool lifts, string? principal, bool isAuthenticationOn = true, string query = "")
    {
        await using var services = Create(isAuthenticationOn);
        return await AskAsync(services, lifts, principal, query, new string('0', 32));
    }

    private static async Task<(int?, string?)> AskAsync(ServiceProvider services, bool lifts, string? principal, string query, string id)
    {
        var desk = services.GetRequiredService<SuppressionDesk>();
        var request = new DefaultHttpContext().Request;
        request.QueryString = new(query);
        request.Headers["X-MS-CLIENT-PRINCIPAL"] = principal;
        var answer = lifts
            ? await new LiftSuppression(desk).RunAsync(request, id, CancellationToken.None)
            : await new ListSuppressions(desk).RunAsync(request, CancellationToken.None);
        return (
            ((IStatusCodeHttpResult)answer).StatusCode,
            answer is ProblemHttpResult problem ? (string?)problem.ProblemDetails.Extensions["reason"] : null
        );
    }

    private ServiceProvider Create(bool isAuthenticationOn) =>
        Pipeline.Create(azurite.ConnectionString, settings: ("WEBSITE_AUTH_ENABLED", isAuthenticationOn ? "True" : "False"));

    private static string Principal(string role) =>
        Convert.ToBase64String(
            Encoding.UTF8.GetBytes($$"""{"auth_typ":"aad","claims":[{"typ":"roles","val":"{{role}}"}],"role_typ":"roles"}""")
        );
}
