using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace SupportPipeline.AzureSdk.Tests.Queues;

[Collection("Azurite")]
public sealed class QueueMessageTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private const string Awkward = "\t<a href=\"x\">&amp; 'it'</a>\r\n]]> Grüße 😀 ";

    private readonly QueueClient _queue = new(azurite.ConnectionString, Unique.Name("messages"));

    public Task InitializeAsync() => _queue.CreateAsync();

    public Task DisposeAsync() => _queue.DeleteIfExistsAsync();

    [Fact]
    public async Task Keeps_every_character_of_a_text()
    {
        await _queue.SendMessageAsync(Awkward);

        QueueMessage received = await _queue.ReceiveMessageAsync();

        Assert.Equal(Awkward, received.MessageText);
        Assert.Equal(Awkward, received.Body.ToString());
    }

    [Fact]
    public async Task Refuses_a_text_that_XML_cannot_carry()
    {
        var failure = await Assert.ThrowsAnyAsync<ArgumentException>(() => _queue.SendMessageAsync("a\u0001b"));

        Assert.Contains("0x01", failure.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Tells_the_same_of_a_message_when_it_is_sent_and_received()
    {
        SendReceipt sent = await _queue.SendMessageAsync("hello");

        QueueMessage received = await _queue.ReceiveMessageAsync(TimeSpan.FromMinutes(10));

        Assert.Equal(sent.MessageId, received.MessageId);
        Assert.Equal(sent.InsertionTime, received.InsertedOn);
        Assert.Equal(sent.ExpirationTime, received.ExpiresOn);
        Assert.Equal(TimeSpan.FromDays(7), sent.ExpirationTime - sent.InsertionTime);
        Assert.Equal(1, received.DequeueCount);
        Assert.InRange(received.NextVisibleOn!.Value - sent.InsertionTime, TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(11));
    }

    [Fact]
    public async Task Keeps_a_message_for_ever_when_asked()
    {
        SendReceipt sent = await _queue.SendMessageAsync("hello", timeToLive: TimeSpan.FromSeconds(-1));

        Assert.Equal(9999, sent.ExpirationTime.Year);
    }

    [Fact]
    public async Task Sends_and_receives_bytes()
    {
        await _queue.SendMessageAsync(BinaryData.FromString("{\"name\":\"message-received\"}"));

        QueueMessage received = await _queue.ReceiveMessageAsync();

        Assert.Equal("{\"name\":\"message-received\"}", received.Body.ToString());
    }

    [Fact]
    public async Task Gives_nothing_when_the_queue_is_empty()
    {
        Assert.Empty((await _queue.ReceiveMessagesAsync()).Value);
        Assert.Null((await _queue.ReceiveMessageAsync()).Value);
        Assert.Empty((await _queue.PeekMessagesAsync(32)).Value);
    }

    [Fact]
    public async Task Takes_as_many_messages_as_asked_and_hides_them()
    {
        for (var number = 1; number <= 5; number++)
        {
            await _queue.SendMessageAsync($"message {number}", CancellationToken.None);
        }

        QueueMessage[] first = await _queue.ReceiveMessagesAsync(3, TimeSpan.FromMinutes(1));
        QueueMessage[] rest = await _queue.ReceiveMessagesAsync(maxMessages: 32);

        Assert.Equal(["message 1", "message 2", "message 3"], first.Select(message => message.MessageText));
        Assert.Equal(["message 4", "message 5"], rest.Select(message => message.MessageText));
        Assert.Empty((await _queue.ReceiveMessagesAsync(CancellationToken.None)).Value);
    }

    [Fact]
    public async Task Hides_a_message_that_is_sent_for_later()
    {
        await _queue.SendMessageAsync("later", TimeSpan.FromHours(1));

        Assert.Empty((await _queue.ReceiveMessagesAsync()).Value);
        Assert.Equal(1, (await _queue.GetPropertiesAsync()).Value.ApproximateMessagesCount);
    }

    [Fact]
    public async Task Peeks_without_taking()
    {
        await _queue.SendMessageAsync("hello");

        PeekedMessage[] peeked = await _queue.PeekMessagesAsync();
        QueueMessage received = await _queue.ReceiveMessageAsync();

        Assert.Equal("hello", Assert.Single(peeked).MessageText);
        Assert.Equal(0, peeked[0].DequeueCount);
        Assert.Equal(1, received.DequeueCount);
    }

    [Fact]
    public async Task Counts_how_often_a_message_was_taken()
    {
        await _queue.SendMessageAsync("hello");
        QueueMessage first = await _queue.ReceiveMessageAsync();
        await _queue.UpdateMessageAsync(first.MessageId, first.PopReceipt);

        QueueMessage second = await _queue.ReceiveMessageAsync();

        Assert.Equal(first.MessageId, second.MessageId);
        Assert.Equal(2, second.DequeueCount);
    }

    [Fact]
    public async Task Keeps_the_text_when_an_update_gives_none()
    {
        await _queue.SendMessageAsync("hello");
        QueueMessage received = await _queue.ReceiveMessageAsync();

        UpdateReceipt updated = await _queue.UpdateMessageAsync(
            received.MessageId,
            received.PopReceipt,
            visibilityTimeout: TimeSpan.FromMinutes(10)
        );
        var renewed = received.Update(updated);
        await _queue.UpdateMessageAsync(renewed.MessageId, renewed.PopReceipt, messageText: null);

        Assert.True(updated.NextVisibleOn - received.InsertedOn >= TimeSpan.FromMinutes(10));
        Assert.Equal("hello", (await _queue.ReceiveMessageAsync()).Value.MessageText);
    }

    [Fact]
    public async Task Replaces_the_text_when_an_update_gives_one()
    {
        await _queue.SendMessageAsync("first");
        QueueMessage received = await _queue.ReceiveMessageAsync();

        UpdateReceipt updated = await _queue.UpdateMessageAsync(received.MessageId, received.PopReceipt, "second");
        await _queue.UpdateMessageAsync(received.MessageId, updated.PopReceipt, BinaryData.FromString("third"));

        Assert.Equal("third", (await _queue.ReceiveMessageAsync()).Value.MessageText);
    }

    [Fact]
    public async Task Refuses_a_receipt_that_an_update_replaced()
    {
        await _queue.SendMessageAsync("hello");
        QueueMessage received = await _queue.ReceiveMessageAsync();
        await _queue.UpdateMessageAsync(received.MessageId, received.PopReceipt, visibilityTimeout: TimeSpan.FromMinutes(1));

        var failure = await Assert.ThrowsAsync<RequestFailedException>(() =>
            _queue.DeleteMessageAsync(received.MessageId, received.PopReceipt)
        );

        Assert.Equal(400, failure.Status);
        Assert.Equal("PopReceiptMismatch", failure.ErrorCode);
    }

    [Fact]
    public async Task Deletes_a_message_once()
    {
        await _queue.SendMessageAsync("hello");
        QueueMessage received = await _queue.ReceiveMessageAsync();
        await _queue.DeleteMessageAsync(received.MessageId, received.PopReceipt);

        var failure = await Assert.ThrowsAsync<RequestFailedException>(() =>
            _queue.DeleteMessageAsync(received.MessageId, received.PopReceipt)
        );

        Assert.Equal(404, failure.Status);
        Assert.Equal("MessageNotFound", failure.ErrorCode);
    }

    [Fact]
    public async Task Drops_all_messages()
    {
        await _queue.SendMessageAsync("one");
        await _queue.SendMessageAsync("two");

        await _queue.ClearMessagesAsync();

        Assert.Equal(0, (await _queue.GetPropertiesAsync()).Value.ApproximateMessagesCount);
    }

    [Fact]
    public async Task Takes_64_KiB_and_not_a_byte_more()
    {
        await _queue.SendMessageAsync(new string('a', _queue.MessageMaxBytes));

        var failure = await Assert.ThrowsAsync<RequestFailedException>(() =>
            _queue.SendMessageAsync(new string('a', _queue.MessageMaxBytes + 1))
        );

        Assert.Equal(413, failure.Status);
        Assert.Equal("RequestBodyTooLarge", failure.ErrorCode);
        Assert.Equal(65_536, (await _queue.ReceiveMessageAsync()).Value.Body.ToMemory().Length);
    }

    [Fact]
    public async Task Refuses_to_hide_a_message_for_longer_than_a_week()
    {
        var failure = await Assert.ThrowsAsync<RequestFailedException>(() =>
            _queue.SendMessageAsync("hello", TimeSpan.FromDays(7) + TimeSpan.FromSeconds(1))
        );

        Assert.Equal(400, failure.Status);
        Assert.Equal("OutOfRangeQueryParameterValue", failure.ErrorCode);
    }
}
