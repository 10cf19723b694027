using System.Diagnostics;
using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace SupportPipeline.LocalHost.Queues;

/// <summary>One message while it is in work: hidden from others, which is renewed when half of the time is over.</summary>
internal sealed class MessageLease(QueueClient queue, QueueMessage message, TimeSpan length, InFlightJournal? journal)
{
    private readonly Lock _gate = new();
    private long _since = Stopwatch.GetTimestamp();
    private string _popReceipt = message.PopReceipt;
    private Task _renewal = Task.CompletedTask;
    private bool _ended;

    public QueueMessage Message => message;

    /// <summary>Renews the lease when it is time to.</summary>
    public void RenewWhenDue()
    {
        lock (_gate)
        {
            if (!_ended && _renewal.IsCompleted && Stopwatch.GetElapsedTime(_since) >= length / 2)
            {
                _since = Stopwatch.GetTimestamp();
                _renewal = RenewAsync();
            }
        }
    }

    /// <summary>Ends the lease and gives the receipt that is valid now.</summary>
    public async Task<string> EndAsync()
    {
        lock (_gate)
        {
            _ended = true;
        }

        await _renewal;
        return _popReceipt;
    }

    private async Task RenewAsync()
    {
        try
        {
            var renewed = await queue.UpdateMessageAsync(message.MessageId, _popReceipt, (string?)null, length, CancellationToken.None);
            _popReceipt = renewed.Value.PopReceipt;
            journal?.Taken(new(queue.Name, message.MessageId, _popReceipt));
        }
        catch (RequestFailedException)
        {
            // Gone, or taken by somebody else: the end of the work will find out. Or storage is down: the next look tries again.
        }
    }
}
