using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using SupportPipeline.LocalHost.Hosting;
using SupportPipeline.LocalHost.Tests.Pipeline.Scenario;

namespace SupportPipeline.LocalHost.Tests.Pipeline;

/// <summary>Agents at work, through the doors agents use.</summary>
public sealed class AgentTests(AgentTests.AgentsDesk shared) : PipelineTest(shared), IClassFixture<AgentTests.AgentsDesk>
{
    private const string Answer =
        "Hello,\n\nThank you for telling us. It is annoying when a parcel is late. We have sent it again, and it is on its way.\n\nKind regards,\nAnna";

    private static int s_customers;

    [Fact]
    public async Task An_answer_is_drafted_checked_approved_and_reaches_the_customer_as_a_persons_mail()
    {
        var maria = Customer("maria.agent@customer.example", "Maria");
        var opened = await maria.OpensAsync(maria.Letter());

        var draft = Drafted(await ActAsync(opened.Id, "replies", new { text = Answer }));
        await ActAsync(opened.Id, $"replies/{draft}/approve", new { });

        var mail = (await maria.MailsAsync())[^1];
        Assert.Equal((maria.Address, Answer), (mail.To, mail.Text));
        Assert.False(mail.Headers.ContainsKey("Auto-Submitted"));
        Assert.False(mail.Headers.ContainsKey("X-Auto-Response-Suppress"));
        Assert.Equal($"<{opened.OnlyMessage.ExternalId}>", mail.Headers["In-Reply-To"]);
        var letter = maria.Letter() with { Subject = "Re: " + mail.Subject, InReplyTo = mail.ExternalId, To = mail.ReplyAddress };
        await maria.SendsAsync(letter);
        Assert.Equal(2, (await Desk.CaseAsync(opened.Id)).MessageCount);
    }

