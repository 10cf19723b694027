using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Azure.Data.Tables;
using SupportPipeline.LocalHost.Hosting;
using SupportPipeline.LocalHost.Tests.Pipeline.Scenario;
using SupportPipeline.Platform;

namespace SupportPipeline.LocalHost.Tests.Pipeline;

/// <summary>What is over a limit is refused for good, and leaves nothing behind.</summary>
public sealed class LimitTests(LimitTests.StrictDesk fixture) : PipelineTest(fixture), IClassFixture<LimitTests.StrictDesk>
{
    private const int MaxRequestBytes = 30 * 1024 * 1024;

    [Fact]
    public Task Too_many_attachments_are_refused() =>
        AssertRefusedAsync(Mail([.. Enumerable.Range(0, 4).Select(i => ($"{i}.txt", "text/plain", new byte[10]))]), "too-many-attachments");

    [Fact]
    public Task An_attachment_that_is_too_large_is_refused() =>
        AssertRefusedAsync(Mail([("large.bin", "application/octet-stream", new byte[1001])]), "attachment-too-large");

    [Fact]
    public Task A_request_that_says_it_is_too_large_is_refused() => AssertRefusedAsync(TooLarge(), "request-too-large");

    [Fact]
    public async Task A_request_that_turns_out_to_be_too_large_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/inbound/email") { Content = TooLarge() };
        request.Headers.TransferEncodingChunked = true;

        await AssertRefusedAsync(request, "request-too-large");
    }

    [Fact]
    public async Task What_is_just_within_the_limits_is_a_case()
    {
        var maria = Customer("maria.limit@customer.example");
        var file = ("a.bin", "application/octet-stream", new byte[1000]);

        var opened = await maria.OpensAsync(maria.Letter() with { Attachments = [file, file, file] });

        Assert.Equal([1000L, 1000L, 1000L], opened.OnlyMessage.Attachments.Select(attachment => attachment.Length));
    }

    [Fact]
    public async Task A_request_of_exactly_the_limit_is_a_case()
    {
        var maria = Customer("maria.size@customer.example");
        var letter = maria.Letter() with { Html = "" };
        var padding = MaxRequestBytes - letter.ToPost().ToBytes().Length;
        var content = (letter with { Html = new string('x', padding) }).ToPost().ToContent();
        Assert.Equal(MaxRequestBytes, content.Headers.ContentLength);

        var id = await Desk.TakeInAsync(content);
        await Desk.IdleAsync();

        Assert.Equal(["field-truncated"], (await Desk.CaseAsync(id)).OnlyMessage.Noted);
        await maria.OnlyMailAsync();
    }

    private static ByteArrayContent TooLarge()
    {
        var content = new ByteArrayContent(new byte[MaxRequestBytes + 1]);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=xYzZY");
        return content;
    }

    private HttpContent Mail((string Name, string Type, byte[] Content)[] attachments)
    {
        var maria = Customer("maria.over@customer.example");
        return (maria.Letter() with { Attachments = attachments }).ToPost().ToContent();
    }

    private async Task AssertRefusedAsync(HttpContent content, string reason)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/inbound/email") { Content = content };
        await AssertRefusedAsync(request, reason);
    }

    private async Task AssertRefusedAsync(HttpRequestMessage request, string reason)
    {
        var before = await StoredAsync();

        using var answer = await Desk.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Equal(reason, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("reason").GetString());
        await Desk.IdleAsync();
        Assert.Equal(before, await StoredAsync());
    }

    /// <summary>The name of every blob and row, and the length of every queue.</summary>
    private async Task<IReadOnlyList<string>> StoredAsync()
    {
        var all = new List<string>();
        foreach (var container in StorageNames.Containers)
        {
            all.AddRange(await Desk.BlobNamesAsync(container));
        }

        foreach (var queue in StorageNames.Queues)
        {
            all.Add($"{queue}: {(await Desk.Queue(queue).GetPropertiesAsync()).Value.ApproximateMessagesCount}");
        }

        foreach (var table in StorageNames.Tables)
        {
            await foreach (var row in new TableClient(Desk.Run.StorageConnectionString, table).QueryAsync<TableEntity>())
            {
                all.Add($"{table}: {row.PartitionKey} {row.RowKey}");
            }
        }

        return all;
    }

    /// <summary>The desk of these tests.</summary>
    public sealed class StrictDesk : SharedDesk
    {
        private protected override LocalHostOptions Configure(LocalHostOptions options) =>
            With(options, ("Intake:MaxAttachments", "3"), ("Intake:MaxAttachmentBytes", "1000"));
    }
}
