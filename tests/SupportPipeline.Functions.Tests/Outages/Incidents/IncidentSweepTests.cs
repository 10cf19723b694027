using Microsoft.Extensions.DependencyInjection;
using SupportPipeline.AzureSdk.Tests;
using SupportPipeline.Replies;
using SupportPipeline.Testing;

namespace SupportPipeline.Outages.Incidents;

[Collection("Azurite")]
public sealed class IncidentSweepTests : IAsyncLifetime
{
    private readonly SentMails _mails = new();
    private readonly string _storage;
    private readonly OnCallStaff _staff;

    public IncidentSweepTests(AzuriteFixture azurite)
    {
        ArgumentNullException.ThrowIfNull(azurite);
        _storage = azurite.ConnectionString;
        _staff = new(_storage, services => services.AddSingleton<IMailTransport>(_mails));
    }

    public Task InitializeAsync() => _staff.StartAsync(("Outages:OnCallAddresses", "ann@desk.example, bob@desk.example; ann@desk.example"));

    public async Task DisposeAsync() => await _staff.DisposeAsync();

    [Fact]
    public async Task A_promise_is_reminded_of_once_before_and_once_after_for_each_address()
    {
        await _staff.DeclareAsync("""{"checkout":"major-outage"}""", """ "nextUpdateBy":"2026-11-20T10:10:00Z" """);

        await SweepAsync(29);
        Assert.Empty(_mails.All);
        await SweepAsync(1);
        await SweepAsync(1);
        Assert.Equal(["Update due by 10:10 on Friday 20 November (UTC): It is slow"], _mails.SubjectsTo("ann@desk.example"));
        await SweepAsync(9);
        await SweepAsync(60);

        Assert.Equal(
            ["Update due by 10:10 on Friday 20 November (UTC): It is slow", "Promised update is late: It is slow"],
            _mails.SubjectsTo("bob@desk.example")
        );
        Assert.Equal(4, _mails.All.Count);
        Assert.All(_mails.All, mail => Assert.Equal("auto-generated", mail.Headers["Auto-Submitted"]));
    }

    [Fact]
    public async Task Two_sweeps_at_once_remind_once()
    {
        await _staff.DeclareAsync("""{"checkout":"major-outage"}""", """ "nextUpdateBy":"2026-11-20T10:10:00Z" """);
        _staff.Clock.Now = _staff.Clock.Now.AddHours(1);

        var sent = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _staff.SweepAsync()));

        Assert.Equal((2, 2), (sent.Sum(), _mails.All.Count));
    }

    [Fact]
    public async Task A_mail_service_that_is_not_there_is_asked_again_and_one_that_may_have_taken_the_mail_is_not()
    {
        await _staff.DeclareAsync("""{"checkout":"major-outage"}""", """ "nextUpdateBy":"2026-11-20T10:10:00Z" """);
        _staff.Clock.Now = _staff.Clock.Now.AddHours(1);

        _mails.Answer = new SendResult.Unavailable(null, "503");
        await _staff.SweepAsync();
        _mails.Answer = new SendResult.Unknown("timeout");
        await _staff.SweepAsync();
        _mails.Answer = new SendResult.Accepted("1");
        await _staff.SweepAsync();

        Assert.Equal(4, _mails.All.Count);
    }

    [Theory]
    [InlineData("Replies:Enabled", "false", null)]
    [InlineData("Replies:AllowList", "@else.example", "bob@else.example")]
    public async Task Nothing_goes_out_while_sending_is_off_or_to_those_who_are_not_on_the_allow_list(
        string name,
        string value,
        string? expected
    )
    {
        await using var off = new OnCallStaff(_storage, services => services.AddSingleton<IMailTransport>(_mails));
        await off.StartAsync(("Outages:OnCallAddresses", "ann@desk.example,bob@else.example"), (name, value));
        await off.DeclareAsync("""{"checkout":"major-outage"}""", """ "nextUpdateBy":"2026-11-20T10:10:00Z" """);
        off.Clock.Now = off.Clock.Now.AddHours(1);

        await off.SweepAsync();

        Assert.Equal(expected, _mails.All.SingleOrDefault()?.To.Value);
    }

    [Fact]
    public async Task Planned_work_moves_by_the_clock_and_its_component_with_it()
    {
        var (status, body) = await _staff.CreateAsync(
            """
            {"kind":"maintenance","template":"scheduled","components":{"search":"under-maintenance"},"automatic":true,
             "scheduledFor":"2026-11-20T12:00:00Z","scheduledUntil":"2026-11-20T13:00:00Z","notifiesAtEnd":false}
            """
        );
        Assert.Equal(201, status);
        var id = body.GetProperty("id").GetString()!;

        var seen = new List<(IncidentState, ComponentState)>();
        foreach (var at in new[] { "11:59", "12:00", "12:59", "13:00", "13:01" })
        {
            _staff.Clock.Now = DateTimeOffset.Parse($"2026-11-20T{at}:00Z", System.Globalization.CultureInfo.InvariantCulture);
            await Task.WhenAll(_staff.SweepAsync(), _staff.SweepAsync());
            seen.Add(((await FindAsync(id)).State, await _staff.StateAsync("search")));
        }

        Assert.Equal(
            [
                (IncidentState.Scheduled, ComponentState.Operational),
                (IncidentState.InProgress, ComponentState.UnderMaintenance),
                (IncidentState.InProgress, ComponentState.UnderMaintenance),
                (IncidentState.Completed, ComponentState.Operational),
                (IncidentState.Completed, ComponentState.Operational),
            ],
            seen
        );
        Assert.Equal([true, true, false], (await FindAsync(id)).Updates.Select(update => update.Notifies));
        Assert.Empty(await _staff.Reader.OpenAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Work_whose_whole_time_passed_unseen_begins_and_ends_in_one_sweep()
    {
        var (_, body) = await _staff.CreateAsync(
            """
            {"kind":"maintenance","template":"scheduled","components":{"search":"under-maintenance"},"automatic":true,
             "scheduledFor":"2026-11-20T12:00:00Z","scheduledUntil":"2026-11-20T13:00:00Z"}
            """
        );
        _staff.Clock.Now = _staff.Clock.Now.AddDays(1);

        await _staff.SweepAsync();

        var its = await FindAsync(body.GetProperty("id").GetString()!);
        Assert.Equal((IncidentState.Completed, 3), (its.State, its.Updates.Count));
    }

    [Fact]
    public async Task A_component_left_behind_is_reminded_of_at_3_6_12_and_24_hours()
    {
        await _staff.PutComponentAsync("search", """{"state":"degraded-performance"}""");

        var count = new List<int>();
        for (var hour = 1; hour <= 30; hour++)
        {
            await SweepAsync(60);
            count.Add(_mails.SubjectsTo("ann@desk.example").Count());
        }

        Assert.Equal([3, 6, 12, 24], Enumerable.Range(1, 4).Select(number => count.IndexOf(number) + 1));
        Assert.All(_mails.All, mail => Assert.Equal("Still not operational: search", mail.Subject));
        Assert.Equal(8, _mails.All.Count);
    }

    private async Task<Incident> FindAsync(string id) => (await _staff.Reader.FindAsync(id, CancellationToken.None))!;

    private Task<int> SweepAsync(int minutes)
    {
        _staff.Clock.Now = _staff.Clock.Now.AddMinutes(minutes);
        return _staff.SweepAsync();
    }
}
