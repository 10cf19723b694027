using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SupportPipeline.LocalHost.Tests.Pipeline.Scenario;
using SupportPipeline.Platform;
using SupportPipeline.Social.Alerts;
using SupportPipeline.Social.Spikes;

namespace SupportPipeline.LocalHost.Tests.Social;

/// <summary>Alerts about single mentions, from the front door to the mail and the two webhooks.</summary>
[Collection(MarketingDeskCollection.Name)]
public sealed class AlertTests(MarketingDesk fixture) : PipelineTest(fixture)
{
    private const string Lead = "lead@staff.example";
    private const string Times = "harbour_times";

    [Fact]
    public async Task A_complaint_that_many_see_is_told_once_by_mail_and_to_both_webhooks()
    {
        const string Text = "<!channel> The worst ferry ever, nobody helped us on this terrible night!";
        var item = Item("a-viral", "viral", Text, followers: 50_000);
        await Desk.ReceiveAsync(item);
        await Desk.SendAsync("generic", JsonSerializer.SerializeToUtf8Bytes(item));
        var mention = await Desk.MentionOfAsync("a-viral");

        var alert = await OnlyAlertAsync("viral");

        Assert.Equal(
            ("viral-complaint", "A negative post of somebody with 50,000 followers.", null),
            (alert.Text("kind"), alert.Text("why"), alert.Text("notTold"))
        );
        Assert.Equal(["mail sent 1", "slack sent 1", "teams sent 1"], Deliveries(alert));
        var mail = Assert.Single(await MailsAsync(alert));
        Assert.Equal("viral: A complaint that many see", mail.Subject);
        Assert.Contains($"“{Text}” ({mention.Text("id")})", mail.Text, StringComparison.Ordinal);
        var slack = Assert.Single(await WebhookAsync("slack", mention));
        Assert.Equal("viral: A complaint that many see", slack.Text("text"));
        Assert.Contains(
            "“&lt;!channel&gt; The worst ferry ever",
            slack.GetProperty("blocks")[1].GetProperty("text").Text("text"),
            StringComparison.Ordinal
        );
        var card = Assert.Single(await WebhookAsync("teams", mention)).GetProperty("attachments")[0].GetProperty("content");
        Assert.Equal("viral: A complaint that many see", card.GetProperty("body")[0].Text("text"));
    }

    [Fact]
    public async Task An_unhappy_key_account_is_told_of_with_the_evidence_and_the_mention_behind_it()
    {
        const string Text = "Our readers wait for hours on your broken hotline, what a terrible service";
        await Desk.ReceiveAsync(
            Item("a-press", "press", Text, handle: Times),
            Item("a-nobody", "press", "Such a bad day for a walk, I am sad")
        );
        var mention = await Desk.MentionOfAsync("a-press");

        var listed = await OnlyAlertAsync("press");
        var alert = await Desk.ReadAsync($"api/social/alerts/{listed.Text("id")}");

        Assert.Equal(listed.GetRawText(), alert.GetRawText());
        Assert.Equal(("key-account", "A key account is unhappy."), (alert.Text("kind"), alert.Text("why")));
        var evidence = alert.GetProperty("evidence");
        Assert.Equal([mention.Text("id")], evidence.GetProperty("mentions").EnumerateArray().Select(id => id.GetString()));
        Assert.Equal((1, 1), (evidence.GetProperty("count").GetInt32(), evidence.GetProperty("authors").GetInt32()));
        Assert.Equal((Text, mention.Text("id")), GroupOf(evidence));
        var behind = await Desk.ReadAsync($"api/mentions/{evidence.GetProperty("mentions")[0].GetString()}");
        Assert.Equal(Text, behind.GetProperty("mention").Text("text"));
    }

    [Fact]
    public async Task Whoever_acknowledges_an_alert_first_looks_after_it_and_agents_do_not()
    {
        await Desk.ReceiveAsync(Item("a-ack", "taken", "I hate how badly your terrible app treats us", handle: Times));
        var id = (await OnlyAlertAsync("taken")).Text("id");

        var refused = await Desk.DoAsync($"api/social/alerts/{id}/acknowledge", "agent", new { });
        var first = await Desk.DoAsync($"api/social/alerts/{id}/acknowledge", "on-call", new { });
        var second = await Desk.DoAsync($"api/social/alerts/{id}/acknowledge", "marketing", new { });
        var unknown = await Desk.DoAsync("api/social/alerts/none/acknowledge", "marketing", new { });

        Assert.Equal((HttpStatusCode.Forbidden, "role-missing"), (refused.Status, refused.Body.Reason()));
        Assert.Equal((HttpStatusCode.OK, "local-on-call"), (first.Status, first.Body.Text("acknowledgedBy")));
        Assert.Equal(first.Body.GetRawText(), second.Body.GetRawText());
        Assert.Equal((HttpStatusCode.NotFound, "alert-unknown"), (unknown.Status, unknown.Body.Reason()));
        Assert.Equal(HttpStatusCode.Forbidden, (await Desk.AskAsync(HttpMethod.Get, "api/social/alerts", "agent")).Status);
    }

