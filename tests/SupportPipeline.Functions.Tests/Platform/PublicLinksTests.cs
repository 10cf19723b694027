using Microsoft.Extensions.DependencyInjection;
using SupportPipeline.Testing;

namespace SupportPipeline.Platform;

public sealed class PublicLinksTests
{
    [Fact]
    public async Task A_token_is_read_only_for_what_it_was_made()
    {
        await using var services = Pipeline.Create();
        var links = services.GetRequiredService<PublicLinks>();

        var token = links.Sign("survey", "case", "5");

        Assert.Equal(["case", "5"], links.Read("survey", token)!);
        Assert.Null(links.Read("unsubscribe", token));
    }

    [Theory]
    [InlineData("")]
    [InlineData("case.5")]
    [InlineData("case.5.00000000000000000000000000000000")]
    [InlineData(".")]
    public async Task What_we_did_not_sign_is_not_read(string token)
    {
        await using var services = Pipeline.Create();

        Assert.Null(services.GetRequiredService<PublicLinks>().Read("survey", token));
    }

    [Fact]
    public async Task Another_key_signs_otherwise()
    {
        await using var one = Pipeline.Create();
        await using var other = Pipeline.Create(settings: ("Desk:SigningKey", "YWJjZGVmZ2hpamtsbW5vcHFyc3R1dnd4eXphYmNkZWY="));
        var token = one.GetRequiredService<PublicLinks>().Sign("survey", "case");

        Assert.Null(other.GetRequiredService<PublicLinks>().Read("survey", token));
    }
}
