using SupportPipeline.AzureSdk.Tests;
using SupportPipeline.Outages.Incidents;
using SupportPipeline.Platform;
using static SupportPipeline.Outages.Status.SampleOutages;

namespace SupportPipeline.Outages.Status;

[Collection("Azurite")]
public sealed class StatusPublisherTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private readonly Incident _broken = Broken(
        "Sign-in fails",
        Said(At(20, 11), IncidentState.Investigating, "Looking.", Became("sign-in", ComponentState.Operational, ComponentState.MajorOutage))
    );

    private PublishedStatus _status = null!;

    public async Task InitializeAsync() => _status = await PublishedStatus.CreateAsync(azurite.ConnectionString);

    public async Task DisposeAsync() => await _status.DisposeAsync();

    [Fact]
    public async Task Everything_is_written_with_its_type_its_language_and_how_long_it_keeps()
    {
        _status.Known.Put(_broken);

        await _status.PublishAsync();

        var files = await _status.FilesAsync();
        Assert.Equal(36, files.Count);
        Assert.Superset(
            new HashSet<string>(StringComparer.Ordinal)
            {
                "index.html",
                "status/index.html",
                "status/zh-Hant.html",
                $"status/incidents/{_broken.Id}.html",
                $"status/incidents/{_broken.Id}.ru.html",
                "status/badge.svg",
                "status/badge.ru.svg",
                "status/badge/payments.zh-Hans.svg",
                "api/v2/summary.json",
                "api/v2/scheduled-maintenances/active.json",
                "history.atom",
                "history.rss",
            },
            files.Keys.ToHashSet(StringComparer.Ordinal)
        );
        var page = await _status.LookAsync("status/ru.html");
        var summary = await _status.LookAsync("api/v2/summary.json");
        Assert.Equal(("text/html; charset=utf-8", "ru"), (page.ContentType, page.ContentLanguage));
        Assert.Equal("application/json; charset=utf-8", summary.ContentType);
        Assert.Equal("public, max-age=60, stale-if-error=86400", summary.CacheControl);
        Assert.Contains("Sign-in fails", await _status.TextAsync("api/v2/incidents/unresolved.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Publishing_again_writes_nothing_and_a_change_writes_only_what_it_changes()
    {
        _status.Known.Put(_broken);
        _status.Known.Put(Broken("Slow mail", Said(At(18, 9), IncidentState.Resolved, "A cable.")));
        await _status.PublishAsync();
        var first = await _status.FilesAsync();

        await _status.PublishAsync();
        Assert.Equal(first, await _status.FilesAsync());

        _status.Known.Put(
            _broken with
            {
                Updates = [.. _broken.Updates, Said(At(20, 12), IncidentState.Identified, "Found.")],
                State = IncidentState.Identified,
                UpdatedAt = At(20, 12),
            }
        );
        await _status.PublishAsync(_broken.Id);
        var second = await _status.FilesAsync();

        var written = second.Where(file => first.GetValueOrDefault(file.Key) != file.Value).Select(file => file.Key).ToList();
        Assert.DoesNotContain(written, name => name.StartsWith("status/badge", StringComparison.Ordinal));
        Assert.Equal(5, written.Count(name => name.StartsWith($"status/incidents/{_broken.Id}", StringComparison.Ordinal)));
        Assert.Equal(5, written.Count(name => name.StartsWith("status/incidents/", StringComparison.Ordinal)));
        Assert.Equal(5 + 6 + 2 + 8, written.Count);
    }

    [Fact]
    public async Task The_summary_is_written_last()
    {
        _status.Known.Put(_broken);

        await _status.PublishAsync();

        var summary = (await _status.LookAsync("api/v2/summary.json")).LastModified;
        foreach (var name in (await _status.FilesAsync()).Keys)
        {
            Assert.True((await _status.LookAsync(name)).LastModified <= summary, name);
        }
    }

    [Fact]
    public async Task What_changes_while_it_is_published_is_published_too()
    {
        // The other one reads the new state and publishes it, between our reading and our writing.
        _status.Known.Meanwhile.Enqueue(() =>
        {
            _status.Known.Put(_broken);
            _status.Publisher.PublishAsync(_broken.Id, CancellationToken.None).GetAwaiter().GetResult();
        });

        await _status.PublishAsync();

        Assert.Contains("Sign-in fails", await _status.TextAsync("api/v2/summary.json"), StringComparison.Ordinal);
        Assert.Contains("Sign-in fails", await _status.TextAsync("status/en.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_at_once_leave_the_newest_state()
    {
        await Task.WhenAll(
            Enumerable
                .Range(0, 6)
                .Select(async number =>
                {
                    await Task.Yield();
                    _status.Known.Put(_broken with { UpdatedAt = At(20, 11).AddMinutes(number), Names = Texts($"Name {number}", "名") });
                    await _status.Publisher.PublishAsync(_broken.Id, CancellationToken.None);
                })
        );
        await _status.PublishAsync();

        var name = _status.Known.Incidents.Single().Names["en"];
        Assert.Contains(name, await _status.TextAsync("api/v2/summary.json"), StringComparison.Ordinal);
        Assert.Contains(name, await _status.TextAsync($"status/incidents/{_broken.Id}.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_it_changes_faster_than_it_can_be_published_it_is_tried_again_soon()
    {
        for (var number = 0; number < 20; number++)
        {
            var at = At(20, 11, number);
            _status.Known.Meanwhile.Enqueue(() => _status.Known.Put(_broken with { UpdatedAt = at }));
        }

        Assert.Equal(
            new Outcome.Deferred(TimeSpan.FromSeconds(5), ReasonCode.StatusKeepsChanging),
            await _status.Publisher.PublishAsync(null, CancellationToken.None)
        );
    }

    [Fact]
    public async Task The_page_of_an_old_incident_is_written_when_it_is_named_and_never_taken_away()
    {
        var old = Broken("Long ago", Said(At(1, 9).AddDays(-300), IncidentState.Resolved, "A cable."));
        _status.Known.Put(old);
        await _status.PublishAsync();
        Assert.DoesNotContain($"status/incidents/{old.Id}.html", (await _status.FilesAsync()).Keys);

        await _status.PublishAsync(old.Id);
        await _status.PublishAsync();

        Assert.Contains($"status/incidents/{old.Id}.html", (await _status.FilesAsync()).Keys);
    }

    [Fact]
    public async Task The_badges_of_a_component_go_with_it()
    {
        await _status.PublishAsync();
        _status.Known.Components.RemoveAll(component => component.Id == "payments");

        await _status.PublishAsync();

        Assert.Equal(5, (await _status.FilesAsync()).Keys.Count(name => name.StartsWith("status/badge/", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task At_midnight_the_bars_move_on_and_the_feeds_stay()
    {
        _status.Known.Put(_broken with { State = IncidentState.Resolved });
        await _status.PublishAsync();
        var before = await _status.FilesAsync();
        _status.Clock.Now = At(21, 0, 1);

        await _status.PublishAsync();

        var after = await _status.FilesAsync();
        Assert.NotEqual(before["status/en.html"], after["status/en.html"]);
        Assert.Equal(before["history.atom"], after["history.atom"]);
        Assert.Equal(before["api/v2/summary.json"], after["api/v2/summary.json"]);
    }
}