    [Fact]
    public async Task What_is_muted_is_kept_and_not_told_until_the_muting_ends()
    {
        var muted = await Desk.DoAsync(
            "api/social/mutes",
            "marketing",
            new
            {
                brand = "muted",
                until = Desk.Run.Clock.GetUtcNow().AddHours(1),
                why = "We know of the storm.",
            }
        );
        await Desk.ReceiveAsync(Item("a-muted", "muted", "The awful storm ruined my trip and you did nothing", followers: 60_000));
        var kept = await OnlyAlertAsync("muted");
        var mutes = await Desk.ReadAsync("api/social/mutes");

        var ended = await Desk.AskAsync(HttpMethod.Delete, $"api/social/mutes/{muted.Body.Text("id")}", "marketing");
        await Desk.ReceiveAsync(Item("a-told", "muted", "Horrible! My suitcase is broken and your desk laughed at me", followers: 70_000));
        var told = Assert.Single(await AlertsAsync("muted"), alert => alert.Text("id") != kept.Text("id"));

        Assert.Equal((HttpStatusCode.Created, "local-marketing"), (muted.Status, muted.Body.Text("by")));
        Assert.Equal(("alert-muted", 0), (kept.Text("notTold"), kept.GetProperty("deliveries").GetArrayLength()));
        Assert.Equal([muted.Body.Text("id")!], mutes.Ids());
        Assert.Empty(await MailsAsync(kept));
        Assert.Empty(await WebhookAsync("slack", await Desk.MentionOfAsync("a-muted")));
        Assert.Empty(await WebhookAsync("teams", await Desk.MentionOfAsync("a-muted")));
        Assert.Equal(HttpStatusCode.NoContent, ended.Status);
        Assert.Equal(["mail sent 1", "slack sent 1", "teams sent 1"], Deliveries(told));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    public async Task An_alert_is_told_once_however_often_its_message_is_delivered(int atOnce)
    {
        var now = Desk.Run.Clock.GetUtcNow();
        var id = Desk.Run.Services.GetRequiredService<IdSource>().Next().Value;
        var mention = $"twice.{id}";
        var alert = new MentionAlert
        {
            Id = id,
            Kind = AlertKind.ViralComplaint,
            Brand = "twice",
            Severity = SpikeSeverity.Unusual,
            At = now,
            From = now,
            Until = now,
            Why = "A negative post of somebody with 50,000 followers.",
            Evidence = new([mention], 1, 1, null, 7_500, [new(mention, "Words", null, 1)], ["generic"], ["en"]),
        };
        await Desk.Run.Services.GetRequiredService<AlertStore>().TryAddAsync(alert, CancellationToken.None);
        var due = $$$"""{"name":"mention-alert-due","version":1,"data":{"alertId":"{{{id}}}"}}""";

        await DeliverAsync(due, atOnce);
        await DeliverAsync(due, atOnce);

        var told = await Desk.ReadAsync($"api/social/alerts/{id}");
        Assert.Equal(["mail sent 1", "slack sent 1", "teams sent 1"], Deliveries(told));
        Assert.Single(await MailsAsync(told));
        Assert.Single(await WebhookAsync("slack", mention));
        Assert.Single(await WebhookAsync("teams", mention));
    }

    private async Task DeliverAsync(string message, int times)
    {
        var queue = Desk.Queue(StorageNames.MentionAlertsQueue);
        await Task.WhenAll(Enumerable.Range(0, times).Select(_ => queue.SendMessageAsync(message)));
        await Desk.IdleAsync();
    }

    private async Task<IReadOnlyList<JsonElement>> AlertsAsync(string brand)
    {
        await Desk.IdleAsync();
        var list = await Desk.ReadAsync("api/social/alerts?limit=100");
        return [.. list.GetProperty("items").EnumerateArray().Where(alert => alert.Text("brand") == brand)];
    }

    private async Task<JsonElement> OnlyAlertAsync(string brand) => Assert.Single(await AlertsAsync(brand));

    private async Task<IReadOnlyList<SentMail>> MailsAsync(JsonElement alert) =>
        [.. (await Desk.OutboxAsync(Lead)).Where(mail => mail.CustomArgs["sp_alert"] == alert.Text("id"))];

    private Task<IReadOnlyList<JsonElement>> WebhookAsync(string channel, JsonElement mention) =>
        WebhookAsync(channel, mention.Text("id")!);

    private async Task<IReadOnlyList<JsonElement>> WebhookAsync(string channel, string mentionId) =>
        [
            .. (await Desk.ReadAsync("local/webhooks"))
                .EnumerateArray()
                .Where(one => one.Text("channel") == channel && one.GetRawText().Contains(mentionId, StringComparison.Ordinal))
                .Select(one => one.GetProperty("body")),
        ];

    private static IEnumerable<string> Deliveries(JsonElement alert) =>
        alert
            .GetProperty("deliveries")
            .EnumerateArray()
            .Select(one => $"{one.Text("channel")} {one.Text("state")} {one.GetProperty("tries")}")
            .Order(StringComparer.Ordinal);

    private static (string? Text, string? Mention) GroupOf(JsonElement evidence)
    {
        var group = Assert.Single(evidence.GetProperty("groups").EnumerateArray());
        return (group.Text("text"), group.Text("mentionId"));
    }

    private static object Item(string author, string brand, string text, int? followers = null, string? handle = null) =>
        new
        {
            source = "shop",
            externalId = author,
            brand,
            text,
            author = new
            {
                id = author,
                followers,
                handle,
            },
        };
}
