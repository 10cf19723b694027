using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using SupportPipeline.AzureSdk.Tests;
using static SupportPipeline.Outages.Incidents.SampleIncidents;

namespace SupportPipeline.Outages.Incidents;

[Collection("Azurite")]
public sealed class IncidentStoreTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private readonly OnCallStaff _staff = new(azurite.ConnectionString);

    private IncidentStore Store => _staff.Services.GetRequiredService<IncidentStore>();

    private IncidentIndex Index => _staff.Services.GetRequiredService<IncidentIndex>();

    public Task InitializeAsync() => _staff.StartAsync();

    public async Task DisposeAsync() => await _staff.DisposeAsync();

    [Fact]
    public async Task Everything_comes_back_as_it_was_stored()
    {
        var its = Declared(Broken(("checkout", "major-outage"), ("search", "operational")) with { StartedAt = Now.AddDays(-3) });
        var saved = (await SaveAsync(null, its))!;
        var next = its.Then(
            Says("monitoring", ("checkout", "degraded-performance")) with
            {
                NextUpdateBy = Promise(TimeSpan.FromHours(1)),
            }
        );
        await SaveAsync(saved, next);

        AssertSame(next.Incident, await Store.LoadAsync(its.Incident.Id, CancellationToken.None));
    }

    [Fact]
    public async Task Planned_work_comes_back_too_with_long_texts_in_every_language()
    {
        var texts = new[] { "en", "zh-Hans", "zh-Hant", "ru" }.ToDictionary(
            one => one,
            _ => (string?)new string('文', 25_000),
            StringComparer.Ordinal
        );
        var its = Declared(Planned() with { Texts = texts });
        await SaveAsync(null, its);

        AssertSame(its.Incident, await Store.LoadAsync(its.Incident.Id, CancellationToken.None));
    }

    [Fact]
    public async Task Of_two_who_change_the_same_version_one_has_to_look_again()
    {
        var its = Declared(Broken(("checkout", "major-outage")));
        var saved = (await SaveAsync(null, its))!;

        Assert.Null(await SaveAsync(null, its));
        Assert.NotNull(await SaveAsync(saved, its.Then(Says("identified"))));
        Assert.Null(await SaveAsync(saved, its.Then(Says("monitoring"))));
    }

    [Fact]
    public async Task A_row_of_the_index_that_leads_nowhere_is_passed_over_and_goes_after_an_hour()
    {
        await Index.OpenedAsync("01m82c1jbfxnqnzxmrt1btfjxt", CancellationToken.None);
        await Index.BegunAsync("01m82c1jbfxnqnzxmrt1btfjxt", Now, CancellationToken.None);

        Assert.Empty(await Store.OpenAsync(CancellationToken.None));
        Assert.Empty(await _staff.Reader.SinceAsync(Now.AddDays(-1), 10, CancellationToken.None));
        await _staff.SweepAsync();
        Assert.Single(await Index.OpenAsync(CancellationToken.None));
        _staff.Clock.Now = _staff.Clock.Now.AddHours(1);
        await _staff.SweepAsync();
        Assert.Empty(await Index.OpenAsync(CancellationToken.None));
    }

    [Fact]
    public async Task One_that_is_opened_again_while_the_sweep_takes_it_out_stays()
    {
        var id = await _staff.DeclareAsync("{}");
        _staff.Clock.Now = _staff.Clock.Now.AddHours(2);
        await _staff.UpdateAsync(id, """{"state":"resolved","texts":{"en":"Over."}}""");
        var row = Assert.Single(await Index.OpenAsync(CancellationToken.None));

        await _staff.UpdateAsync(id, """{"state":"investigating","texts":{"en":"Again."},"reason":"came back","nextUpdateBy":null}""");
        await Index.RemoveAsync(row, CancellationToken.None);

        Assert.Equal(id, Assert.Single(await Store.OpenAsync(CancellationToken.None)).Incident.Id);
    }

    [Fact]
    public async Task A_process_that_died_after_giving_the_key_its_id_is_made_up_for_by_the_request_sent_again()
    {
        var keys = _staff.Services.GetRequiredService<IncidentKeys>();
        var (status, body) = await _staff.CreateAsync(OnCallStaff.Broken("{}"), "died");
        var id = body.GetProperty("id").GetString()!;
        await foreach (var row in _staff.Table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {id}")))
        {
            await _staff.Table.DeleteEntityAsync(row.PartitionKey, row.RowKey, Azure.ETag.All);
        }

        Assert.Null(await _staff.Reader.FindAsync(id, CancellationToken.None));
        var (again, repeated) = await _staff.CreateAsync(OnCallStaff.Broken("{}"), "died");

        Assert.Equal((201, 201, id), (status, again, repeated.GetProperty("id").GetString()));
        Assert.NotEqual(id, keys.NewId());
    }

    [Fact]
    public async Task A_maintenance_that_is_moved_has_one_place_in_the_history()
    {
        var (_, body) = await _staff.CreateAsync(
            """
            {"kind":"maintenance","template":"scheduled","components":{"search":"under-maintenance"},
             "scheduledFor":"2026-11-21T12:00:00Z","scheduledUntil":"2026-11-21T13:00:00Z"}
            """
        );
        var id = body.GetProperty("id").GetString()!;
        await _staff.UpdateAsync(
            id,
            """{"template":"rescheduled","scheduledFor":"2026-12-02T12:00:00Z","scheduledUntil":"2026-12-02T13:00:00Z"}"""
        );

        var found = Assert.Single(await _staff.Reader.SinceAsync(Now.AddDays(-1), 10, CancellationToken.None));
        Assert.Equal(new(2026, 12, 2, 12, 0, 0, TimeSpan.Zero), found.StartedAt);
    }

    private async Task<StoredIncident?> SaveAsync(StoredIncident? before, StoredIncident after) =>
        await Store.SaveAsync(new(before, after.Incident) { Added = [after.Incident.Updates[^1]] }, CancellationToken.None);

    /// <summary>Records compare lists by reference: JSON says what is in them.</summary>
    private static void AssertSame(Incident expected, StoredIncident? stored) =>
        Assert.Equal(Json(expected), Json(Assert.IsType<StoredIncident>(stored).Incident));

    private static string Json(Incident its) =>
        System.Text.Json.JsonSerializer.Serialize(
            its with
            {
                Components = its.Components.OrderBy(pair => pair.Key, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal),
            }
        );
}
