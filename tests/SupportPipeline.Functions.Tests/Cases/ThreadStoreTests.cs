using Microsoft.Extensions.DependencyInjection;
using SupportPipeline.AzureSdk.Tests;
using SupportPipeline.Platform;
using SupportPipeline.Testing;

namespace SupportPipeline.Cases;

[Collection("Azurite")]
public sealed class ThreadStoreTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private readonly ServiceProvider _services = Pipeline.Create(azurite.ConnectionString);
    private readonly string _externalId = $"{Ids.Next()}@mail.example";

    private ThreadStore Threads => _services.GetRequiredService<ThreadStore>();

    public Task InitializeAsync() => _services.GetRequiredService<StorageProvisioner>().EnsureCreatedAsync(CancellationToken.None);

    public async Task DisposeAsync() => await _services.DisposeAsync();

    [Fact]
    public async Task The_first_claim_leads_to_its_case()
    {
        var (message, caseId) = (Ids.Next(), Ids.Next());

        Assert.IsType<ThreadClaim.First>(await ClaimAsync("support", "body", message, caseId));

        Assert.Equal(caseId, await Threads.FindAsync(_externalId, CancellationToken.None));
        Assert.Null(await Threads.FindAsync("never-seen@mail.example", CancellationToken.None));
    }

    [Fact]
    public async Task A_claim_made_again_gives_the_case_of_the_first_time()
    {
        var (message, caseId) = (Ids.Next(), Ids.Next());
        await ClaimAsync("support", "body", message, caseId);

        Assert.Equal(new ThreadClaim.Ours(caseId), await ClaimAsync("support", "body", message, Ids.Next()));
    }

    [Fact]
    public async Task The_same_mail_delivered_again_is_a_duplicate()
    {
        var (message, caseId) = (Ids.Next(), Ids.Next());
        await ClaimAsync("support", "body", message, caseId);

        Assert.Equal(
            new ThreadClaim.Duplicate(message, caseId, "duplicate-message"),
            await ClaimAsync("support", "body", Ids.Next(), Ids.Next())
        );
    }

    [Fact]
    public async Task The_same_mail_at_another_address_of_ours_is_told_apart()
    {
        var (message, caseId) = (Ids.Next(), Ids.Next());
        await ClaimAsync("support", "body", message, caseId);

        Assert.Equal(
            new ThreadClaim.Duplicate(message, caseId, "same-message-other-address"),
            await ClaimAsync("sales", "body", Ids.Next(), Ids.Next())
        );
    }

    [Fact]
    public async Task Another_mail_under_the_same_message_id_is_not_lost_as_a_duplicate()
    {
        await ClaimAsync("support", "body", Ids.Next(), Ids.Next());
        var second = Ids.Next();

        Assert.IsType<ThreadClaim.First>(await ClaimAsync("support", "other", second, second));
        Assert.Equal(new ThreadClaim.Ours(second), await ClaimAsync("support", "other", second, second));
    }

    [Fact]
    public async Task Of_many_at_once_exactly_one_is_first()
    {
        var claims = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => ClaimAsync("support", "body", Ids.Next(), Ids.Next())));

        Assert.Single(claims, claim => claim is ThreadClaim.First);
        Assert.Equal(19, claims.Count(claim => claim is ThreadClaim.Duplicate));
    }

    private Task<ThreadClaim> ClaimAsync(string recipient, string fingerprint, TimeOrderedId message, TimeOrderedId caseId) =>
        Threads.ClaimAsync(new(_externalId, recipient, fingerprint), message, caseId, CancellationToken.None);
}
