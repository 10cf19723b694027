using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace SupportPipeline.AzureSdk.Tests.Queues;

[Collection("Azurite")]
public sealed class QueueTests(AzuriteFixture azurite)
{
    private readonly QueueServiceClient _service = new(azurite.ConnectionString);

    [Fact]
    public void Names_the_account_the_queue_and_their_addresses()
    {
        var queue = _service.GetQueueClient("inbound-messages");

        Assert.Equal("devstoreaccount1", _service.AccountName);
        Assert.Equal("devstoreaccount1", queue.AccountName);
        Assert.Equal("inbound-messages", queue.Name);
        Assert.Equal(new Uri(_service.Uri + "/inbound-messages"), queue.Uri);
        Assert.Equal("inbound-messages", new QueueClient(azurite.ConnectionString, "inbound-messages").Name);
    }

    [Fact]
    public async Task Creates_a_queue_and_says_when_it_was_there_already()
    {
        var queue = _service.GetQueueClient(Unique.Name("queue"));

        Assert.False(await queue.ExistsAsync());
        Assert.Equal(201, (await queue.CreateAsync()).Status);
        Assert.Equal(204, (await queue.CreateAsync()).Status);
        Assert.True(await queue.ExistsAsync());
    }

    [Fact]
    public async Task Creates_a_queue_unless_it_exists()
    {
        var queue = _service.GetQueueClient(Unique.Name("queue"));

        var first = await queue.CreateIfNotExistsAsync();
        var second = await queue.CreateIfNotExistsAsync();
        var third = await queue.CreateIfNotExistsAsync(new Dictionary<string, string> { ["team"] = "desk" });

        Assert.Equal(201, first.Status);
        Assert.Null(second);
        Assert.Null(third);
    }

    [Fact]
    public async Task Refuses_to_create_a_queue_that_exists_with_other_metadata()
    {
        var queue = _service.GetQueueClient(Unique.Name("queue"));
        await queue.CreateAsync(new Dictionary<string, string> { ["team"] = "desk" });

        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => queue.CreateAsync());

        Assert.Equal(409, failure.Status);
        Assert.Equal(QueueErrorCode.QueueAlreadyExists.ToString(), failure.ErrorCode);
    }

    [Fact]
    public async Task Deletes_a_queue_once()
    {
        var queue = _service.GetQueueClient(Unique.Name("queue"));
        await queue.CreateAsync();

        Assert.True(await queue.DeleteIfExistsAsync());
        Assert.False(await queue.DeleteIfExistsAsync());
    }

    [Fact]
    public async Task Counts_messages_and_keeps_metadata()
    {
        var queue = _service.GetQueueClient(Unique.Name("queue"));
        await queue.CreateAsync(new Dictionary<string, string> { ["team"] = "desk", ["Purpose"] = " contract test " });
        await queue.SendMessageAsync("one");
        await queue.SendMessageAsync("two");

        QueueProperties properties = await queue.GetPropertiesAsync();

        Assert.Equal(2, properties.ApproximateMessagesCount);
        Assert.Equal("desk", properties.Metadata["team"]);
        Assert.Equal("contract test", properties.Metadata["purpose"]);
    }

    [Fact]
    public async Task Says_which_queue_is_missing_by_its_error_code()
    {
        var queue = _service.GetQueueClient(Unique.Name("queue"));

        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => queue.SendMessageAsync("hello"));

        Assert.Equal(404, failure.Status);
        Assert.Equal("QueueNotFound", failure.ErrorCode);
        Assert.True(failure.ErrorCode == QueueErrorCode.QueueNotFound);
    }

    [Fact]
    public async Task Lists_queues_by_prefix_page_after_page()
    {
        var prefix = Unique.Name("listed");
        var names = Enumerable.Range(1, 5).Select(number => $"{prefix}-{number}").ToArray();
        foreach (var name in names)
        {
            await _service.CreateQueueAsync(name, new Dictionary<string, string> { ["number"] = name[^1..] });
        }

        var pages = new List<Page<QueueItem>>();
        await foreach (var page in _service.GetQueuesAsync(QueueTraits.Metadata, prefix + "-").AsPages(pageSizeHint: 2))
        {
            pages.Add(page);
        }

        Assert.Equal([2, 2, 1], pages.Select(page => page.Values.Count));
        Assert.Equal(names, pages.SelectMany(page => page.Values).Select(queue => queue.Name));
        Assert.Equal(["1", "2", "3", "4", "5"], pages.SelectMany(page => page.Values).Select(queue => queue.Metadata["number"]));
    }

    [Fact]
    public async Task Lists_nothing_when_no_name_begins_so()
    {
        await foreach (var queue in _service.GetQueuesAsync(prefix: "no-such-prefix"))
        {
            Assert.Fail($"Listed {queue.Name}.");
        }

        Assert.Empty(await _service.GetQueuesAsync(prefix: "no-such-prefix").ToListAsync());
    }
}
