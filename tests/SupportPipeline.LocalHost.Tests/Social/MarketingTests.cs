using System.Net;
using System.Text;
using System.Text.Json;
using SupportPipeline.LocalHost.Tests.Pipeline.Scenario;

namespace SupportPipeline.LocalHost.Tests.Social;

/// <summary>What marketing does with mentions, through the front door.</summary>
[Collection(MarketingDeskCollection.Name)]
public sealed class MarketingTests(MarketingDesk fixture) : PipelineTest(fixture)
{
    [Fact]
    public async Task A_mention_is_given_to_somebody_and_back_and_the_timeline_says_who_did_it()
    {
        var id = await ReceiveAsync("m-assign", "The escalator at the north gate stands still");

        var mine = await Desk.DoAsync($"api/mentions/{id}/assign", "marketing", new { to = "me" });
        var theirs = await Desk.DoAsync($"api/mentions/{id}/assign", "marketing", new { to = "ben", note = "He knows the place." });
        var nobody = await Desk.DoAsync($"api/mentions/{id}/assign", "marketing", new { to = (string?)null });

        Assert.Equal(["assigned local-marketing", "assigned ben", "new "], new[] { mine, theirs, nobody }.Select(StateOf));
        Assert.Equal(
            ["to local-marketing", "to ben: He knows the place.", "nobody"],
            (await Desk.DetailsOfAsync("m-assign"))
                .GetProperty("timeline")
                .EnumerateArray()
                .Where(entry => entry.Text("kind") == "assigned" && entry.Text("by") == "local-marketing")
                .Select(entry => entry.Text("note"))
        );
    }

    [Theory]
    [InlineData(null, "Somebody sings in front of the shop")]
    [InlineData("because", "A white cat sleeps on the counter of the bakery")]
    public async Task Ignoring_needs_a_reason_of_the_list(string? reason, string text)
    {
        var id = await ReceiveAsync($"m-ignore-{reason}", text);

        var (status, problem) = await Desk.DoAsync($"api/mentions/{id}/ignore", "marketing", new { reason });

        Assert.Equal((HttpStatusCode.BadRequest, "reason-unknown"), (status, problem.Reason()));
        Assert.Equal("reason is one of spam, not-about-us, no-answer-needed, handled-elsewhere.", problem.Text("detail"));
        Assert.Equal("new", (await Desk.MentionOfAsync($"m-ignore-{reason}")).Text("state"));
    }

    [Fact]
    public async Task What_is_ignored_with_a_reason_can_be_taken_up_again()
    {
        var id = await ReceiveAsync("m-reopen", "Is the harbour closed for ships today?");

        var ignored = await Desk.DoAsync($"api/mentions/{id}/ignore", "marketing", new { reason = "not-about-us" });
        var opened = await Desk.DoAsync($"api/mentions/{id}/reopen", "marketing", new { });
        var again = await Desk.DoAsync($"api/mentions/{id}/reopen", "marketing", new { });

        Assert.Equal(("ignored", "not-about-us"), (Mention(ignored).Text("state"), Mention(ignored).Text("ignoredBecause")));
        Assert.Equal(("new", null), (Mention(opened).Text("state"), Mention(opened).Text("ignoredBecause")));
        Assert.Equal((HttpStatusCode.Conflict, "mention-not-ignored"), (again.Status, again.Body.Reason()));
    }

    [Fact]
    public async Task While_somebody_writes_an_answer_a_second_person_is_told()
    {
        var id = await ReceiveAsync("m-writing", "My seat in the train was taken by a bicycle");

        var first = await Desk.DoAsync($"api/mentions/{id}/writing", "marketing", new { });
        var second = await Desk.DoAsync($"api/mentions/{id}/writing", "admin", new { });
        var act = await Desk.DoAsync($"api/mentions/{id}/note", "admin", new { note = "Which train?" });
        await Desk.DoAsync($"api/mentions/{id}/writing", "marketing", new { stop = true });
        var after = await Desk.DoAsync($"api/mentions/{id}/writing", "admin", new { });

        Assert.Equal("local-marketing", Mention(first).GetProperty("writer").Text("by"));
        Assert.Equal((HttpStatusCode.Conflict, "somebody-is-writing"), (second.Status, second.Body.Reason()));
        Assert.Equal(("local-marketing", "local-marketing"), (second.Body.Text("by"), second.Writer));
        Assert.Equal((HttpStatusCode.OK, "local-marketing"), (act.Status, act.Writer));
        Assert.Equal((HttpStatusCode.OK, "local-admin"), (after.Status, Mention(after).GetProperty("writer").Text("by")));
    }

