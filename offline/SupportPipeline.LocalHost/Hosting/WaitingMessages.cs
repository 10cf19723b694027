using Azure.Data.Tables;
using SupportPipeline.DeadLetters;
using SupportPipeline.LocalHost.Queues;

namespace SupportPipeline.LocalHost.Hosting;

/// <summary>Messages nobody works on: those that are not due for long, and the dead letters that wait for a person.</summary>
internal sealed class WaitingMessages(LongWaits longWaits, string storage)
{
    // A client of its own: looking at the health of a run is no storage operation of the product.
    private readonly DeadLetterStore _letters = new(new TableServiceClient(storage));

    public int NotDueForLong(string queue) => longWaits.Count(queue);

    public Task<int> DeadLettersAsync(string queue, CancellationToken cancellationToken) =>
        _letters.CountWaitingAsync(queue, int.MaxValue, cancellationToken);
}
