using Microsoft.Extensions.DependencyInjection;
using SupportPipeline.AzureSdk.Tests;
using SupportPipeline.Cases;
using SupportPipeline.Platform;
using SupportPipeline.Playbook;
using SupportPipeline.Testing;

namespace SupportPipeline.FollowUps;

[Collection("Azurite")]
public sealed class FollowUpProcessorTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private readonly ServiceProvider _services = Pipeline.Create(azurite.ConnectionString, settings: ("Cases:ViewLingerMilliseconds", "0"));
    private readonly string _team = $"team-{Ids.Next()}".ToLowerInvariant();

    public Task InitializeAsync() => _services.GetRequiredService<StorageProvisioner>().EnsureCreatedAsync(CancellationToken.None);

    public async Task DisposeAsync() => await _services.DisposeAsync();

    [Fact]
    public async Task A_follow_up_that_comes_again_after_its_process_died_brings_the_lists_up_to_date()
    {
        var escalated = Escalated();
        await _services.GetRequiredService<CaseStore>().CommitAsync(new(escalated, null, null), CancellationToken.None);
        var due = new FollowUpDue(nameof(FollowUpKind.PromiseReminder), "done-before", escalated.Id.Value, null, Ids.Time);

        var outcome = await _services.GetRequiredService<FollowUpProcessor>().ProcessAsync(due, CancellationToken.None);

        Assert.IsType<Outcome.Skipped>(outcome);
        Assert.Equal(escalated.Id.Value, Assert.Single(await ListAsync(CaseView.Open)).Id);
        Assert.Equal(escalated.Id.Value, Assert.Single(await ListAsync(CaseView.Attention)).Id);
    }

    [Fact]
    public async Task A_follow_up_swept_by_a_server_whose_clock_is_ahead_waits_for_its_time()
    {
        var due = new FollowUpDue(nameof(FollowUpKind.PromiseReminder), "soon", Ids.Next().Value, null, new FixedClock().Now.AddSeconds(1));

        var outcome = await _services.GetRequiredService<FollowUpProcessor>().ProcessAsync(due, CancellationToken.None);

        Assert.Equal(new Outcome.Deferred(TimeSpan.FromSeconds(5), FollowUpReason.NotDueYet), outcome);
    }

    private CaseSnapshot Escalated()
    {
        var id = Ids.Next();
        return new()
        {
            Id = id,
            Number = CaseNumber.FromSequence(910_000),
            Subject = "Blender stopped",
            Urgency = 2,
            Team = _team,
            Language = "en",
            CustomerName = "Mia Jones",
            CustomerAddress = "mia@example.org",
            Participants = [],
            LastMessageAt = id.CreatedAt,
            EscalatedTo = "supervisor",
        };
    }

    private async Task<IReadOnlyList<CaseListItem>> ListAsync(CaseView view) =>
        (await _services.GetRequiredService<CaseViewStore>().ListAsync(view, _team, 10, null, CancellationToken.None)).Items;
}
