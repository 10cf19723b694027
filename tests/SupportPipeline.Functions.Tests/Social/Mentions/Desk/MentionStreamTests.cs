using SupportPipeline.AzureSdk.Tests;
using SupportPipeline.Customers;
using SupportPipeline.Social.Replies;

namespace SupportPipeline.Social.Mentions.Desk;

[Collection("Azurite")]
public sealed class MentionStreamTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Mentions_of_all_brands_are_listed_newest_first()
    {
        await using var scene = await OpenAsync();
        await scene.AddAsync("old", TimeSpan.FromDays(3));
        await scene.AddAsync("new", TimeSpan.FromMinutes(1));
        await scene.AddAsync("between", TimeSpan.FromHours(1), scene.OtherBrand);
        await scene.AddAsync(scene.Mention("copy") with { CopyOf = scene.Mention("new").Id });

        await ShowsAsync(scene, "", ["new", "between", "old"]);
        await ShowsAsync(scene, $"brand={scene.OtherBrand}", ["between"]);
    }

    [Theory]
    [InlineData("platform=x", "x")]
    [InlineData("platform=generic&source=reviews", "reviews")]
    [InlineData("mood=negative", "angry")]
    [InlineData("topic=billing", "billing")]
    [InlineData("language=ru", "russian")]
    [InlineData("minReach=5000", "seen")]
    [InlineData("state=ignored", "ignored")]
    [InlineData("assignee=me", "mine")]
    [InlineData("assignee=bo@desk.example", "his")]
    [InlineData("minScore=60", "scored")]
    [InlineData("author=somebody", "author")]
    [InlineData("includeDeleted=true&state=new&topic=delivery", "deleted")]
    public async Task The_stream_is_filtered(string query, string expected)
    {
        await using var scene = await OpenAsync();
        Mention Of(string key) => scene.Mention(key);
        await scene.AddAsync("plain");
        var x = Of("x");
        await scene.AddAsync(x with { Post = x.Post with { Platform = SocialPlatform.X } });
        await scene.AddAsync(
            x with
            {
                Id = Of("reviews").Id,
                Post = Of("reviews").Post with { Platform = SocialPlatform.Generic, Source = "reviews" },
            }
        );
        await scene.AddAsync(Of("angry") with { Triage = x.Triage with { Sentiment = "negative" } });
        await scene.AddAsync(Of("billing") with { Triage = x.Triage with { Topic = "billing" } });
        await scene.AddAsync(Of("russian") with { Triage = x.Triage with { Language = "ru" } });
        await scene.AddAsync(Of("seen") with { Reach = 4_000, ReachWithCopies = 5_000 });
        await scene.AddAsync(Of("ignored") with { State = MentionState.Ignored });
        await scene.AddAsync(Of("mine") with { Assignee = "ann@desk.example" });
        await scene.AddAsync(Of("his") with { Assignee = "bo@desk.example" });
        await scene.AddAsync(Of("scored") with { Score = new(60, []) });
        await scene.AddAsync(Of("author") with { Post = Of("author").Post with { Author = new("somebody") } });
        await scene.AddAsync(Of("deleted") with { DeletedAt = scene.Clock.Now, Triage = x.Triage with { Topic = "delivery" } });

        await ShowsAsync(scene, query, [expected]);
    }

    [Fact]
    public async Task Likely_spam_is_listed_and_marked_unless_it_is_not_wanted_and_what_was_deleted_is_not()
    {
        await using var scene = await OpenAsync();
        await scene.AddAsync(scene.Mention("spam") with { Spam = new(0.7, ["advertising"]) });
        await scene.AddAsync(scene.Mention("deleted") with { DeletedAt = scene.Clock.Now });

        var (_, body) = await scene.ListAsync("");
        var spam = Assert.Single(body.GetProperty("items").EnumerateArray()).GetProperty("spam");
        Assert.Equal((0.7, true), (spam.GetProperty("value").GetDouble(), spam.GetProperty("isLikely").GetBoolean()));
        await ShowsAsync(scene, "includeSpam=false", []);
    }

    [Fact]
    public async Task Pages_over_many_days_leave_no_gap_and_repeat_nothing_while_new_mentions_arrive()
    {
        await using var scene = await OpenAsync();
        var all = Enumerable.Range(0, 60).Select(number => $"m{number:D2}").ToList();
        foreach (var (key, number) in all.Select((key, number) => (key, number)))
        {
            await scene.AddAsync(key, TimeSpan.FromHours(number * 31), number % 3 == 0 ? scene.OtherBrand : null);
        }

        var (seen, cursor, pages) = (new List<string>(), "", 0);
        do
        {
            var (keys, next) = await scene.PageAsync($"limit=7&cursor={cursor}");
            seen.AddRange(keys);
            cursor = next;
            scene.Clock.Now += TimeSpan.FromMinutes(1);
            await scene.AddAsync($"late{pages++}");
        } while (cursor is not null);

        Assert.Equal(all, seen);
        Assert.Equal("late8", (await scene.PageAsync("limit=1")).Keys.Single());
    }

    [Fact]
    public async Task A_page_looks_through_a_month_at_most_and_says_how_to_go_on()
    {
        await using var scene = await OpenAsync();
        await scene.AddAsync("long-ago", TimeSpan.FromDays(100));
        await scene.AddAsync("yesterday", TimeSpan.FromDays(1));

        var answers = new List<(List<string> Keys, string? Next)> { await scene.PageAsync("") };
        while (answers[^1].Next is { } next)
        {
            answers.Add(await scene.PageAsync($"cursor={next}"));
        }

        Assert.Equal(["yesterday", "long-ago"], answers.SelectMany(answer => answer.Keys));
        Assert.Equal(4, answers.Count);
    }

    [Fact]
    public async Task From_and_to_bound_the_stream_to_the_moment()
    {
        await using var scene = await OpenAsync();
        await scene.AddAsync("before", TimeSpan.FromHours(50));
        await scene.AddAsync("first", TimeSpan.FromHours(49));
        await scene.AddAsync("second", TimeSpan.FromHours(2));
        await scene.AddAsync("after", TimeSpan.FromHours(1));

        var (from, to) = (scene.Clock.Now.AddHours(-49), scene.Clock.Now.AddHours(-1));
        await ShowsAsync(scene, $"from={from:yyyy-MM-dd'T'HH:mm:ss'Z'}&to={to:yyyy-MM-dd'T'HH:mm:ss'Z'}", ["second", "first"]);
    }

    [Fact]
    public async Task The_newest_page_costs_one_operation_however_many_mentions_there_are()
    {
        await using var scene = await OpenAsync();
        await scene.AddAsync(Enumerable.Range(0, 300).Select(number => scene.Mention($"m{number}", TimeSpan.FromSeconds(number))));

        scene.Operations.Reset();
        var (keys, _) = await scene.PageAsync($"brand={scene.Brand}");
        Assert.Equal((50, 1), (keys.Count, scene.Operations.Count));

        await scene.AddAsync(Enumerable.Range(300, 2_000).Select(number => scene.Mention($"m{number}", TimeSpan.FromSeconds(number))));
        scene.Operations.Reset();
        Assert.Equal(keys, (await scene.PageAsync($"brand={scene.Brand}")).Keys);
        Assert.Equal(1, scene.Operations.Count);
    }

    [Theory]
    [InlineData("limit=0")]
    [InlineData("limit=101")]
    [InlineData("limit=x")]
    [InlineData("cursor=x")]
    [InlineData("brand=none")]
    [InlineData("mood=blue")]
    [InlineData("platform=fax")]
    [InlineData("state=lost")]
    [InlineData("from=yesterday")]
    [InlineData("minReach=-1")]
    [InlineData("minScore=101")]
    [InlineData("includeSpam=perhaps")]
    public async Task What_cannot_be_asked_is_refused(string query)
    {
        await using var scene = await OpenAsync();

        var (status, body) = await scene.ListAsync(query);

        Assert.Equal((400, "query-invalid"), (status, body.GetProperty("reason").GetString()));
    }

    [Fact]
    public async Task A_quote_in_a_filter_is_a_letter_like_others()
    {
        await using var scene = await OpenAsync();
        await scene.AddAsync("plain");

        await ShowsAsync(scene, $"author={Uri.EscapeDataString("x' or Platform ne '")}", []);
    }

    [Fact]
    public async Task A_mention_is_shown_with_copies_timeline_answers_and_what_can_be_done()
    {
        await using var scene = await OpenAsync();
        var first = scene.Mention("first", TimeSpan.FromMinutes(9)) with { Copies = 2, ReachWithCopies = 40 };
        await scene.AddAsync(first);
        foreach (var key in (string[])["c1", "c2"])
        {
            await scene.AddAsync(scene.Mention(key) with { CopyOf = first.Id, Group = first.Group });
        }

        var other = scene.Mention("other");
        await scene.AddAsync(other with { Post = other.Post with { Author = first.Post.Author } });
        await scene.Mentions.AddEntityAsync(
            MentionRows.From(first.Id, new MentionEntry("20261120|received", first.ReceivedAt, "received", null, null, null))
        );
        await scene.Mentions.AddEntityAsync(
            MentionRows.From(
                first.Id,
                new PublicReply
                {
                    Id = "r1",
                    Text = "Sorry!",
                    At = scene.Clock.Now,
                }
            )
        );

        var (status, body, request) = await scene.ReadAsync(first.Id.ToString());

        Assert.Equal((200, "\"1\""), (status, request.HttpContext.Response.Headers.ETag.ToString()));
        var mention = body.GetProperty("mention");
        Assert.Equal("Words of first", mention.GetProperty("text").GetString());
        Assert.Equal(CustomerIds.Of("mastodon", "author-of-first"), mention.GetProperty("author").GetProperty("customerId").GetString());
        Assert.Equal(2, body.GetProperty("copyList").GetArrayLength());
        Assert.Equal(other.Id.ToString(), body.GetProperty("sameAuthor")[0].GetProperty("id").GetString());
        Assert.Equal("received", body.GetProperty("timeline")[0].GetProperty("kind").GetString());
        Assert.Equal(
            ("Sorry!", "drafted"),
            (
                body.GetProperty("replies")[0].GetProperty("text").GetString(),
                body.GetProperty("replies")[0].GetProperty("state").GetString()
            )
        );
        var acts = body.GetProperty("acts")
            .EnumerateArray()
            .ToDictionary(act => act.GetProperty("act").GetString()!, act => act.GetProperty("isPossible").GetBoolean());
        Assert.Equal((true, false, true), (acts["ignore"], acts["reopen"], acts["case"]));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("main.01arz3ndektsv4rrffq69g5fav")]
    public async Task There_is_nothing_to_see_of_what_is_not_there(string id)
    {
        await using var scene = await OpenAsync();

        Assert.Equal(404, (await scene.ReadAsync(id)).Status);
    }

    /// <summary>Asserts that a query has one page with these mentions.</summary>
    private static async Task ShowsAsync(DeskScene scene, string query, string[] expected)
    {
        var (keys, next) = await scene.PageAsync(query);
        Assert.Equal(expected, keys);
        Assert.Null(next);
    }

    private Task<DeskScene> OpenAsync() => DeskScene.OpenAsync(azurite.ConnectionString);
}
