using Microsoft.Extensions.DependencyInjection;
using SupportPipeline.AzureSdk.Tests;
using SupportPipeline.Platform;
using SupportPipeline.Testing;

namespace SupportPipeline.Cases;

[Collection("Azurite")]
public sealed class CaseViewStoreTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private static long _numbers = 700_000;

    private readonly ServiceProvider _services = Pipeline.Create(azurite.ConnectionString, settings: ("Cases:ViewLingerMilliseconds", "0"));
    private readonly string _team = $"team-{Ids.Next()}".ToLowerInvariant();

    private CaseViewStore Views => _services.GetRequiredService<CaseViewStore>();

    public Task InitializeAsync() => _services.GetRequiredService<StorageProvisioner>().EnsureCreatedAsync(CancellationToken.None);

    public async Task DisposeAsync() => await _services.DisposeAsync();

    [Fact]
    public async Task The_most_urgent_case_stands_first_and_among_equals_the_newest()
    {
        var (old, middle, young) = (Opened(3, minutes: 0), Opened(2, minutes: 1), Opened(3, minutes: 2));
        foreach (var opened in new[] { old, middle, young })
        {
            await UpdateAsync(opened, null);
        }

        Assert.Equal([(2, middle.Id.Value), (3, young.Id.Value), (3, old.Id.Value)], await ListAsync());
    }

    [Fact]
    public async Task A_case_that_gets_more_urgent_moves_and_stands_in_the_list_once()
    {
        var (first, second) = (Opened(3, minutes: 0), Opened(2, minutes: 1));
        await UpdateAsync(first, null);
        await UpdateAsync(second, null);

        await UpdateAsync(first with { Urgency = 1, MessageCount = 2 }, first);

        Assert.Equal([(1, first.Id.Value), (2, second.Id.Value)], await ListAsync());
    }

    [Fact]
    public async Task A_case_that_stays_as_urgent_stays_in_its_place()
    {
        var opened = Opened(3, minutes: 0);
        await UpdateAsync(opened, null);

        await UpdateAsync(opened with { MessageCount = 2 }, opened);

        var (items, _) = await Views.ListAsync(CaseView.Open, _team, 10, null, CancellationToken.None);
        Assert.Equal(2, Assert.Single(items).MessageCount);
    }

    [Fact]
    public async Task A_closed_case_leaves_the_list_and_comes_back_when_it_is_open_again()
    {
        var opened = Opened(3, minutes: 0);
        var closed = opened with { State = CaseState.Closed };
        await UpdateAsync(opened, null);

        await UpdateAsync(closed, opened);
        Assert.Empty(await ListAsync());

        await UpdateAsync(closed, closed);
        Assert.Empty(await ListAsync());

        await UpdateAsync(opened with { Urgency = 2 }, closed);
        Assert.Equal([(2, opened.Id.Value)], await ListAsync());
    }

    [Fact]
    public async Task A_solved_case_stays_in_the_list_until_the_customer_says_so()
    {
        var opened = Opened(3, minutes: 0);
        await UpdateAsync(opened, null);

        await UpdateAsync(opened with { State = CaseState.Solved }, opened);

        var (items, _) = await Views.ListAsync(CaseView.Open, _team, 10, null, CancellationToken.None);
        Assert.Equal("solved", Assert.Single(items).State);
    }

    [Fact]
    public async Task A_closed_case_is_still_found_by_its_number()
    {
        var opened = Opened(3, minutes: 0);
        await UpdateAsync(opened, null);
        await UpdateAsync(opened with { State = CaseState.Closed }, opened);

        Assert.Equal(opened.Id, await Views.FindByNumberAsync(opened.Number, CancellationToken.None));
    }

    [Fact]
    public async Task Rows_that_are_written_late_give_way_to_those_of_a_later_change()
    {
        var first = Opened(3, minutes: 0);
        await UpdateAsync(first, null);
        var second = await ChangeAsync(first, first with { Urgency = 2, MessageCount = 2 });
        var third = await ChangeAsync(second, second with { Urgency = 1, MessageCount = 3 });
        await UpdateAsync(third, second);

        await UpdateAsync(second, first);

        var (items, _) = await Views.ListAsync(CaseView.Open, _team, 10, null, CancellationToken.None);
        Assert.Equal([(1, 3)], items.Select(item => (item.Urgency, item.MessageCount)));
    }

    [Fact]
    public async Task Repairing_takes_away_rows_of_which_nobody_knows_any_more()
    {
        var first = Opened(3, minutes: 0);
        await UpdateAsync(first, null);
        var second = await ChangeAsync(first, first with { Urgency = 1 });

        await Views.RepairAsync(second, second.Version, CancellationToken.None);

        Assert.Equal([(1, first.Id.Value)], await ListAsync());
        Assert.Equal(first.Id, await Views.FindByNumberAsync(first.Number, CancellationToken.None));
    }

    [Fact]
    public async Task Rows_of_an_opening_that_died_behind_a_later_change_go_when_it_comes_again()
    {
        var first = Opened(3, minutes: 0);
        await UpdateAsync(first, null);
        var second = await ChangeAsync(first, first with { Urgency = 1 });
        await UpdateAsync(second, null);
        Assert.Equal([(1, first.Id.Value), (3, first.Id.Value)], await ListAsync());

        await Views.RepairAsync(second, madeVersion: 1, CancellationToken.None);

        Assert.Equal([(1, first.Id.Value)], await ListAsync());
    }

    [Fact]
    public async Task A_case_that_was_joined_before_its_opening_was_listed_gets_its_number_all_the_same()
    {
        var first = Opened(3, minutes: 0);
        var second = await ChangeAsync(first, first with { MessageCount = 2 });
        await UpdateAsync(second, first);
        Assert.Null(await Views.FindByNumberAsync(first.Number, CancellationToken.None));

        await Views.RepairAsync(second, second.Version, CancellationToken.None);

        Assert.Equal(first.Id, await Views.FindByNumberAsync(first.Number, CancellationToken.None));
    }

    [Fact]
    public async Task An_opening_that_is_listed_late_shows_what_joined_it_meanwhile()
    {
        var first = Opened(3, minutes: 0);
        var second = await ChangeAsync(first, first with { MessageCount = 2, Urgency = 1 });
        await UpdateAsync(second, first);

        await UpdateAsync(first, null);

        Assert.Equal([(1, first.Id.Value)], await ListAsync());
        var (items, _) = await Views.ListAsync(CaseView.Open, _team, 10, null, CancellationToken.None);
        Assert.Equal(2, Assert.Single(items).MessageCount);
    }

    /// <summary>Stores a change of a case, which is opened first when it is not there yet.</summary>
    private async Task<CaseSnapshot> ChangeAsync(CaseSnapshot before, CaseSnapshot after)
    {
        var cases = _services.GetRequiredService<CaseStore>();
        if (await cases.LoadAsync(before.Id, CancellationToken.None) is null)
        {
            await cases.CommitAsync(new(before, null, null), CancellationToken.None);
        }

        var stored = await cases.LoadAsync(before.Id, CancellationToken.None);
        return Assert.IsType<CommitResult.Committed>(await cases.CommitAsync(CaseChange.Of(stored!, after), CancellationToken.None)).Case;
    }

    private CaseSnapshot Opened(int urgency, int minutes)
    {
        var id = Ids.Next(Ids.Time.AddMinutes(minutes));
        return new()
        {
            Id = id,
            Number = CaseNumber.FromSequence(Interlocked.Increment(ref _numbers)),
            Subject = "Blender stopped",
            Urgency = urgency,
            Team = _team,
            Language = "en",
            CustomerName = "Mia Jones",
            CustomerAddress = "mia@example.org",
            Participants = [],
            LastMessageAt = id.CreatedAt,
        };
    }

    private Task UpdateAsync(CaseSnapshot snapshot, CaseSnapshot? before) => Views.UpdateAsync(snapshot, before, CancellationToken.None);

    private async Task<IEnumerable<(int Urgency, string Id)>> ListAsync()
    {
        var (items, next) = await Views.ListAsync(CaseView.Open, _team, 10, null, CancellationToken.None);
        Assert.Null(next);
        return items.Select(item => (item.Urgency, item.Id));
    }
}