    [Fact]
    public async Task Approved_twice_at_once_it_is_sent_once()
    {
        var maria = Customer("maria.twice-at-once@customer.example");
        var opened = await maria.OpensAsync(maria.Letter());
        var draft = Drafted(await ActAsync(opened.Id, "replies", new { text = Answer }));

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => ActAsync(opened.Id, $"replies/{draft}/approve", new { })));

        Assert.Equal(2, (await maria.MailsAsync()).Count);
        Assert.Equal("sent", (await Desk.CaseAsync(opened.Id)).Replies.Single(reply => reply.Id == draft).State);
    }

    [Fact]
    public async Task Who_answers_what_the_customer_has_added_to_meanwhile_hears_of_it_first()
    {
        var maria = Customer("maria.meanwhile@customer.example");
        var letter = maria.Letter();
        var opened = await maria.OpensAsync(letter);
        var draft = await SendAsync(HttpMethod.Post, opened.Id, "replies", new { text = Answer });
        var seen = draft.Headers.ETag!;
        await maria.SendsAsync(maria.Letter() with { InReplyTo = letter.MessageId, Text = "It has come after all, thank you." });

        using var refused = await SendAsync(
            HttpMethod.Post,
            opened.Id,
            $"replies/{Drafted(await draft.Content.ReadFromJsonAsync<JsonElement>())}/approve",
            new { },
            seen
        );

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        var problem = await refused.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("case-changed", problem.GetProperty("reason").GetString());
        var change = Assert.Single(problem.GetProperty("changes").EnumerateArray());
        Assert.Equal("It has come after all, thank you.", change.GetProperty("message").GetProperty("ownWords").GetString());
        Assert.NotEqual(seen, refused.Headers.ETag);
        draft.Dispose();
    }

    [Fact]
    public async Task Joined_cases_get_their_mail_in_one_and_are_two_again_when_that_was_wrong()
    {
        var maria = Customer("maria.joined@customer.example");
        var one = await maria.OpensAsync(maria.Letter());

        // Mails that come close together are one matter.
        using (await Desk.Http.PostAsJsonAsync("local/clock", new { advance = "02:00:00" })) { }

        var two = await maria.OpensAsync(maria.Letter() with { Subject = "The other matter" });
        var acknowledged = (await maria.MailsAsync())[^1];

        await ActAsync(two.Id, "merge", new { into = one.Number, note = "one matter" });
        await maria.SendsAsync(maria.Letter() with { InReplyTo = acknowledged.ExternalId, To = acknowledged.ReplyAddress });

        var joined = await Desk.CaseAsync(one.Id);
        Assert.Equal((2, 3), (joined.MessageCount, joined.Messages.Count));
        Assert.Equal([one.Id], (await maria.CasesAsync()).Select(listed => listed.Id));
        await ActAsync(two.Id, "unmerge", new { note = "they are two" });
        Assert.Equal(2, (await Desk.CaseAsync(one.Id)).Messages.Count);
        Assert.Equal(("open", 1), ((await Desk.CaseAsync(two.Id)).State, (await Desk.CaseAsync(two.Id)).MessageCount));
        Assert.Equal(2, (await maria.CasesAsync()).Count);
    }

    [Fact]
    public async Task A_message_about_something_else_becomes_a_case_and_its_answers_follow_it()
    {
        var maria = Customer("maria.split@customer.example");
        var first = maria.Letter();
        var opened = await maria.OpensAsync(first);
        var other = maria.Letter() with { InReplyTo = first.MessageId, Text = "By the way, my kettle leaks. What can I do?" };
        var messageId = await maria.SendsAsync(other);

        await ActAsync(opened.Id, "split", new { messageId, note = "own matter" });
        await ActAsync(opened.Id, "split", new { messageId });
        await maria.SendsAsync(maria.Letter() with { InReplyTo = other.MessageId, Text = "It leaks at the base." });

        Assert.Equal((1, opened.Id), ((await Desk.CaseAsync(opened.Id)).MessageCount, (await Desk.CaseAsync(opened.Id)).OnlyMessage.Id));
        var split = await Desk.CaseAsync(messageId);
        Assert.Equal(
            ["By the way, my kettle leaks. What can I do?", "It leaks at the base."],
            split.Messages.Select(message => message.OwnWords)
        );
        Assert.Equal(
            [(opened.Id, 1), (messageId, 2)],
            (await maria.CasesAsync()).Select(listed => (listed.Id, listed.MessageCount)).OrderBy(listed => listed.Item2)
        );
    }

    [Theory]
    [InlineData("notes", """{"text":null}""", 400)]
    [InlineData("notes", """{"text":"\ud800"}""", 400)]
    [InlineData("notes", """{"text":1}""", 400)]
    [InlineData("notes", """{"words":"x"}""", 400)]
    [InlineData("notes", "null", 400)]
    [InlineData("notes", "[", 400)]
    [InlineData("assign", """{"to":{}}""", 400)]
    [InlineData("close", "", 400)]
    [InlineData("mark", """{"mark":"solved","send":true,"values":{"solution":null}}""", 409)]
    [InlineData("merge", """{"into":"0000-0000"}""", 404)]
    [InlineData("split", """{"messageId":"x"}""", 404)]
    [InlineData("unmerge", "{}", 409)]
    [InlineData("replies/x/approve", "{}", 404)]
    [InlineData("replies", """{"text":"x","promiseBy":"9999-12-31T23:59:59Z"}""", 400)]
    public async Task What_cannot_be_done_has_a_reason_and_changes_nothing(string route, string body, int status)
    {
        var maria = Customer($"maria.{Interlocked.Increment(ref s_customers)}@customer.example");
        var opened = await maria.OpensAsync(maria.Letter());
        var before = await Desk.CaseTextAsync(opened.Id);

        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await Desk.Http.PostAsync($"api/cases/{opened.Id}/{route}", content);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.NotEmpty((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("reason").GetString()!);
        Assert.Equal(
            (await Desk.CaseAsync(opened.Id)).Timeline.Count,
            JsonDocument.Parse(before).RootElement.GetProperty("timeline").GetArrayLength()
        );
    }

    private async Task<JsonElement> ActAsync(string id, string route, object body)
    {
        using var answer = await SendAsync(HttpMethod.Post, id, route, body);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private async Task<HttpResponseMessage> SendAsync(
        HttpMethod method,
        string id,
        string route,
        object body,
        EntityTagHeaderValue? seen = null
    )
    {
        using var request = new HttpRequestMessage(method, $"api/cases/{id}/{route}") { Content = JsonContent.Create(body) };
        if (seen is not null)
        {
            request.Headers.IfMatch.Add(seen);
        }

        return await Desk.Http.SendAsync(request);
    }

    private static string Drafted(JsonElement document) =>
        document
            .GetProperty("replies")
            .EnumerateArray()
            .Single(reply => reply.GetProperty("scenario").GetString() == "agent-reply")
            .GetProperty("id")
            .GetString()!;

    /// <summary>Announced replies are looked at after the shortest time there is.</summary>
    public sealed class AgentsDesk : SharedDesk
    {
        private protected override LocalHostOptions Configure(LocalHostOptions options) => With(options, ("Replies:ClaimSeconds", "5"));
    }
}
