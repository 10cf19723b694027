using Microsoft.Extensions.DependencyInjection;
using SupportPipeline.AzureSdk.Tests;
using SupportPipeline.Outages.Audience;
using SupportPipeline.Platform;
using SupportPipeline.Replies;
using SupportPipeline.Replies.DeliveryEvents;
using SupportPipeline.Testing;

namespace SupportPipeline.Outages.Notices;

[Collection("Azurite")]
public sealed class NoticeFlowTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private readonly NoticeScene _scene = new(azurite.ConnectionString);

    public Task InitializeAsync() => _scene.StartAsync(("Notices:SliceSize", "2"));

    public async Task DisposeAsync() => await _scene.DisposeAsync();

    [Fact]
    public async Task An_audience_is_frozen_once_each_in_their_language_without_those_who_want_no_mail()
    {
        var mia = _scene.Add("Mia");
        _scene.Add("Ivan", "ru");
        _scene.Add("Lena", "fr");
        _scene.Members.Add(mia with { Segment = "subscriber" });
        var nina = _scene.Add("Nina");
        _scene.OptOuts.Add(new(nina.Address.Hash, ["checkout"], Ids.Time));
        var olaf = _scene.Add("Olaf");
        _scene.OptOuts.Add(new(olaf.Address.Hash, ["search"], Ids.Time));
        var paul = _scene.Add("Paul");
        await SuppressAsync(paul);

        var notice = await _scene.FreezeAsync();

        var progress = await _scene.ProgressAsync(notice);
        Assert.Equal((NoticeState.AwaitingApproval, 6, 4), (notice.State, notice.Count, notice.Slices));
        Assert.Equal((4, 2), (progress.Planned, progress.Suppressed));
        Assert.Equal((1, 1), (progress.Reasons[NoticeReason.NoticesUnwanted], progress.Reasons[NoticeReason.AddressSuppressed]));
    }

    [Fact]
    public async Task Everybody_is_told_once_however_often_and_at_once_the_slices_come()
    {
        foreach (var name in new[] { "Mia", "Nina", "Olaf", "Paul", "Quinn" })
        {
            _scene.Add(name);
        }

        var notice = await _scene.ApproveAsync(await _scene.FreezeAsync());
        await Task.WhenAll(Enumerable.Range(0, 24).Select(number => _scene.SendAsync(notice, number % notice.Slices)));

        Assert.Equal(5, (await _scene.ProgressAsync(notice)).Submitted);
        Assert.Equal(
            _scene.Members.Select(member => member.Address.Value).Order(StringComparer.Ordinal),
            _scene.Mailings.SelectMany(mailing => mailing.Recipients).Select(recipient => recipient.Address).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task A_mail_says_what_is_known_and_how_to_hear_no_more()
    {
        _scene.Add("Ivan", "ru");

        await _scene.SendAllAsync(await _scene.ApproveAsync(await _scene.FreezeAsync()));

        var mailing = Assert.Single(_scene.Mailings);
        var recipient = Assert.Single(mailing.Recipients);
        Assert.Equal("Разбираемся: Оплата работает медленно", mailing.Subject);
        Assert.Contains("Оплата: не работает у части клиентов", mailing.Text, StringComparison.Ordinal);
        Assert.Equal("Здравствуйте, Ivan!", recipient.Substitutions[NoticeMailWriter.Greeting]);
        Assert.StartsWith("https://desk.example/manage/", recipient.Substitutions[NoticeMailWriter.ManageLink], StringComparison.Ordinal);
        Assert.Equal("List-Unsubscribe=One-Click", recipient.Headers["List-Unsubscribe-Post"]);
        Assert.Equal(("auto-generated", "bulk"), (mailing.Headers["Auto-Submitted"], mailing.Headers["Precedence"]));
    }

    [Fact]
    public async Task Who_opts_out_after_the_freeze_is_not_told()
    {
        var mia = _scene.Add("Mia");
        _scene.Add("Nina");
        var notice = await _scene.ApproveAsync(await _scene.FreezeAsync());
        _scene.OptOuts.Add(new(mia.Address.Hash, [], _scene.Clock.Now));

        await _scene.SendAllAsync(notice);

        var progress = await _scene.ProgressAsync(notice);
        Assert.Equal((1, 1), (progress.Submitted, progress.Suppressed));
    }

    [Fact]
    public async Task A_lost_answer_is_understood_by_an_event_and_not_repeated()
    {
        _scene.Add("Mia");
        _scene.Add("Nina");
        var notice = await _scene.ApproveAsync(await _scene.FreezeAsync());
        _scene.Answer = _ => new SendResult.Unknown("timeout");

        var waits = await _scene.SendAsync(notice);
        await TellAsync(notice, DeliveryEventKind.Delivered, place: 1);
        _scene.Clock.Now += TimeSpan.FromMinutes(10);
        var after = await _scene.SendAsync(notice);

        Assert.Equal(new Outcome.Deferred(TimeSpan.FromMinutes(5), ReasonCode.OutcomeUnknown), waits);
        Assert.Equal(new Outcome.Skipped(NoticeReason.SliceSettled), after);
        var progress = await _scene.ProgressAsync(notice);
        Assert.Equal((1, 1, 1), (progress.Submitted, progress.Delivered, _scene.Mailings.Count));
    }

    [Fact]
    public async Task An_opening_of_which_nothing_was_heard_is_said_again()
    {
        _scene.Add("Mia");
        var notice = await _scene.ApproveAsync(await _scene.FreezeAsync());
        _scene.Answer = _ => new SendResult.Unknown("timeout");
        await _scene.SendAsync(notice);
        _scene.Answer = _ => new SendResult.Accepted("id");
        _scene.Clock.Now += TimeSpan.FromMinutes(5);

        await _scene.SendAsync(notice);

        Assert.Equal(2, _scene.Mailings.Count);
        Assert.Equal(1, (await _scene.ProgressAsync(notice)).Reasons[NoticeReason.UnknownRepeated]);
    }

    [Fact]
    public async Task A_cancelled_notice_tells_nobody_more_and_says_how_many()
    {
        foreach (var name in new[] { "Mia", "Nina", "Olaf", "Paul" })
        {
            _scene.Add(name);
        }

        var notice = await _scene.ApproveAsync(await _scene.FreezeAsync());
        await _scene.SendAsync(notice);
        var stored = await _scene
            .Services.GetRequiredService<NoticeStore>()
            .FindAsync(_scene.IncidentId, notice.Id, CancellationToken.None);
        await _scene
            .Services.GetRequiredService<NoticeActs>()
            .ChangeAsync(stored!, current => NoticeRules.Cancel(current, _scene.Clock.Now), CancellationToken.None);

        await _scene.SendAllAsync(notice);

        var progress = await _scene.ProgressAsync(notice);
        Assert.Equal((2, 2, 1), (progress.Submitted, progress.Cancelled, _scene.Mailings.Count));
    }

    [Fact]
    public async Task That_it_is_over_hear_those_who_were_told_and_nobody_else()
    {
        foreach (var name in new[] { "Mia", "Nina", "Olaf", "Paul" })
        {
            _scene.Add(name);
        }

        var opening = await _scene.ApproveAsync(await _scene.FreezeAsync());
        await _scene.SendAsync(opening, slice: 0);
        _scene.Clock.Now += TimeSpan.FromMinutes(1);
        _scene.Add("Quinn");

        var resolution = await _scene.ApproveAsync(await _scene.FreezeAsync("resolution"));
        await _scene.SendAllAsync(resolution);
        await _scene.SendAllAsync(opening);

        Assert.Equal(2, resolution.Count);
        Assert.Equal((2, 2), (_scene.Mailings.Count, (await _scene.ProgressAsync(opening)).Skipped));
    }

    [Fact]
    public async Task Content_that_is_refused_stops_the_notice_and_not_its_people()
    {
        _scene.Add("Mia");
        var notice = await _scene.ApproveAsync(await _scene.FreezeAsync());
        _scene.Answer = _ => new SendResult.Refused("400 subject") { Fields = ["subject"] };

        await _scene.SendAsync(notice);

        var stopped = await _scene.NoticeAsync(notice.Id);
        Assert.Equal((NoticeState.Paused, NoticeReason.ContentRefused), (stopped.State, stopped.Reason));
        Assert.Equal((1, 1), ((await _scene.ProgressAsync(notice)).Planned, _scene.Mailings.Count));
    }

    private Task TellAsync(Notice notice, DeliveryEventKind kind, int place) =>
        _scene
            .Services.GetRequiredService<NoticeNews>()
            .ApplyAsync(
                _scene.IncidentId,
                notice.Id,
                0,
                [
                    new()
                    {
                        Kind = kind,
                        At = _scene.Clock.Now,
                        Key = "key",
                        Notice = new(_scene.IncidentId, notice.Id, 0, Attempt: 1, place),
                    },
                ],
                CancellationToken.None
            );

    private Task SuppressAsync(AudienceMember member) =>
        _scene
            .Services.GetRequiredService<SuppressionList>()
            .AddAsync(member.Address, new() { Code = ReasonCode.AddressDoesNotExist, At = _scene.Clock.Now }, CancellationToken.None);
}
