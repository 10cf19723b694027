using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using SupportPipeline.LocalHost.Tests.Pipeline.Scenario;

namespace SupportPipeline.LocalHost.Tests.Social;

/// <summary>What marketing reads, through the front door: the stream with its filters, searches, trend, moods and files.</summary>
[Collection(MarketingDeskCollection.Name)]
public sealed class MarketingReadingTests(MarketingDesk fixture) : PipelineTest(fixture)
{
    private const string Header =
        "id,brand,platform,source,kind,at,receivedAt,authorId,authorHandle,authorName,followers,text,url,language,mood,topic,complaint,score,spam,"
        + "spamReasons,reach,reachWithCopies,copies,state,assignee,ignoredBecause,caseId,answeredAt,editedAt,deletedAt";

    [Fact]
    public async Task The_stream_is_filtered_and_every_filter_leaves_out_what_does_not_match()
    {
        await Desk.ReceiveAsync(
            Item("late", "stream", "My parcel is three weeks late and nobody answers. Terrible delivery service!", followers: 2_000_000),
            Item("thanks", "stream", "Спасибо, отличная поддержка, всё быстро решили! Очень доволен!", followers: 10),
            Item("hours", "stream", "請問你們星期天有營業嗎？", followers: 20),
            Item("elsewhere", "other", "Does anybody know when the new shop opens?", followers: 30)
        );
        await Desk.AcceptAsync(
            "x",
            Encoding.UTF8.GetBytes(
                """{"data":{"event_uuid":"-1","event_type":"post.mention.create","filter":{"user_id":"700"},"payload":{"id":"990001","text":"@NordwindHelp I was billed twice for one invoice","author_id":"7001"}}}"""
            )
        );
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in new[] { "late", "thanks", "hours", "elsewhere", "billed" })
        {
            names[(await Desk.MentionOfAsync(name == "billed" ? "7001" : name)).Text("id")!] = name;
        }

        string IdOf(string name) => names.Single(one => one.Value == name).Key;
        await Desk.DoAsync($"api/mentions/{IdOf("thanks")}/assign", "marketing", new { to = "me" });
        await Desk.DoAsync($"api/mentions/{IdOf("hours")}/ignore", "marketing", new { reason = "no-answer-needed" });

