using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Configuration;

namespace SupportPipeline.Platform;

public sealed class StaffPrincipalTests
{
    [Fact]
    public void Lets_in_who_has_the_role() => Assert.Null(Refuse("True", Principal("roles", "Agent"), StaffRole.Agent));

    [Fact]
    public void An_admin_has_every_role() => Assert.Null(Refuse("true", Principal("roles", "Admin"), StaffRole.Agent));

    [Fact]
    public void Reads_roles_of_the_type_the_principal_names() =>
        Assert.Null(Refuse("true", Principal("http://schemas.microsoft.com/ws/2008/06/identity/claims/role", "Agent"), StaffRole.Agent));

    [Fact]
    public void Another_role_is_403() => Assert.Equal(403, Refuse("true", Principal("roles", "Marketing"), StaffRole.Agent));

    [Theory]
    [InlineData(null)]
    [InlineData("false")]
    [InlineData("1")]
    public void A_header_is_not_believed_when_the_platform_does_not_authenticate(string? enabled) =>
        Assert.Equal(401, Refuse(enabled, Principal("roles", "Agent"), StaffRole.Agent));

    [Theory]
    [InlineData("")]
    [InlineData("%%%")]
    [InlineData("bm90IGpzb24=")]
    [InlineData("e30=")]
    [InlineData("eyJjbGFpbXMiOjF9")]
    public void Garbage_is_401(string header) => Assert.Equal(401, Refuse("true", header, StaffRole.Agent));

    [Fact]
    public void A_claim_of_another_type_gives_no_role() => Assert.Equal(403, Refuse("true", Principal("name", "Agent"), StaffRole.Agent));

    private static string Principal(string type, string value)
    {
        var json =
            $$"""{"auth_typ":"aad","name_typ":"name","role_typ":"http://schemas.microsoft.com/ws/2008/06/identity/claims/role","claims":[{"typ":"{{type}}","val":"{{value}}"}]}""";
        return Convert.ToBase64String(Encoding.UTF8.GetBytes(json)).TrimEnd('=');
    }

    private static int? Refuse(string? enabled, string header, StaffRole role)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal) { ["WEBSITE_AUTH_ENABLED"] = enabled })
            .Build();
        var context = new DefaultHttpContext();
        context.Request.Headers["X-MS-CLIENT-PRINCIPAL"] = header;
        return (new StaffPrincipal(configuration).Refuse(context.Request, role) as ProblemHttpResult)?.StatusCode;
    }
}