    [Fact]
    public async Task An_act_that_rests_on_something_old_is_told_what_changed()
    {
        var id = await ReceiveAsync("m-stale", "The map in the station shows the old exits");
        await Desk.DoAsync($"api/mentions/{id}/note", "admin", new { note = "Asked the station." });

        var (status, problem) = await Desk.AskAsync(
            HttpMethod.Post,
            $"api/mentions/{id}/assign",
            "marketing",
            new { to = "me" },
            ("If-Match", "\"1\"")
        );

        Assert.Equal(
            (HttpStatusCode.Conflict, "mention-changed", 2),
            (status, problem.Reason(), problem.GetProperty("version").GetInt32())
        );
        Assert.Equal("Asked the station.", Assert.Single(problem.GetProperty("changes").EnumerateArray()).Text("note"));
        Assert.Null((await Desk.MentionOfAsync("m-stale")).Text("assignee"));
    }

    [Fact]
    public async Task Two_mentions_of_one_customer_become_one_case_without_a_mail()
    {
        string[] texts = ["My washing machine leaks and the hotline hangs up!", "Now the kitchen is under water because of your machine!"];
        await Desk.ReceiveAsync([.. texts.Select((text, number) => Item("m-case", text, number))]);
        var mentions = await Desk.MentionsOfAsync("m-case");
        var (first, second) = (IdOf(texts[0]), IdOf(texts[1]));
        var mails = (await Desk.OutboxAsync()).Count;

        var one = await Desk.DoAsync($"api/mentions/{first}/case", "marketing", new { });
        var two = await Desk.DoAsync($"api/mentions/{second}/case", "marketing", new { });
        var again = await Desk.DoAsync($"api/mentions/{first}/case", "marketing", new { });
        await Desk.IdleAsync();

        var caseId = Mention(one).Text("caseId")!;
        Assert.Equal([$"converted {caseId}", $"converted {caseId}", $"converted {caseId}"], new[] { one, two, again }.Select(CaseOf));
        var opened = await Desk.CaseAsync(caseId);
        Assert.Equal((2, Mention(one).GetProperty("author").Text("customerId")), (opened.MessageCount, opened.CustomerId));
        Assert.Equal(texts, opened.Messages.Select(message => message.Text).Order(StringComparer.Ordinal));
        Assert.Equal(mails, (await Desk.OutboxAsync()).Count);

        string IdOf(string text) => mentions.Single(mention => mention.Text("text") == text).Text("id")!;
    }

