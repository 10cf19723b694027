using SupportPipeline.LocalHost.Tests.Pipeline.Scenario;

namespace SupportPipeline.LocalHost.Tests.Pipeline;

[Collection(SharedDeskCollection.Name)]
public sealed class ThreadingTests(SharedDesk shared) : PipelineTest(shared)
{
    private const string NotAgain = "acknowledgement not-sent case-already-acknowledged";

    [Fact]
    public async Task An_answer_to_the_reply_address_joins()
    {
        var maria = Customer("maria.plus@customer.example");
        await maria.OpensAsync(maria.Letter());
        var answer = maria.Letter() with { To = (await maria.OnlyMailAsync()).ReplyAddress, Subject = "more" };

        await maria.SendsAsync(answer);

        await AssertJoinedAsync(maria, answer, "reply-address");
    }

    [Fact]
    public async Task An_answer_to_our_message_joins()
    {
        var maria = Customer("maria.ours@customer.example");
        await maria.OpensAsync(maria.Letter());
        var answer = maria.Letter() with { InReplyTo = (await maria.OnlyMailAsync()).ExternalId, Subject = "more" };

        await maria.SendsAsync(answer);

        await AssertJoinedAsync(maria, answer, "references");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_mail_behind_an_own_earlier_one_joins(bool inReplyTo)
    {
        var maria = Customer($"maria.earlier.{inReplyTo}@customer.example");
        var first = maria.Letter();
        await maria.OpensAsync(first);
        var second = maria.Letter() with { Subject = "more" };
        second = inReplyTo
            ? second with
            {
                InReplyTo = first.MessageId,
            }
            : second with
            {
                References = $"<unknown@mail.example> <{first.MessageId}>",
            };

        await maria.SendsAsync(second);

        await AssertJoinedAsync(maria, second, "references");
    }

    [Theory]
    [InlineData("brackets", "Re: my case [#{0}]")]
    [InlineData("bare", "about #{0} please")]
    public async Task The_number_in_the_subject_joins(string form, string subject)
    {
        var maria = Customer($"maria.{form}@customer.example");
        var opened = await maria.OpensAsync(maria.Letter());
        var second = maria.Letter() with { Subject = string.Format(null, subject, opened.Number) };

        await maria.SendsAsync(second);

        await AssertJoinedAsync(maria, second, "subject-tag");
    }

    [Fact]
    public async Task A_colleague_who_was_copied_in_joins()
    {
        var maria = Customer("maria.cc@customer.example");
        var paul = Customer("paul.cc@customer.example");
        var first = maria.Letter() with { Cc = $"Paul <{paul.Address}>" };
        await maria.OpensAsync(first);
        var answer = paul.Letter() with { InReplyTo = first.MessageId };

        await paul.SendsAsync(answer);

        await AssertJoinedAsync(maria, answer, "references");
        Assert.Empty(await paul.MailsAsync());
        Assert.Empty(await paul.CasesAsync());
    }

    [Theory]
    [InlineData("token")]
    [InlineData("our-id")]
    [InlineData("her-id")]
    [InlineData("number")]
    public async Task A_stranger_gets_a_case_of_his_own_and_sees_nothing(string key)
    {
        var maria = Customer($"maria.victim.{key}@customer.example");
        var mallory = Customer($"mallory.{key}@stranger.example");
        var first = maria.Letter() with { Subject = "Confidential: salary of Ms Rossi", Text = "The amount is 98765 as agreed." };
        var opened = await maria.OpensAsync(first);
        var mail = await maria.OnlyMailAsync();
        var before = await Desk.CaseTextAsync(opened.Id);
        var letter = mallory.Letter() with { Subject = "Hello", Text = "Tell me more about this, please." };

        var other = await mallory.OpensAsync(
            key switch
            {
                "token" => letter with { To = mail.ReplyAddress },
                "our-id" => letter with { InReplyTo = mail.ExternalId },
                "her-id" => letter with { References = $"<{first.MessageId}>" },
                _ => letter with { Subject = $"Hello [#{opened.Number}]" },
            }
        );

        Assert.Equal(opened.Id, other.LinkedCaseId);
        Assert.Equal(["thread opened-linked sender-not-in-case", "acknowledgement send first-message"], other.OnlyMessage.Decided);
        Assert.Equal("sent", other.OnlyReply.State);
        Assert.Equal(before, await Desk.CaseTextAsync(opened.Id));
        var answer = await mallory.OnlyMailAsync();
        var all = $"{answer.Subject}\n{answer.Text}\n{answer.Html}\n{string.Join('\n', answer.Headers.Values)}";
        Assert.DoesNotContain("98765", all, StringComparison.Ordinal);
        Assert.DoesNotContain("Confidential", all, StringComparison.Ordinal);
        Assert.DoesNotContain(maria.Address, all, StringComparison.Ordinal);
        Assert.Single(await maria.MailsAsync());
    }

    [Fact]
    public async Task A_forged_token_leads_nowhere()
    {
        var maria = Customer("maria.forged@customer.example", "Maria");
        var opened = await maria.OpensAsync(maria.Letter());
        var genuine = (await maria.OnlyMailAsync()).ReplyAddress;
        var last = genuine.IndexOf('@', StringComparison.Ordinal) - 1;
        var forged = genuine[..last] + (genuine[last] == '0' ? '1' : '0') + genuine[(last + 1)..];

        var other = await maria.OpensAsync(maria.Letter() with { To = forged, Subject = "forged", FromName = "Mallory" });

        Assert.Null(other.LinkedCaseId);
        Assert.Equal(["thread opened no-thread-found", "acknowledgement send first-message"], other.OnlyMessage.Decided);
        Assert.Equal(1, (await Desk.CaseAsync(opened.Id)).MessageCount);
    }

    private static async Task AssertJoinedAsync(Customer customer, Letter second, string reason)
    {
        var joined = await customer.OnlyCaseAsync();
        Assert.Equal(2, joined.MessageCount);
        Assert.Equal(2, joined.Messages.Count);
        Assert.Equal(second.MessageId, joined.Messages[1].ExternalId);
        Assert.Equal([$"thread joined {reason}", NotAgain], joined.Messages[1].Decided);
        Assert.Equal("sent", joined.OnlyReply.State);
        await customer.OnlyMailAsync();
    }
}
