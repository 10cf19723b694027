using System.Globalization;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.DependencyInjection;
using SupportPipeline.LocalHost.Hosting;
using SupportPipeline.LocalHost.Tests.Pipeline.Scenario;
using SupportPipeline.Platform;

namespace SupportPipeline.LocalHost.Tests.Pipeline;

/// <summary>Queues deliver at least once: each function is given its message again, one after the other and side by side.</summary>
public sealed class DoubleDeliveryTests(DoubleDeliveryTests.ImpatientDesk fixture)
    : PipelineTest(fixture),
        IClassFixture<DoubleDeliveryTests.ImpatientDesk>
{
    [Fact]
    public async Task ProcessMessage_changes_nothing_the_second_time()
    {
        var maria = Customer("maria.again@customer.example");
        var opened = await maria.OpensAsync(maria.Letter() with { Attachments = [("a.txt", "text/plain", [1, 2, 3])] });
        await maria.SendsAsync(maria.Letter() with { To = (await maria.OnlyMailAsync()).ReplyAddress });
        var before = await EverythingAsync(maria, opened.Id);
        var joined = (await Desk.CaseAsync(opened.Id)).Messages[1];

        foreach (var id in new[] { opened.Id, joined.Id })
        {
            var pointer = await Desk.PointerAsync(id);
            await SendAsync(StorageNames.InboundMessagesQueue, pointer, 1);
            Assert.Equal(before, await EverythingAsync(maria, opened.Id));
            await SendAsync(StorageNames.InboundMessagesQueue, pointer, 8);
            Assert.Equal(before, await EverythingAsync(maria, opened.Id));
        }
    }

    [Fact]
    public async Task ProcessMessage_given_a_new_message_eight_times_at_once_opens_one_case_and_sends_one_mail()
    {
        var maria = Customer("maria.side-by-side@customer.example");
        var id = Desk.Run.Services.GetRequiredService<IdSource>().Next();
        var blob = string.Create(CultureInfo.InvariantCulture, $"{id.CreatedAt.UtcDateTime:yyyy'/'MM'/'dd}/{id}");
        var post = maria.Letter().ToPost();
        await Desk.Blobs(StorageNames.RawMessagesContainer)
            .GetBlobClient(blob)
            .UploadAsync(
                BinaryData.FromBytes(post.ToBytes()),
                new BlobUploadOptions { HttpHeaders = new() { ContentType = post.ContentType } }
            );

        await SendAsync(StorageNames.InboundMessagesQueue, await Desk.PointerAsync(id.Value), 8);

        var opened = await maria.OnlyCaseAsync();
        Assert.Equal(id.Value, opened.OnlyMessage.Id);
        Assert.Equal((1, "sent"), (opened.MessageCount, opened.OnlyReply.State));
        Assert.Equal(["reply-sent"], opened.Events.Select(entry => entry.Kind));
        await maria.OnlyMailAsync();
    }

    [Fact]
    public async Task DeliverReply_changes_nothing_the_second_time()
    {
        var maria = Customer("maria.delivered@customer.example");
        var opened = await maria.OpensAsync(maria.Letter());
        var before = await EverythingAsync(maria, opened.Id);

        await SendAsync(StorageNames.OutboundRepliesQueue, ReplyDue(opened), 1);
        Assert.Equal(before, await EverythingAsync(maria, opened.Id));
        await SendAsync(StorageNames.OutboundRepliesQueue, ReplyDue(opened), 8);
        Assert.Equal(before, await EverythingAsync(maria, opened.Id));
    }

    [Fact]
    public async Task DeliverReply_given_a_waiting_reply_eight_times_at_once_sends_one_mail()
    {
        var maria = Customer("maria.waiting@customer.example");
        await Desk.FailAsync(new { target = "sendgrid", status = 503 });
        var id = await Desk.TakeInAsync(maria.Letter().ToPost().ToContent());
        var due = $$$"""{"name":"reply-due","version":1,"data":{"caseId":"{{{id}}}","replyId":"acknowledgement-{{{id}}}"}}""";

        await SendAsync(StorageNames.OutboundRepliesQueue, due, 8);

        var opened = await Desk.CaseAsync(id);
        Assert.Equal(("sent", 1), (opened.OnlyReply.State, opened.OnlyReply.Attempts));
        Assert.Equal(["reply-deferred", "reply-sent"], opened.Events.Select(entry => entry.Kind));
        await maria.OnlyMailAsync();
    }

    private static string ReplyDue(ReadCase opened) =>
        $$$"""{"name":"reply-due","version":1,"data":{"caseId":"{{{opened.Id}}}","replyId":"{{{opened.OnlyReply.Id}}}"}}""";

    private async Task SendAsync(string queue, string message, int times)
    {
        var client = Desk.Queue(queue);
        await Task.WhenAll(Enumerable.Range(0, times).Select(_ => client.SendMessageAsync(message)));
        await Desk.IdleAsync();
    }

    /// <summary>The case as it is served, the list, and what the customer got.</summary>
    private async Task<string> EverythingAsync(Customer customer, string caseId) =>
        string.Join(
            '\n',
            [
                await Desk.CaseTextAsync(caseId),
                .. (await Desk.CasesAsync()).Select(item => item.ToString()),
                .. (await customer.MailsAsync()).Select(mail => mail.MessageId),
                .. await Desk.BlobNamesAsync(StorageNames.AttachmentsContainer),
            ]
        );

    /// <summary>The desk of these tests.</summary>
    public sealed class ImpatientDesk : SharedDesk
    {
        private protected override LocalHostOptions Configure(LocalHostOptions options) =>
            With(options, ("Replies:RetrySeconds", "1"), ("Replies:ClaimSeconds", "5"));
    }
}
