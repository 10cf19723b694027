namespace SupportPipeline.Platform;

public sealed class QueueSenderTests
{
    [Fact]
    public void Reads_a_pointer_by_its_registered_name()
    {
        const string Message =
            """{"name":"message-received","version":1,"data":{"messageId":"m","channel":"email","rawBlob":"2026/11/22/m"}}""";

        var pointer = QueueSender.Read(Message, QueueMessageNames.MessageReceived, QueueJson.Default.MessageReceived);

        Assert.Equal(new MessageReceived("m", "email", "2026/11/22/m"), pointer);
    }

    [Theory]
    [InlineData("", "A queue message is not JSON where 'message-received' version 1 was expected.")]
    [InlineData("{", "A queue message is not JSON where 'message-received' version 1 was expected.")]
    [InlineData("null", "A queue message is not 'message-received' version 1.")]
    [InlineData("""{"name":"reply-due","version":1,"data":{}}""", "A queue message is not 'message-received' version 1.")]
    [InlineData("""{"name":"message-received","version":2,"data":{}}""", "A queue message is not 'message-received' version 1.")]
    public void Names_what_it_expected(string message, string expected)
    {
        var exception = Assert.Throws<FormatException>(() =>
            QueueSender.Read(message, QueueMessageNames.MessageReceived, QueueJson.Default.MessageReceived)
        );

        Assert.Equal(expected, exception.Message);
    }
}