        (string Query, string[] Expected)[] filters =
        [
            ("brand=stream", ["billed", "hours", "late", "thanks"]),
            ("brand=other", ["elsewhere"]),
            ("brand=stream&platform=generic", ["hours", "late", "thanks"]),
            ("brand=stream&platform=x", ["billed"]),
            ("brand=stream&mood=positive", ["thanks"]),
            ("brand=stream&mood=negative&platform=generic", ["late"]),
            ("brand=stream&topic=delivery", ["late"]),
            ("brand=stream&topic=billing", ["billed"]),
            ("brand=stream&language=ru", ["thanks"]),
            ("brand=stream&language=zh-Hant", ["hours"]),
            ("brand=stream&minReach=100000", ["late"]),
            ("brand=stream&minReach=100000000", []),
            ("brand=stream&state=new", ["billed", "late"]),
            ("brand=stream&state=assigned", ["thanks"]),
            ("brand=stream&state=ignored", ["hours"]),
            ("brand=stream&assignee=me", ["thanks"]),
            ("brand=stream&assignee=none&platform=generic", ["hours", "late"]),
        ];
        foreach (var (query, expected) in filters)
        {
            var found = (await Desk.ReadAsync($"api/mentions?{query}")).Ids().Select(id => names.GetValueOrDefault(id, id));
            Assert.Equal($"{query}: {string.Join(' ', expected)}", $"{query}: {string.Join(' ', found.Order(StringComparer.Ordinal))}");
        }
    }

    [Theory]
    [InlineData("mood=angry")]
    [InlineData("brand=nobody")]
    [InlineData("cursor=here")]
    [InlineData("limit=101")]
    [InlineData("from=yesterday")]
    public async Task What_cannot_be_asked_is_refused_and_not_left_out(string query)
    {
        var (status, problem) = await Desk.AskAsync(HttpMethod.Get, $"api/mentions?{query}", "marketing");

        Assert.Equal((HttpStatusCode.BadRequest, "query-invalid"), (status, problem.Reason()));
    }

    [Fact]
    public async Task Pages_neither_repeat_nor_hide_anything_while_new_mentions_come_in()
    {
        string[] texts =
        [
            "Where can I buy spare wheels?",
            "The blue one looks nice in the window",
            "Is breakfast part of the ticket?",
            "We met your team at the fair",
            "Which bus stops in front of the door?",
        ];
        await Desk.ReceiveAsync([
            .. texts.Select((text, number) => Item($"p{number}", "paging", text, at: Desk.Run.Clock.GetUtcNow().AddMinutes(-10 * number))),
        ]);
        var all = (await Desk.ReadAsync("api/mentions?brand=paging")).Ids();
        var read = new List<string>();

        var page = await Desk.ReadAsync("api/mentions?brand=paging&limit=2");
        await Desk.ReceiveAsync(Item("p-new", "paging", "Somebody left an umbrella here"));
        read.AddRange(page.Ids());
        while (page.Text("next") is { } next)
        {
            page = await Desk.ReadAsync($"api/mentions?brand=paging&limit=2&cursor={next}");
            read.AddRange(page.Ids());
        }

        Assert.Equal(5, all.Count);
        Assert.Equal(all, read);
    }

    [Fact]
    public async Task A_search_is_kept_listed_used_and_thrown_away()
    {
        await Desk.ReceiveAsync(
            Item("s-mine", "calm", "The lamp in your shop window is broken"),
            Item("s-free", "calm", "Which of the two colours is cheaper?")
        );
        var mine = (await Desk.MentionOfAsync("s-mine")).Text("id")!;
        var free = (await Desk.MentionOfAsync("s-free")).Text("id")!;
        await Desk.DoAsync($"api/mentions/{mine}/assign", "marketing", new { to = "me" });

        var kept = await Desk.DoAsync(
            "api/mentions/searches",
            "marketing",
            new { name = "My work", query = new { brand = "calm", assignee = "me" } }
        );
        var unusable = await Desk.DoAsync("api/mentions/searches", "marketing", new { name = "Odd", query = new { brand = "nobody" } });
        var list = await Desk.ReadAsync("api/mentions/searches");
        var used = await Desk.ReadAsync("api/mentions?search=My%20work");
        var own = await Desk.ReadAsync("api/mentions?search=My%20work&assignee=none");
        var others = await Desk.AskAsync(HttpMethod.Get, "api/mentions?search=My%20work", "agent");
        var discarded = await Desk.AskAsync(HttpMethod.Delete, "api/mentions/searches/My%20work", "marketing");
        var gone = await Desk.AskAsync(HttpMethod.Get, "api/mentions?search=My%20work", "marketing");

        Assert.Equal((HttpStatusCode.Created, "local-marketing"), (kept.Status, kept.Body.Text("by")));
        Assert.Equal((HttpStatusCode.BadRequest, "query-invalid"), (unusable.Status, unusable.Body.Reason()));
        Assert.Equal("My work", Assert.Single(list.GetProperty("items").EnumerateArray()).Text("name"));
        Assert.Equal([mine], used.Ids());
        Assert.Equal([free], own.Ids());
        Assert.Equal((HttpStatusCode.NotFound, "search-not-found"), (others.Status, others.Body.Reason()));
        Assert.Equal(HttpStatusCode.NoContent, discarded.Status);
        Assert.Equal((HttpStatusCode.NotFound, "search-not-found"), (gone.Status, gone.Body.Reason()));
    }

    [Fact]
    public async Task The_trend_of_hours_and_days_and_the_moods_by_topic_are_counted_and_say_when_there_is_too_little()
    {
        var day = new DateTimeOffset(Desk.Run.Clock.GetUtcNow().UtcDateTime.Date, TimeSpan.Zero).AddDays(-2);
        await Desk.ReceiveAsync([
            .. Enumerable
                .Range(0, 12)
                .Select(number =>
                    Item(
                        $"t-late-{number}",
                        "trend",
                        "My parcel has not arrived, the delivery is terribly late!",
                        at: day.AddHours(10).AddMinutes(number * 4)
                    )
                ),
            .. Enumerable
                .Range(0, 3)
                .Select(number =>
                    Item($"t-bill-{number}", "trend", "I love how clear your invoice is, great!", at: day.AddHours(12).AddMinutes(number))
                ),
        ]);
        var span = $"brand=trend&from={day:yyyy-MM-dd}&to={day.AddDays(1):yyyy-MM-dd}";

        var hours = await Desk.ReadAsync($"api/mentions/trend?{span}");
        var days = await Desk.ReadAsync($"api/mentions/trend?{span}&by=day");
        var moods = await Desk.ReadAsync($"api/mentions/moods?{span}&by=topic");

        var points = hours.GetProperty("points").EnumerateArray().ToList();
        Assert.Equal(24, points.Count);
        Assert.Equal("12 all, 1 first, 12 negative, 0 positive, -100, ", Words(points[10]));
        Assert.Equal("0 all, 0 first, 0 negative, 0 positive, , not-enough-data", Words(points[11]));
        Assert.Equal("3 all, 1 first, 0 negative, 3 positive, , not-enough-data", Words(points[12]));
        Assert.Equal("15 all, 2 first, 12 negative, 3 positive, -60, ", Words(Assert.Single(days.GetProperty("points").EnumerateArray())));
        Assert.Equal("15 all, 2 first, 12 negative, 3 positive, -60, ", Words(days.GetProperty("total")));
        Assert.Equal(
            ["delivery: 12 all, 1, 0, ", "billing: 3 all, , , not-enough-data"],
            moods
                .GetProperty("items")
                .EnumerateArray()
                .Select(item =>
                    $"{item.Text("name")}: {item.GetProperty("all")} all, {Number(item, "negativeShare")}, {Number(item, "positiveShare")}, {item.Text("note")}"
                )
        );
    }

    [Fact]
    public async Task The_files_hold_what_the_stream_holds_and_no_cell_is_a_formula()
    {
        await Desk.ReceiveAsync(
            Item(
                "=1+1",
                "export",
                "=HYPERLINK(\"https://evil.example\",\"win\")\nЭто ссылка",
                followers: 1_000,
                handle: "mallory",
                name: "@sum, \"it\""
            )
        );
        var mention = await Desk.MentionOfAsync("=1+1");

        using var csv = await Desk.Http.GetAsync(new Uri("api/mentions/export.csv?brand=export&bom=true", UriKind.Relative));
        var bytes = await csv.Content.ReadAsByteArrayAsync();
        var json = await Desk.ReadAsync("api/mentions/export.json?brand=export");
        var none = await Desk.Http.GetStringAsync("api/mentions/export.csv?brand=export&platform=vk");

        Assert.Equal("text/csv; charset=utf-8", csv.Content.Headers.ContentType?.ToString());
        Assert.Equal("mentions.csv", csv.Content.Headers.ContentDisposition?.FileName);
        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), bytes[..3]);
        Assert.Equal(
            $""""
            {Header}
            {mention.Text("id")},export,generic,shop,mention,{Moment(mention, "at")},{Moment(
                mention,
                "receivedAt"
            )},'=1+1,mallory,"'@sum, ""it""",1000,"'=HYPERLINK(""https://evil.example"",""win"")
            Это ссылка",,ru,neutral,other,false,9,0,,150,,0,new,,,,,,

            """".ReplaceLineEndings(
                "\n"
            ),
            Encoding.UTF8.GetString(bytes[3..]).ReplaceLineEndings("\n")
        );
        Assert.Equal([mention.GetRawText()], json.EnumerateArray().Select(one => one.GetRawText()));
        Assert.Equal(Header + "\r\n", none);
    }

    private static string Words(JsonElement point) =>
        $"{point.GetProperty("all")} all, {point.GetProperty("firsts")} first, {point.GetProperty("negative")} negative, {point.GetProperty("positive")} positive, {Number(point, "netSentiment")}, {point.Text("note")}";

    private static string Number(JsonElement item, string name) => item.TryGetProperty(name, out var number) ? number.GetRawText() : "";

    private static string Moment(JsonElement mention, string name) =>
        mention.GetProperty(name).GetDateTimeOffset().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static object Item(
        string author,
        string brand,
        string text,
        int? followers = null,
        DateTimeOffset? at = null,
        string? handle = null,
        string? name = null
    ) =>
        new
        {
            source = "shop",
            externalId = $"{brand}-{author}",
            brand,
            text,
            publishedAt = at,
            author = new
            {
                id = author,
                followers,
                handle,
                name,
            },
        };
}
