using Microsoft.Extensions.DependencyInjection;
using SupportPipeline.AzureSdk.Tests;
using SupportPipeline.Replies;
using SupportPipeline.Replies.DeliveryEvents;

namespace SupportPipeline.Outages.Notices;

/// <summary>What is done before many people are told, and when something is wrong while they are told.</summary>
[Collection("Azurite")]
public sealed class NoticeGuardTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private const int Slice = 500;
    private const string OnCall = "ann@desk.example";

    private readonly NoticeScene _scene = new(azurite.ConnectionString);

    public Task InitializeAsync() =>
        _scene.StartAsync(
            ("Notices:SliceSize", $"{Slice}"),
            ("Notices:ApprovalThreshold", "2000"),
            ("Outages:OnCallAddresses", $"{OnCall}; bob@desk.example")
        );

    public async Task DisposeAsync() => await _scene.DisposeAsync();

    [Fact]
    public async Task On_call_staff_hear_once_that_a_notice_stopped_and_again_when_it_stops_again()
    {
        _scene.Add("Mia");
        var notice = await _scene.ApproveAsync(await _scene.FreezeAsync());
        _scene.Answer = _ => new SendResult.Refused("400 subject") { Fields = ["subject"] };
        await _scene.SendAsync(notice);
        await _scene.SweepAsync();
        await _scene.SweepAsync();

        Assert.Contains("refuses its content", Assert.Single(Alerts()).Text, StringComparison.Ordinal);

        _scene.Clock.Now += TimeSpan.FromMinutes(1);
        await ResumeAsync(notice);
        await _scene.SendAsync(notice);
        await _scene.SweepAsync();

        Assert.Equal(2, Alerts().Count());
    }

    [Fact]
    public async Task A_notice_that_bounces_too_much_stops_and_goes_on_when_somebody_says_so()
    {
        foreach (var number in Enumerable.Range(0, 3 * Slice))
        {
            _scene.Add($"C{number}");
        }

        var notice = await _scene.ApproveAsync(await _scene.FreezeAsync());
        await _scene.SendAsync(notice, 0);
        await _scene.SendAsync(notice, 1);
        await BounceAsync(notice, slice: 0, count: 100);
        await _scene.SweepAsync();
        Assert.Equal(NoticeState.Sending, (await _scene.NoticeAsync(notice.Id)).State);

        await BounceAsync(notice, slice: 1, count: 1);
        await _scene.SweepAsync();
        var stopped = await _scene.NoticeAsync(notice.Id);
        await _scene.SendAsync(notice, 2);
        Assert.Equal((NoticeState.Paused, NoticeReason.MailBounced, 2), (stopped.State, stopped.Reason, _scene.Mailings.Count));
        Assert.Contains("Bounced: 101.", Assert.Single(Alerts()).Text, StringComparison.Ordinal);

        await ResumeAsync(notice);
        await _scene.SweepAsync();
        await _scene.SendAsync(notice, 2);
        Assert.Equal((NoticeState.Sending, 3), ((await _scene.NoticeAsync(notice.Id)).State, _scene.Mailings.Count));
    }

    [Fact]
    public async Task A_test_goes_to_our_own_people_marked_and_nothing_is_counted()
    {
        Assert.Null(await TestAsync(OnCall, "ru"));

        var mailing = Assert.Single(_scene.Mailings);
        Assert.Equal("[TEST] Разбираемся: Оплата работает медленно", mailing.Subject);
        Assert.Equal(OnCall, Assert.Single(mailing.Recipients).Address);
        Assert.Equal([NoticeMailWriter.TestArgument], mailing.CustomArgs.Keys);
        Assert.Empty(await _scene.Services.GetRequiredService<NoticeStore>().OfIncidentAsync(_scene.IncidentId, CancellationToken.None));
    }

    [Theory]
    [InlineData("mia@customer.example", "en", "test-address-foreign")]
    [InlineData("nobody", "en", "test-address-foreign")]
    [InlineData(null, "en", "test-address-foreign")]
    [InlineData(OnCall, "fr", "language-missing")]
    public async Task A_test_does_not_go_to_others(string? to, string language, string reason)
    {
        Assert.Equal(reason, (await TestAsync(to, language))?.Reason);
        Assert.Empty(_scene.Mailings);
    }

    [Fact]
    public async Task A_test_that_the_mail_service_does_not_take_says_so()
    {
        _scene.Answer = _ => new SendResult.Unavailable(null, "503");
        Assert.Equal(503, (await TestAsync(OnCall, "en"))?.Status);
        _scene.Answer = _ => new SendResult.Refused("400 subject");
        Assert.Equal(NoticeReason.ContentRefused, (await TestAsync(OnCall, "en"))?.Reason);
    }

    /// <summary>What one of those on call got about the incident of this test; notices of other tests may be stopped too.</summary>
    private IEnumerable<OutgoingMail> Alerts() =>
        _scene.Mails.All.Where(mail => mail.To.Value == OnCall && mail.Subject == "Notice stopped: Checkout is slow");

    private async Task<NoticeVerdict.Refuse?> TestAsync(string? to, string language)
    {
        var id = _scene.Services.GetRequiredService<Platform.IdSource>().Next();
        var (draft, problem) = await _scene
            .Services.GetRequiredService<NoticeDrafting>()
            .DraftAsync(_scene.IncidentId, new(), id, "olga", CancellationToken.None);
        Assert.Null(problem);
        return await _scene.Services.GetRequiredService<NoticeTesting>().SendAsync(draft!, to, language, CancellationToken.None);
    }

    private async Task ResumeAsync(Notice notice)
    {
        var stored = await _scene
            .Services.GetRequiredService<NoticeStore>()
            .FindAsync(_scene.IncidentId, notice.Id, CancellationToken.None);
        var (_, problem) = await _scene.Services.GetRequiredService<NoticeActs>().ResumeAsync(stored!, CancellationToken.None);
        Assert.Null(problem);
    }

    private Task BounceAsync(Notice notice, int slice, int count) =>
        _scene
            .Services.GetRequiredService<NoticeNews>()
            .ApplyAsync(
                _scene.IncidentId,
                notice.Id,
                slice,
                [
                    .. Enumerable
                        .Range(0, count)
                        .Select(place => new DeliveryEvent
                        {
                            Kind = DeliveryEventKind.Bounced,
                            At = _scene.Clock.Now,
                            Key = $"bounce-{slice}-{place}",
                            Notice = new(_scene.IncidentId, notice.Id, slice, Attempt: 1, place),
                        }),
                ],
                CancellationToken.None
            );
}
