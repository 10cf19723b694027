using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using SupportPipeline.LocalHost.Hosting;
using SupportPipeline.LocalHost.Tests.Pipeline.Scenario;

namespace SupportPipeline.LocalHost.Tests.Pipeline;

/// <summary>A case after its first answer, with the clock moved: promises, closing, survey, waiting lists, mails outside of cases.</summary>
public sealed partial class LaterLifeTests(LaterLifeTests.PublicDesk shared)
    : PipelineTest(shared),
        IClassFixture<LaterLifeTests.PublicDesk>
{
    [Fact]
    public async Task A_missed_promise_is_reminded_escalated_and_told_with_a_new_time()
    {
        var mia = Customer("mia.promise@customer.example", "Mia");
        var opened = await mia.OpensAsync(mia.Letter());

        await AdvanceAsync("8.00:00:00");

        var missed = await Desk.CaseAsync(opened.Id);
        Assert.Contains("promise-missed", missed.Events.Select(entry => entry.Kind));
        Assert.Equal(
            ["acknowledgement", "promise-late"],
            missed.Replies.Select(reply => reply.Scenario).Order(StringComparer.Ordinal).Take(2)
        );
        Assert.Equal(2, (await mia.MailsAsync()).Count);
    }

    [Fact]
    public async Task Silence_is_reminded_warned_and_closed_and_never_surveyed()
    {
        var mia = Customer("mia.silent@customer.example", "Mia");
        var opened = await SolvedAsync(mia);

        for (var day = 0; day < 16; day++)
        {
            await AdvanceAsync("1.00:00:00");
        }

        var closed = await Desk.CaseAsync(opened.Id);
        Assert.Equal("closed", closed.State);
        Assert.Equal(
            ["acknowledgement", "confirm-solved", "confirm-reminder", "confirm-warning", "closed-silent"],
            closed.Replies.OrderBy(reply => Place(reply.Scenario)).Select(reply => reply.Scenario)
        );
        Assert.All(closed.Replies, reply => Assert.Equal("sent", reply.State));
        Assert.Equal(5, (await mia.MailsAsync()).Count);
    }

    [Fact]
    public async Task A_week_in_which_nothing_ran_still_leaves_a_day_between_warning_and_close()
    {
        var mia = Customer("mia.jump@customer.example", "Mia");
        var opened = await SolvedAsync(mia);

        await AdvanceAsync("20.00:00:00");
        Assert.Equal("solved", (await Desk.CaseAsync(opened.Id)).State);
        for (var day = 0; day < 8; day++)
        {
            await AdvanceAsync("1.00:00:00");
        }

        var closed = await Desk.CaseAsync(opened.Id);
        Assert.Equal("closed", closed.State);
        Assert.Contains("confirm-warning", closed.Replies.Select(reply => reply.Scenario));
    }

    [Fact]
    public async Task The_customers_yes_is_surveyed_once_and_a_bad_score_comes_to_a_supervisor()
    {
        var mia = Customer("mia.survey@customer.example", "Mia");
        var opened = await SolvedAsync(mia);
        var question = (await mia.MailsAsync())[^1];
        await mia.SendsAsync(
            mia.Letter() with
            {
                Text = "Yes, it works now, thank you!",
                InReplyTo = question.Headers["Message-ID"].Trim('<', '>'),
            }
        );
        Assert.Equal("closed", (await Desk.CaseAsync(opened.Id)).State);

        await AdvanceAsync("3.00:00:00");

        var survey = Assert.Single(await mia.MailsAsync(), mail => mail.Text.Contains("/api/survey/", StringComparison.Ordinal));
        var links = SurveyLink().Matches(survey.Text).Select(match => match.Value).ToList();
        Assert.Equal(5, links.Count);
        Assert.Contains($"<a href=\"https://desk.example{links[^1]}\">", survey.Html, StringComparison.Ordinal);
        using var shown = await Desk.Http.GetAsync(links[^1]);
        Assert.Equal(HttpStatusCode.OK, shown.StatusCode);
        Assert.StartsWith("default-src 'none'", shown.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("closed", (await Desk.CaseAsync(opened.Id)).State);
        for (var i = 0; i < 2; i++)
        {
            using var form = new FormUrlEncodedContent([new("score", "1"), new("comment", "Too <b>slow</b>")]);
            using var answered = await Desk.Http.PostAsync(links[^1], form);
            Assert.Equal(HttpStatusCode.OK, answered.StatusCode);
        }

        await Desk.IdleAsync();
        var reopened = await Desk.CaseAsync(opened.Id);
        Assert.Equal("open", reopened.State);
        Assert.Equal(("survey-detractor", "1"), Of(Assert.Single(reopened.Events, entry => entry.Kind == "survey-answered")));
        using var forged = await Desk.Http.PostAsync(links[^1][..^1] + "x", null);
        Assert.Equal(HttpStatusCode.NotFound, forged.StatusCode);
    }

    [Fact]
    public async Task A_purchase_is_asked_about_once_and_the_answer_opens_a_case()
    {
        var mia = Customer("mia.bought@customer.example", "Mia");
        var bought = new
        {
            eventId = "order-1",
            customer = new
            {
                email = mia.Address,
                name = "Mia",
                language = "en",
            },
            product = "the Aria blender",
            purchasedAt = Desk.Run.Clock.GetUtcNow(),
        };
        string?[] results = [.. await PurchaseAsync(bought), .. await PurchaseAsync(new { eventId = "x" }), .. await PurchaseAsync(bought)];
        Assert.Equal("accepted rejected duplicate", string.Join(' ', results));

        await AdvanceAsync("9.00:00:00");
        await AdvanceAsync("1.00:00:00");

        var mail = await mia.OnlyMailAsync();
        Assert.Equal("Is everything working with the Aria blender?", mail.Subject);
        Assert.Equal("auto-generated", mail.Headers["Auto-Submitted"]);
        Assert.Empty(await mia.CasesAsync());
        await mia.SendsAsync(
            mia.Letter() with
            {
                Subject = "Re: " + mail.Subject,
                Text = "The lid does not close.",
                InReplyTo = mail.Headers["Message-ID"].Trim('<', '>'),
            }
        );
        var opened = await mia.OnlyCaseAsync();
        Assert.Equal(("open", 1), (opened.State, opened.MessageCount));
        Assert.Equal(2, (await mia.MailsAsync()).Count);
    }

    [Fact]
    public async Task An_agent_schedules_lists_and_cancels()
    {
        var mia = Customer("mia.agent@customer.example", "Mia");
        var opened = await mia.OpensAsync(mia.Letter());
        var body = new
        {
            caseId = opened.Number,
            kind = "reminder",
            withinWorkingHours = 2,
            note = "Call back.",
        };

        using var made = await Desk.Http.PostAsJsonAsync("api/follow-ups", body);
        using var past = await Desk.Http.PostAsJsonAsync(
            "api/follow-ups",
            new
            {
                caseId = opened.Id,
                kind = "reminder",
                at = "2001-01-01T00:00:00Z",
            }
        );
        var listed = await Desk.Http.GetFromJsonAsync<JsonElement>("api/follow-ups?limit=200");
        using var cancelled = await Desk.Http.DeleteAsync($"api/follow-ups/{opened.Id}/reminder");

        Assert.Equal(
            (HttpStatusCode.OK, HttpStatusCode.BadRequest, HttpStatusCode.OK),
            (made.StatusCode, past.StatusCode, cancelled.StatusCode)
        );
        Assert.Contains(
            listed.GetProperty("items").EnumerateArray(),
            item => item.GetProperty("kind").GetString() == "reminder" && item.GetProperty("caseId").GetString() == opened.Id
        );
        Assert.Equal(
            ["follow-up-scheduled", "follow-up-cancelled"],
            (await Desk.CaseAsync(opened.Id))
                .Events.Select(entry => entry.Kind)
                .Where(kind => kind!.StartsWith("follow-up", StringComparison.Ordinal))
        );
    }

    [Theory]
    [InlineData("GET", "api/follow-ups")]
    [InlineData("POST", "api/follow-ups")]
    [InlineData("DELETE", "api/follow-ups/x/reminder")]
    [InlineData("GET", "api/waiting-lists")]
    [InlineData("POST", "api/waiting-lists/kettle/available")]
    public async Task Staff_routes_refuse_who_is_not_signed_in_or_has_another_role(string method, string path)
    {
        await using var closed = await Scenario.Desk.OpenAsync(options => options with { SignInRequired = true });
        using var nobody = await closed.Http.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Headers.Add("X-MS-CLIENT-PRINCIPAL", "forged");
        using var forged = await closed.Http.SendAsync(request);

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (nobody.StatusCode, forged.StatusCode));
    }

    private async Task<ReadCase> SolvedAsync(Customer customer)
    {
        var opened = await customer.OpensAsync(customer.Letter());
        var body = new
        {
            mark = "solved",
            values = new { solution = "The invoice covers May and June." },
            send = true,
        };
        using var marked = await Desk.Http.PostAsJsonAsync($"api/cases/{opened.Id}/mark", body);
        Assert.True(marked.IsSuccessStatusCode, await marked.Content.ReadAsStringAsync());
        await Desk.IdleAsync();
        Assert.Equal("solved", (await Desk.CaseAsync(opened.Id)).State);
        return opened;
    }

    private async Task<IEnumerable<string?>> PurchaseAsync(object purchase)
    {
        using var answer = await Desk.Http.PostAsJsonAsync("api/events/purchase", purchase);
        var results = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("results");
        return [.. results.EnumerateArray().Select(result => result.GetProperty("result").GetString())];
    }

    private async Task AdvanceAsync(string time)
    {
        using var moved = await Desk.Http.PostAsJsonAsync("local/clock", new { advance = time });
        Assert.Equal(HttpStatusCode.OK, moved.StatusCode);
        await Desk.IdleAsync();
    }

    private static int Place(string scenario) =>
        Array.IndexOf(["acknowledgement", "confirm-solved", "confirm-reminder", "confirm-warning", "closed-silent"], scenario);

    private static (string?, string?) Of(Entry entry) => (entry.Reason, entry.Evidence);

    [GeneratedRegex(@"/api/survey/[0-9a-z.]+", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex SurveyLink();

    /// <summary>A desk whose pages customers can reach.</summary>
    public sealed class PublicDesk : SharedDesk
    {
        // An announced reply is looked at again when its claim would have ended, and the tests wait for that.
        private protected override LocalHostOptions Configure(LocalHostOptions options) =>
            With(options, ("Desk:PublicUrl", "https://desk.example"), ("Replies:ClaimSeconds", "5"), ("SendGrid:TimeoutSeconds", "4"));
    }
}