    [Fact]
    public async Task A_comment_is_answered_in_private_once()
    {
        var now = Desk.Run.Clock.GetUtcNow().ToUnixTimeSeconds();
        await Desk.AcceptAsync(
            "meta",
            Encoding.UTF8.GetBytes(
                $$$"""{"object":"page","entry":[{"id":"900","time":{{{now}}},"changes":[{"field":"feed","value":{"item":"comment","verb":"add","from":{"id":"m-private","name":"Anna"},"post_id":"900_1","comment_id":"c-77","message":"The kettle burnt my table","created_time":{{{now}}}}}]}]}"""
            )
        );
        var id = (await Desk.MentionOfAsync("m-private")).Text("id");
        var asked = new Dictionary<string, object> { ["text"] = "Sorry, Anna! Where may we call you?", ["private"] = true };

        var draft = await Desk.DoAsync($"api/mentions/{id}/reply", "marketing", asked);
        await Desk.DoAsync(
            $"api/mentions/{id}/replies/{draft.Body.GetProperty("reply").Text("id")}/approve",
            "approver",
            new { text = asked["text"] }
        );
        await Desk.IdleAsync();
        var second = await Desk.DoAsync($"api/mentions/{id}/reply", "marketing", asked);

        var post = Assert.Single(
            (await Desk.ReadAsync("local/platforms/posts")).EnumerateArray(),
            one => one.GetRawText().Contains("c-77", StringComparison.Ordinal)
        );
        Assert.Equal("/local/platforms/facebook/v24.0/900/messages", post.Text("path"));
        Assert.Equal(
            """{"recipient":{"comment_id":"c-77"},"message":{"text":"Sorry, Anna! Where may we call you?"}}""",
            post.GetProperty("body").GetRawText()
        );
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "private-reply-used"), (second.Status, second.Body.Reason()));
        Assert.Equal(
            "The platform allows one private message for each comment, and this one has had it. The talk goes on once the author answers. Open it there.",
            second.Body.Text("detail")
        );
    }

    [Theory]
    [InlineData("GET", "api/mentions")]
    [InlineData("GET", "api/mentions/export.csv")]
    [InlineData("GET", "api/mentions/trend")]
    [InlineData("GET", "api/mentions/moods")]
    [InlineData("GET", "api/mentions/searches")]
    public async Task Reading_is_for_marketing_and_agents(string method, string path)
    {
        var onCall = await Desk.AskAsync(new HttpMethod(method), path, "on-call");

        Assert.Equal((HttpStatusCode.Forbidden, "role-missing"), (onCall.Status, onCall.Body.Reason()));
        Assert.Equal(HttpStatusCode.OK, await StatusOfAsync(path, "agent"));
        Assert.Equal(HttpStatusCode.OK, await StatusOfAsync(path, "marketing"));
    }

    [Fact]
    public async Task Acting_is_for_marketing()
    {
        var id = await ReceiveAsync("m-role", "The clock above the entrance is an hour slow");
        var before = await Desk.ReadAsync($"api/mentions/{id}");

        foreach (var act in new[] { "assign", "ignore", "reopen", "not-spam", "note", "writing", "case" })
        {
            foreach (var role in new[] { "agent", "on-call", "approver" })
            {
                var (status, problem) = await Desk.DoAsync($"api/mentions/{id}/{act}", role, new { });
                Assert.Equal((act, role, HttpStatusCode.Forbidden, "role-missing"), (act, role, status, problem.Reason()));
            }
        }

        Assert.Equal(before.GetRawText(), (await Desk.ReadAsync($"api/mentions/{id}")).GetRawText());
    }

    [Fact]
    public async Task Who_is_not_signed_in_neither_reads_nor_acts()
    {
        await using var closed = await Desk.OpenAsync(options => options with { SignInRequired = true });

        foreach (var path in new[] { "api/mentions", "api/mentions/export.json", "api/mentions/trend", "api/social/alerts" })
        {
            var (status, problem) = await closed.AskAsync(HttpMethod.Get, path, null);
            Assert.Equal((HttpStatusCode.Unauthorized, "not-signed-in"), (status, problem.Reason()));
        }

        var act = await closed.AskAsync(HttpMethod.Post, "api/mentions/main.x/assign", null, new { to = "me" });
        Assert.Equal((HttpStatusCode.Unauthorized, "not-signed-in"), (act.Status, act.Body.Reason()));
    }

    private async Task<string> ReceiveAsync(string author, string text)
    {
        await Desk.ReceiveAsync(Item(author, text));
        return (await Desk.MentionOfAsync(author)).Text("id")!;
    }

    private static object Item(string author, string text, int number = 0) =>
        new
        {
            source = "shop",
            externalId = $"{author}-{number}",
            text,
            author = new { id = author },
        };

    private async Task<HttpStatusCode> StatusOfAsync(string path, string role)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Cookie", $"local-role={role}");
        using var answer = await Desk.Http.SendAsync(request);
        return answer.StatusCode;
    }

    private static JsonElement Mention(StaffAnswer answer) => answer.Body.GetProperty("mention");

    private static string StateOf(StaffAnswer answer) => $"{Mention(answer).Text("state")} {Mention(answer).Text("assignee")}";

    private static string CaseOf(StaffAnswer answer) => $"{Mention(answer).Text("state")} {Mention(answer).Text("caseId")}";
}
