using Azure;
using Azure.Storage.Queues;
using SupportPipeline.LocalHost.Functions;

namespace SupportPipeline.LocalHost.Queues;

/// <summary>What happens to a message after its function has run: the rules of the Functions host's queue processor.</summary>
internal sealed class QueueMessageOutcome(QueueClient queue, QueueClient? poison, QueueSettings settings)
{
    /// <summary>Deletes a message that was processed.</summary>
    public Task SucceededAsync(string id, string popReceipt) => DeleteAsync(id, popReceipt);

    /// <summary>Lets a message be tried again later, or gives it up.</summary>
    /// <returns>Whether it was given up.</returns>
    public async Task<bool> FailedAsync(string id, string popReceipt, string text, long dequeueCount)
    {
        if (dequeueCount >= settings.MaxDequeueCount && poison is not null)
        {
            await PoisonAsync(id, popReceipt, text);
            return true;
        }

        await ReleaseAsync(id, popReceipt, settings.VisibilityTimeout);
        return false;
    }

    /// <summary>Moves a message to the poison queue, which is created when it is needed first.</summary>
    public async Task PoisonAsync(string id, string popReceipt, string text)
    {
        if (poison is null)
        {
            return;
        }

        try
        {
            await poison.SendMessageAsync(text, CancellationToken.None);
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            await poison.CreateIfNotExistsAsync(cancellationToken: CancellationToken.None);
            await poison.SendMessageAsync(text, CancellationToken.None);
        }

        await DeleteAsync(id, popReceipt);
    }

    /// <summary>Makes a message visible after a while.</summary>
    public async Task ReleaseAsync(string id, string popReceipt, TimeSpan after)
    {
        try
        {
            await queue.UpdateMessageAsync(id, popReceipt, (string?)null, after, CancellationToken.None);
        }
        catch (RequestFailedException stale) when (IsStale(stale))
        {
            // Somebody else has it now.
        }
    }

    private async Task DeleteAsync(string id, string popReceipt)
    {
        try
        {
            await queue.DeleteMessageAsync(id, popReceipt, CancellationToken.None);
        }
        catch (RequestFailedException stale) when (IsStale(stale))
        {
            // It was delivered twice; whoever has it now will delete it.
        }
    }

    // PopReceiptMismatch is 400 in Azurite and in the service's documentation; MessageNotFound and QueueNotFound are 404.
    private static bool IsStale(RequestFailedException failure) => failure.Status == 404 || failure.ErrorCode == "PopReceiptMismatch";
}
