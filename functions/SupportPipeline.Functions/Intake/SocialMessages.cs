using System.Text.Json;
using SupportPipeline.Platform;

namespace SupportPipeline.Intake;

/// <summary>Takes in mentions as messages of cases: keeps them where mails are kept, and announces them.</summary>
public sealed class SocialMessages(RawMessageStore rawMessages, QueueSender queue)
{
    /// <summary>Keeps a mention as a message. The same one again is the same message.</summary>
    /// <param name="id">The id of the message; the mention alone decides it.</param>
    /// <param name="message">What to keep.</param>
    /// <param name="announceAfter">The queue's message comes after a while, for the case that whoever keeps it does not get to process it.</param>
    /// <param name="cancellationToken">Stops before it is announced.</param>
    internal async Task<MessageReceived> ReceiveAsync(
        TimeOrderedId id,
        SocialMessage message,
        TimeSpan announceAfter,
        CancellationToken cancellationToken
    )
    {
        using var json = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(message, SocialMessageJson.Default.SocialMessage));
        await using var payload = (await PayloadBuffer.ReadAsync(json, long.MaxValue, null, cancellationToken))!;
        var blob = await rawMessages.KeepAsync(id, payload, "application/json", cancellationToken);
        var pointer = new MessageReceived(id.Value, SocialMessage.Channel, blob);
        await queue.SendAsync(pointer, announceAfter, cancellationToken);
        return pointer;
    }
}
