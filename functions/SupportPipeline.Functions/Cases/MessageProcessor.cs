using SupportPipeline.Platform;

namespace SupportPipeline.Cases;

/// <summary>
/// The way of one message after the front door, in order: fetch and normalise, place and claim, understand, decide and record, dispatch.
/// Each step may be repeated by a second delivery of the queue message and then changes nothing.
/// </summary>
public sealed class MessageProcessor
{
    private static readonly TimeSpan ShortWait = TimeSpan.FromSeconds(5);

    private readonly MessageReader _reader;
    private readonly MessagePlacing _placing;
    private readonly MessageRecorder _recorder;
    private readonly MessageDispatch _dispatch;
    private readonly IEnumerable<IRecordedMessageWatch> _watches;

    internal MessageProcessor(
        MessageReader reader,
        MessagePlacing placing,
        MessageRecorder recorder,
        MessageDispatch dispatch,
        IEnumerable<IRecordedMessageWatch> watches
    ) => (_reader, _placing, _recorder, _dispatch, _watches) = (reader, placing, recorder, dispatch, watches);

    /// <summary>Processes one message.</summary>
    public async Task<Outcome> ProcessAsync(MessageReceived pointer, CancellationToken cancellationToken)
    {
        await using var fetched = await _reader.FetchAsync(pointer, cancellationToken);
        switch (await _placing.PlaceAsync(fetched.Email, cancellationToken))
        {
            case PlacedMessage.Placed placed:
                var understood = await _reader.UnderstandAsync(fetched.Email, cancellationToken);
                var recorded = await _recorder.RecordAsync(fetched, understood, pointer, placed, cancellationToken);
                await _dispatch.DispatchAsync(recorded, fetched.Email, cancellationToken);
                foreach (var watch in _watches)
                {
                    await watch.RecordedAsync(fetched.Email, recorded.Case.Id, cancellationToken);
                }

                return recorded.IsNew ? new Outcome.Completed() : new Outcome.Skipped(ReasonCode.AlreadyRecorded);
            case PlacedMessage.Duplicate duplicate:
                await _dispatch.NoteDuplicateAsync(duplicate, fetched.Email, cancellationToken);
                return new Outcome.Skipped(duplicate.Reason);
            default:
                return new Outcome.Deferred(ShortWait, ReasonCode.CaseNotStoredYet);
        }
    }
}
