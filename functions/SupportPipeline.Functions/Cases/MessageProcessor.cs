using SupportPipeline.Platform;

namespace SupportPipeline.Cases;

/// <summary>
/// The way of one message after the front door, in order: fetch and normalise, place and claim, understand, decide and record, dispatch.
/// Each step may be repeated by a second delivery of the queue message and then changes nothing.
/// </summary>
public sealed class MessageProcessor(MessageReader reader, MessagePlacing placing, MessageRecorder recorder, MessageDispatch dispatch)
{
    private static readonly TimeSpan ShortWait = TimeSpan.FromSeconds(5);

    /// <summary>Processes one message.</summary>
    public async Task<Outcome> ProcessAsync(MessageReceived pointer, CancellationToken cancellationToken)
    {
        await using var fetched = await reader.FetchAsync(pointer, cancellationToken);
        switch (await placing.PlaceAsync(fetched.Email, cancellationToken))
        {
            case PlacedMessage.Placed placed:
                var understood = await reader.UnderstandAsync(fetched.Email, cancellationToken);
                var recorded = await recorder.RecordAsync(fetched, understood, pointer, placed, cancellationToken);
                await dispatch.DispatchAsync(recorded, fetched.Email, cancellationToken);
                return recorded.IsNew ? new Outcome.Completed() : new Outcome.Skipped(ReasonCode.AlreadyRecorded);
            case PlacedMessage.Duplicate duplicate:
                await dispatch.NoteDuplicateAsync(duplicate, fetched.Email, cancellationToken);
                return new Outcome.Skipped(duplicate.Reason);
            default:
                return new Outcome.Deferred(ShortWait, ReasonCode.CaseNotStoredYet);
        }
    }
}
