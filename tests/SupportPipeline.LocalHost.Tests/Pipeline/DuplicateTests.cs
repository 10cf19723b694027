using SupportPipeline.LocalHost.Tests.Pipeline.Scenario;

namespace SupportPipeline.LocalHost.Tests.Pipeline;

[Collection(SharedDeskCollection.Name)]
public sealed class DuplicateTests(SharedDesk shared) : PipelineTest(shared)
{
    [Fact]
    public async Task A_request_posted_twice_is_one_message()
    {
        var maria = Customer("maria.twice@customer.example");
        var letter = maria.Letter();

        var first = await maria.SendsAsync(letter);
        await maria.SendsAsync(letter);

        await AssertOneMessageAsync(maria, [first], 1, "duplicate-message");
    }

    [Fact]
    public async Task A_request_posted_by_eight_at_once_is_one_message()
    {
        var maria = Customer("maria.eight@customer.example");
        var letter = maria.Letter();

        var ids = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Desk.TakeInAsync(letter.ToPost().ToContent())));
        await Desk.IdleAsync();

        await AssertOneMessageAsync(maria, ids, 7, "duplicate-message");
    }

    [Fact]
    public async Task A_mail_that_came_through_another_address_too_is_one_message()
    {
        var maria = Customer("maria.both@customer.example");
        var letter = maria.Letter() with { To = $"{Support}, {Sales}" };

        var first = await maria.SendsAsync(letter with { EnvelopeTo = Support });
        await maria.SendsAsync(letter with { EnvelopeTo = Sales });

        await AssertOneMessageAsync(maria, [first], 1, "same-message-other-address");
    }

    [Fact]
    public async Task A_message_id_used_for_everything_does_not_hide_the_second_mail()
    {
        var maria = Customer("maria.constant@customer.example");
        var first = maria.Letter() with { MessageId = "constant@shop.example", FromName = "Maria" };

        var one = await maria.OpensAsync(first);
        var two = await maria.OpensAsync(
            first with
            {
                FromName = "Paul",
                Text = "Something else entirely: my parcel has not arrived yet.",
            }
        );

        Assert.NotEqual(one.Id, two.Id);
        Assert.All([one, two], opened => Assert.Equal((1, "sent"), (opened.MessageCount, opened.OnlyReply.State)));
        Assert.Equal(2, (await maria.MailsAsync()).Count);
    }

    [Fact]
    public async Task Without_a_message_id_the_content_tells()
    {
        var maria = Customer("maria.no-id@customer.example");
        var letter = maria.Letter() with { MessageId = null };

        var first = await maria.SendsAsync(letter);
        await maria.SendsAsync(letter);

        var opened = await AssertOneMessageAsync(maria, [first], 1, "duplicate-message");
        Assert.Equal(["message-id-missing"], opened.OnlyMessage.Noted);
        Assert.Null(opened.OnlyMessage.ExternalId);
        Assert.False((await maria.OnlyMailAsync()).Headers.ContainsKey("In-Reply-To"));
    }

    private static async Task<ReadCase> AssertOneMessageAsync(Customer customer, string[] possible, int duplicates, string reason)
    {
        var opened = await customer.OnlyCaseAsync();
        Assert.Contains(opened.Id, possible);
        Assert.Equal(opened.Id, opened.OnlyMessage.Id);
        Assert.Equal(1, opened.MessageCount);
        Assert.Equal("sent", opened.OnlyReply.State);
        var received = opened.Events.Where(entry => entry.Kind == "duplicate-received").ToList();
        Assert.Equal(Enumerable.Repeat((reason, opened.Id), duplicates), received.Select(entry => (entry.Reason!, entry.Evidence!)));
        Assert.Equal(duplicates + 1, opened.Events.Count);
        await customer.OnlyMailAsync();
        return opened;
    }
}
