using SupportPipeline.LocalHost.Tests.Pipeline.Scenario;

namespace SupportPipeline.LocalHost.Tests.Pipeline;

/// <summary>From the message to the words, to the rule, to the reply: everything stands in the case as it is served.</summary>
[Collection(SharedDeskCollection.Name)]
public sealed class PlanTests(SharedDesk shared) : PipelineTest(shared)
{
    [Fact]
    public async Task A_decision_can_be_followed_from_the_words_to_the_reply()
    {
        var maria = Customer("maria.refund@customer.example");

        var opened = await maria.OpensAsync(
            maria.Letter() with
            {
                Subject = "Refund for order 55",
                Text = "Please refund order 55.\n\n> I love this shop, it is wonderful",
            }
        );

        var message = opened.OnlyMessage;
        Assert.Equal("Refund for order 55\nPlease refund order 55.", message.TriagedText);
        Assert.Equal(("en", "refund", "none", "civil", "embedded"), Values(message.Triage));
        Assert.NotEmpty(message.Triage.Evidence);
        Assert.All(message.Triage.Evidence, words => Assert.Equal(words.Text, message.TriagedText.Substring(words.Offset, words.Length)));
        Assert.Equal(("refund", opened.Urgency, opened.Team), (message.Plan.Scenario, message.Plan.Urgency, message.Plan.Team));
        Assert.Equal(["refund-received send wants-refund"], message.Decided.Skip(1));
        Assert.Equal(
            ["promise-reminder", "promise-escalation"],
            message.Plan.Steps.Where(step => step is { Kind: "follow-up", Reason: "answer-promised" }).Select(step => step.What)
        );
        Assert.Equal(($"refund-received-{message.Id}", "refund-received", "sent"), Named(opened.OnlyReply));
        await maria.OnlyMailAsync();
    }

    [Fact]
    public async Task A_draft_waits_beside_the_answer_and_is_not_sent()
    {
        var maria = Customer("maria.praise@customer.example");

        var opened = await maria.OpensAsync(
            maria.Letter() with
            {
                Subject = "Thank you to Priya",
                Text = "I just wanted to say that Priya was wonderful. She was so kind and patient. Excellent service, thank you so much!",
            }
        );

        Assert.Equal(
            ["acknowledgement sent", "praise-thanks drafted"],
            opened.Replies.Select(reply => $"{reply.Scenario} {reply.State}").Order(StringComparer.Ordinal)
        );
        Assert.Equal(opened.Replies.Single(reply => reply.State == "sent").Text, (await maria.OnlyMailAsync()).Text);
    }

    [Fact]
    public async Task Somebody_who_may_harm_themselves_gets_no_automatic_mail_and_the_duty_manager_is_told()
    {
        var ben = Customer("ben.care@customer.example");

        var opened = await ben.OpensAsync(
            ben.Letter() with
            {
                Subject = "Still locked out",
                Text = "Nobody helps. I lost my job last month, and I don't want to live anymore.",
            }
        );

        Assert.Equal(("holding-note-care", "drafted"), (opened.OnlyReply.Scenario, opened.OnlyReply.State));
        Assert.Contains(opened.OnlyMessage.Plan.Steps, step => step is { What: "duty-manager", Result: "told", Reason: "self-harm-risk" });
        Assert.Equal(1, opened.Urgency);
        Assert.Empty(await ben.MailsAsync());
    }

    private static (string, string, string, string, string) Values(Understood triage) =>
        (triage.Language, triage.Intent, triage.Threat, triage.Conduct, triage.Engine);

    private static (string, string, string) Named(ReplyRead reply) => (reply.Id, reply.Scenario, reply.State);
}
