using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using SupportPipeline.LocalHost.Hosting;
using SupportPipeline.LocalHost.Tests.Pipeline.Scenario;
using SupportPipeline.Platform;

namespace SupportPipeline.LocalHost.Tests.Social;

/// <summary>Platforms that tell us nothing by themselves are asked every minute: through the stand-ins' own APIs, with the clock moved.</summary>
public sealed class PollingTests(PollingTests.AskingDesk desk) : PipelineTest(desk), IClassFixture<PollingTests.AskingDesk>
{
    [Fact]
    public async Task A_post_of_each_platform_becomes_one_mention_however_often_it_is_read()
    {
        await TootAsync("mia.once@social.example", "Your new saddle squeaks, who can help me with it?", followers: 1_200);
        await SkeetAsync("did:plc:mia-once", "mia.once.example", "Where is the parcel that you sent last week?", "mention");

        await SweepAsync();
        await SweepAsync();
        await SweepAsync();

        var toot = Assert.Single(await MentionsAsync("mastodon", "mia.once@social.example"));
        var skeet = Assert.Single(await MentionsAsync("bluesky", "mia.once.example"));
        Assert.Equal("Your new saddle squeaks, who can help me with it?", toot.Text("text"));
        Assert.Equal("Where is the parcel that you sent last week?", skeet.Text("text"));
        Assert.StartsWith("https://social.example/@visitor/", toot.Text("url"), StringComparison.Ordinal);
        Assert.StartsWith("https://bsky.app/profile/", skeet.Text("url"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_searched_for_is_found_without_anybody_naming_us()
    {
        await SkeetAsync(
            "did:plc:searcher",
            "searcher.example",
            "Has anybody had trouble with harbourbikes lately? Mine lost a pedal.",
            null
        );
        await SkeetAsync("did:plc:other", "other.example", "Nothing to do with anybody, only the weather here.", null);

        await SweepAsync();

        Assert.Single(await MentionsAsync("bluesky", "searcher.example"));
        Assert.Empty(await MentionsAsync("bluesky", "other.example"));
    }

    [Fact]
    public async Task More_than_a_page_between_two_looks_is_read_whole()
    {
        const int Count = 170;
        await TootAsync("place@social.example", "This one only says where to go on from.");
        await SweepAsync();
        for (var number = 0; number < Count; number++)
        {
            await TootAsync("many@social.example", Words(number));
        }

        await SweepAsync();
        await SweepAsync();

        var found = await MentionsAsync("mastodon", "many@social.example");
        Assert.Equal(Count, found.Count);
        Assert.Equal(
            Enumerable.Range(0, Count).Select(Words).Order(StringComparer.Ordinal),
            found.Select(mention => mention.Text("text")!).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task A_platform_that_asks_to_wait_is_left_alone_so_long_and_nothing_is_lost()
    {
        ExpectInLog("A feed of mastodon is left alone");
        await SweepAsync();
        await Desk.FailAsync(
            new
            {
                target = "mastodon",
                status = 429,
                count = 1,
                retryAfter = "00:04:00",
            }
        );
        await SweepAsync();
        await TootAsync("patient@social.example", "The light of my bicycle went out after three days.");
        await SkeetAsync("did:plc:patient", "patient.example", "My brake needs new pads already, after one month?", "mention");

        await SweepAsync();
        Assert.Empty(await MentionsAsync("mastodon", "patient@social.example"));
        Assert.Single(await MentionsAsync("bluesky", "patient.example"));

        await AdvanceAsync("00:05:00");
        Assert.Single(await MentionsAsync("mastodon", "patient@social.example"));
    }

    [Fact]
    public async Task A_platform_that_is_down_is_asked_again_later()
    {
        ExpectInLog("A feed of mastodon is left alone");
        await Desk.FailAsync(
            new
            {
                target = "mastodon",
                status = 503,
                count = 1,
            }
        );
        await TootAsync("later@social.example", "Is your shop open on Sunday, or do I have to wait?");
        await SweepAsync();
        Assert.Empty(await MentionsAsync("mastodon", "later@social.example"));

        await AdvanceAsync("00:03:00");

        Assert.Single(await MentionsAsync("mastodon", "later@social.example"));
    }

    [Fact]
    public async Task A_session_that_ended_is_renewed_and_the_same_look_goes_on()
    {
        await SweepAsync();
        await Desk.FailAsync(
            new
            {
                target = "bluesky",
                status = 401,
                count = 1,
            }
        );
        await SkeetAsync("did:plc:renewed", "renewed.example", "The chain fell off on the first ride, what now?", "reply");

        await SweepAsync();

        Assert.Single(await MentionsAsync("bluesky", "renewed.example"));
    }

    [Fact]
    public async Task Our_own_posts_are_not_mentions()
    {
        await PostAsync(
            "mastodon/statuses",
            new { content = "<p>We are sorry to hear that.</p>", account = new { id = "1", acct = "desk" } }
        );
        await SkeetAsync("did:plc:ourdesk", "desk.example", "We are sorry to hear that, harbourbikes looks into it.", "mention");

        await SweepAsync();

        Assert.Empty(await MentionsAsync("mastodon", "desk"));
        Assert.Empty(await MentionsAsync("bluesky", "desk.example"));
    }

    [Fact]
    public async Task A_status_that_is_edited_and_deleted_later_is_found_by_looking_again()
    {
        var toot = await TootAsync("second.thoughts@social.example", "The frame you sent me is bent, and nobody answers my calls.");
        await SweepAsync();

        using var edited = await Desk.Http.PutAsJsonAsync(
            $"local/platforms/mastodon/statuses/{toot.Text("id")}",
            new { content = "<p>The frame is bent. They have called me back.</p>" }
        );
        Assert.Equal(HttpStatusCode.NoContent, edited.StatusCode);
        await AdvanceAsync("01:00:00");
        await AdvanceAsync("01:00:00");
        var second = Assert.Single(await MentionsAsync("mastodon", "second.thoughts@social.example"));

        using var deleted = await Desk.Http.DeleteAsync(new Uri($"local/platforms/mastodon/statuses/{toot.Text("id")}", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        await AdvanceAsync("01:00:00");
        var missed = Assert.Single(await MentionsAsync("mastodon", "second.thoughts@social.example"));
        await AdvanceAsync("01:00:00");
        var gone = Assert.Single(await MentionsAsync("mastodon", "second.thoughts@social.example"));

        Assert.Equal(("The frame is bent. They have called me back.", null), (second.Text("text"), second.Text("deletedAt")));
        Assert.Equal(("The frame is bent. They have called me back.", null), (missed.Text("text"), missed.Text("deletedAt")));
        Assert.Equal(("", true), (gone.Text("text"), gone.Text("deletedAt") is not null));
        var details = await Desk.Http.GetFromJsonAsync<JsonElement>($"api/mentions/{gone.Text("id")}");
        Assert.Equal(
            ["received", "edited", "deleted"],
            details.GetProperty("timeline").EnumerateArray().Select(entry => entry.Text("kind"))
        );
    }

    [Fact]
    public async Task A_post_that_is_deleted_on_bluesky_loses_its_words_and_others_stay()
    {
        var regretted = await SkeetAsync("did:plc:regret", "regret.example", "I should not have bought this saddle from you.", "mention");
        await SkeetAsync("did:plc:stays", "stays.example", "When do you open on Saturday, and is there parking?", "mention");
        await SweepAsync();

        using var deleted = await Desk.Http.DeleteAsync(
            new Uri($"local/platforms/bluesky/posts?uri={Uri.EscapeDataString(regretted.Text("uri")!)}", UriKind.Relative)
        );
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        await AdvanceAsync("01:00:00");
        await AdvanceAsync("01:00:00");

        var gone = Assert.Single(await MentionsAsync("bluesky", "regret.example"));
        var stays = Assert.Single(await MentionsAsync("bluesky", "stays.example"));
        Assert.Equal(("", true), (gone.Text("text"), gone.Text("deletedAt") is not null));
        Assert.Equal(("When do you open on Saturday, and is there parking?", null), (stays.Text("text"), stays.Text("deletedAt")));
    }

    private Task<JsonElement> TootAsync(string account, string text, int followers = 10) =>
        PostAsync(
            "mastodon/statuses",
            new
            {
                content = $"<p>{WebUtility.HtmlEncode(text)}</p>",
                account = new
                {
                    id = StableHash.Of(account),
                    acct = account,
                    username = account.Split('@')[0],
                    followers_count = followers,
                },
            }
        );

    private Task<JsonElement> SkeetAsync(string did, string handle, string text, string? reason) =>
        PostAsync(
            "bluesky/posts",
            new
            {
                author = new { did, handle },
                record = new { text },
                reason,
            }
        );

    private async Task<JsonElement> PostAsync(string path, object content)
    {
        using var answer = await Desk.Http.PostAsJsonAsync($"local/platforms/{path}", content);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private Task SweepAsync() => AdvanceAsync("00:01:00");

    private async Task AdvanceAsync(string time)
    {
        using var moved = await Desk.Http.PostAsJsonAsync("local/clock", new { advance = time });
        Assert.Equal(HttpStatusCode.OK, moved.StatusCode);
        await Desk.IdleAsync();
    }

    /// <summary>Every mention of a platform by the name of its author.</summary>
    private async Task<IReadOnlyList<JsonElement>> MentionsAsync(string platform, string handle)
    {
        var all = new List<JsonElement>();
        string? next = "";
        while (next is not null)
        {
            var page = await Desk.Http.GetFromJsonAsync<JsonElement>(
                $"api/mentions?platform={platform}&includeDeleted=true&limit=100&cursor={next}"
            );
            all.AddRange(page.GetProperty("items").EnumerateArray());
            next = page.GetProperty("next").GetString();
        }

        return [.. all.Where(mention => mention.GetProperty("author").Text("handle") == handle)];
    }

    /// <summary>Words that are another text each time, so that none is a copy of another.</summary>
    private static string Words(int number) =>
        string.Join(
            ' ',
            Enumerable.Range(0, 6).Select(part => StableHash.Of(string.Create(CultureInfo.InvariantCulture, $"{number}/{part}"))[..7])
        );

    /// <summary>A desk with an account on each platform.</summary>
    public sealed class AskingDesk : SharedDesk
    {
        private protected override LocalHostOptions Configure(LocalHostOptions options)
        {
            // The accounts name the host's address before it has one.
            using var socket = new TcpListener(IPAddress.Loopback, 0);
            socket.Start();
            var port = ((IPEndPoint)socket.LocalEndpoint).Port;
            socket.Stop();
            return With(
                options with
                {
                    Port = port,
                },
                ("Social:Polling:AllowLoopbackHttp", "true"),
                (
                    "Social:Mastodon:Accounts:0:BaseAddress",
                    string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/local/platforms/mastodon")
                ),
                ("Social:Mastodon:Accounts:0:AccountId", "1"),
                ("Social:Mastodon:Accounts:0:AccessToken", "local"),
                ("Social:Bluesky:Identifier", "desk.example"),
                ("Social:Bluesky:AppPassword", "local"),
                ("Social:Bluesky:SearchWords:0", "harbourbikes")
            );
        }
    }
}
