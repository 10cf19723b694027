using Microsoft.Extensions.DependencyInjection;
using SupportPipeline.AzureSdk.Tests;
using SupportPipeline.Cases;
using SupportPipeline.Platform;
using SupportPipeline.Testing;

namespace SupportPipeline.Insights;

[Collection("Azurite")]
public sealed class DayReportsTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private static int _days;

    private readonly FixedClock _clock = new() { Now = new DateTimeOffset(2031, 1, 6, 12, 0, 0, TimeSpan.Zero).AddDays(30 * _days++) };
    private ServiceProvider _services = null!;

    private DateOnly Today => DateOnly.FromDateTime(_clock.Now.UtcDateTime);

    public async Task InitializeAsync()
    {
        _services = Pipeline.Create(azurite.ConnectionString, _clock, null, ("Cases:ViewLingerMilliseconds", "0"));
        await _services.GetRequiredService<StorageProvisioner>().EnsureCreatedAsync(CancellationToken.None);
    }

    public async Task DisposeAsync() => await _services.DisposeAsync();

    [Fact]
    public async Task A_case_that_changes_often_is_read_once_and_today_is_counted_anew_each_time()
    {
        await StoreAsync(Timeline.Opened(_clock.Now));
        Assert.Equal((1, 1), await CountAsync(_services));

        await StoreAsync(Timeline.Opened(_clock.Now.AddHours(1)));
        Assert.Equal((2, 2), await CountAsync(_services));
    }

    [Fact]
    public async Task A_day_that_is_over_is_kept_until_the_calendar_is_corrected()
    {
        await StoreAsync(Timeline.Opened(_clock.Now));
        var day = Today;
        _clock.Now = _clock.Now.AddDays(1);
        Assert.Equal(1, (await OfAsync(_services, day)).Opened);

        // What comes into the index later does not change a report that is kept; a corrected calendar counts it anew.
        await StoreAsync(Timeline.Opened(_clock.Now.AddDays(-1).AddMinutes(5)));
        Assert.Equal(1, (await OfAsync(_services, day)).Opened);
        using var corrected = Pipeline.Create(
            azurite.ConnectionString,
            _clock,
            services =>
                services.AddSingleton(
                    new Organisation(Organisations.File with { Calendar = new() { Holidays = [new DateOnly(2030, 1, 1)] } })
                )
        );
        Assert.Equal(2, (await OfAsync(corrected, day)).Opened);
    }

    private async Task StoreAsync(Timeline timeline)
    {
        var history = timeline.History;
        var change = new CaseChange(history.Case, null, null) { Message = history.Messages[0] };
        Assert.IsType<CommitResult.Committed>(await _services.GetRequiredService<CaseStore>().CommitAsync(change, CancellationToken.None));
        var days = _services.GetRequiredService<CaseDays>();
        await days.NoteAsync(history.Case, CancellationToken.None);
        await days.NoteAsync(history.Case, CancellationToken.None);
    }

    private async Task<(int Seen, int Opened)> CountAsync(ServiceProvider services)
    {
        var report = await OfAsync(services, Today);
        return (report.CasesSeen, report.Opened);
    }

    private static Task<DayReport> OfAsync(ServiceProvider services, DateOnly day) =>
        services.GetRequiredService<DayReports>().OfAsync(day, CancellationToken.None);
}
