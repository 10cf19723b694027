using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace SupportPipeline.AzureSdk.Tests.Queues;

[Collection("Azurite")]
public sealed class Base64QueueMessageTests : IAsyncLifetime
{
    private readonly QueueClient _encoded;
    private readonly QueueClient _plain;

    public Base64QueueMessageTests(AzuriteFixture azurite)
    {
        var name = Unique.Name("encoded");
        var options = new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 };
        _encoded = new QueueServiceClient(azurite.ConnectionString, options).GetQueueClient(name);
        _plain = new QueueClient(azurite.ConnectionString, name);
    }

    public Task InitializeAsync() => _encoded.CreateIfNotExistsAsync();

    public Task DisposeAsync() => _encoded.DeleteIfExistsAsync();

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("control \u0001 characters, <xml> & 😀")]
    public async Task Sends_text_as_Base64_and_reads_it_back(string text)
    {
        await _encoded.SendMessageAsync(text);

        PeekedMessage[] onTheWire = await _plain.PeekMessagesAsync();
        PeekedMessage[] peeked = await _encoded.PeekMessagesAsync();
        QueueMessage received = await _encoded.ReceiveMessageAsync();

        Assert.Equal(Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(text)), Assert.Single(onTheWire).Body?.ToString() ?? "");
        Assert.Equal(text, Assert.Single(peeked).Body?.ToString() ?? "");
        Assert.Equal(text, received.Body?.ToString() ?? "");
    }

    [Fact]
    public async Task Sends_any_bytes()
    {
        var bytes = Enumerable.Range(0, 256).Select(value => (byte)value).ToArray();
        await _encoded.SendMessageAsync(BinaryData.FromBytes(bytes));

        QueueMessage received = await _encoded.ReceiveMessageAsync();

        Assert.Equal(bytes, received.Body.ToArray());
    }

    [Fact]
    public async Task Encodes_the_text_of_an_update()
    {
        await _encoded.SendMessageAsync("first");
        QueueMessage received = await _encoded.ReceiveMessageAsync();
        await _encoded.UpdateMessageAsync(received.MessageId, received.PopReceipt, "second");

        Assert.Equal("second", (await _encoded.ReceiveMessageAsync()).Value.MessageText);
    }

    [Fact]
    public async Task Says_when_a_message_is_not_Base64()
    {
        await _plain.SendMessageAsync("not base64!");

        await Assert.ThrowsAsync<FormatException>(() => _encoded.ReceiveMessagesAsync());
    }
}
